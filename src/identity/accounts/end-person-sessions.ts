import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import { mustManage } from '#identity/rights.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { endSessionsOf } from './person-queries.ts';

interface Ending {
  readonly contactId: string;
  /** The account from whose page it is done. */
  readonly accountId: string;
  /** One session (`handleOf`); null: all. */
  readonly handle: string | null;
}

/** Signs a contact out on the server: an admin's answer to a lost laptop (ASVS V7.4.5). */
export async function endPersonSessions(
  scope: TenantScope,
  actor: Agent,
  which: Ending,
  origin: Origin,
): Promise<void> {
  mustManage(actor);
  const { contactId, accountId, handle } = which;
  await run(scope.db, {
    ended: endSessionsOf(scope, contactId, handle),
    entry: auditedIfChanged(scope, {
      action: handle === null ? 'sessions.ended' : 'session.ended',
      actor,
      accountId,
      subjectId: contactId,
      origin,
    }),
  });
}
