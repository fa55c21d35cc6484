import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Claim } from '#lib/actor.ts';
import { markSeen } from './session-queries.ts';

/** Says that the session was used now. Callers run it after the answer, at most every five minutes. */
export function touchSession(scope: TenantScope, claim: Claim): Statement<number> {
  return markSeen(scope, claim);
}
