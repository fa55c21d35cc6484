import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { membersSeeAllOf } from './member-queries.ts';

/** Whether the members of an account see all of its requests; its admins always do. */
export function membersSeeAll(scope: TenantScope, accountId: string): Statement<boolean> {
  return membersSeeAllOf(scope, accountId);
}
