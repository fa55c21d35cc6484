import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Claim } from '#lib/actor.ts';
import { endAllOf } from './session-queries.ts';

/** Signs this person out everywhere at the tenant. The claim must have been confirmed before. */
export function endAllSessions(scope: TenantScope, claim: Claim): Statement<number> {
  return endAllOf(scope, claim);
}
