import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { type AccessRequest, openAccessRequests } from './access-request-queries.ts';

/** Who has proven an address of a confirmed domain and waits for a word, oldest first; a hundred at most. */
export function listAccessRequests(scope: TenantScope, accountId: string): Statement<readonly AccessRequest[]> {
  return openAccessRequests(scope, accountId);
}
