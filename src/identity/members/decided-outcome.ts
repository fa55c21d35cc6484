import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { outcomeOf } from './access-request-queries.ts';

/** How a request for access to this account was decided; null: it was not, or it is not there. */
export function decidedOutcome(
  scope: TenantScope,
  requestId: string,
  accountId: string,
): Statement<'granted' | 'refused' | null> {
  return outcomeOf(scope, requestId, accountId);
}
