import { auditedIfChanged } from '#audit/audited.ts';
import { runIdempotent } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Origin } from '#lib/origin.ts';
import { endLiving } from './own-session-queries.ts';
import type { SessionOwner } from './session-owner.ts';

/**
 * Ends one session of `owner` by the id that `listSessions` gave; `by` is the
 * owner or whoever manages them (`accountId`: from that account's page), and has
 * been checked. False: it was over, or never theirs.
 */
export async function endOneSession(
  scope: TenantScope,
  owner: SessionOwner,
  sessionId: string,
  by: { readonly actor: SessionOwner; readonly origin: Origin; readonly accountId?: string },
): Promise<boolean> {
  const { ended } = await runIdempotent(scope.db, {
    ended: endLiving(scope, owner, sessionId),
    entry: auditedIfChanged(scope, {
      action: 'session.ended',
      ...by,
      subjectId: owner.id,
    }),
  });
  return ended > 0;
}
