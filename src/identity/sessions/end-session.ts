import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Claim } from '#lib/actor.ts';
import { endThis } from './session-queries.ts';

/** Signs out: the session of this claim is over at once, on every page and socket. */
export function endSession(scope: TenantScope, claim: Claim): Statement<number> {
  return endThis(scope, claim);
}
