import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { mustManage } from '#lib/rights.ts';
import { endOneSession } from '../sessions/end-one-session.ts';
import { endAllOfContact } from '../sessions/own-session-queries.ts';

interface Ending {
  readonly contactId: string;
  /** The account from whose page it is done. */
  readonly accountId: string;
  /** One session, by the id that `listSessions` gave; null: all. */
  readonly sessionId: string | null;
}

/** Signs a contact out on the server: an admin's answer to a lost laptop (ASVS V7.4.5). */
export async function endPersonSessions(
  scope: TenantScope,
  actor: Agent,
  { contactId, accountId, sessionId }: Ending,
  origin: Origin,
): Promise<void> {
  mustManage(actor);
  const by = { actor, accountId, origin };
  if (sessionId !== null) {
    await endOneSession(scope, { kind: 'contact', id: contactId }, sessionId, by);
    return;
  }
  await run(scope.db, {
    ended: endAllOfContact(scope, contactId),
    entry: auditedIfChanged(scope, { ...by, action: 'sessions.ended', subjectId: contactId }),
  });
}
