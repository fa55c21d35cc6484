import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Claim } from '#lib/actor.ts';
import { markMemberSeen, markSeen } from './session-queries.ts';

/**
 * Says that the session, and the person in that workspace, was here now. Callers
 * run it after the answer, at most every five minutes.
 */
export function touchSession(scope: TenantScope, claim: Claim): Readonly<Record<string, Statement<number>>> {
  const isInPerson = claim.kind === 'contact' && !claim.isViewAs;
  return {
    session: markSeen(scope, claim),
    ...(isInPerson && claim.accountId !== null && { member: markMemberSeen(scope, claim.contactId, claim.accountId) }),
  };
}
