import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Item, Kind } from './item.ts';
import { itemsOf } from './item-queries.ts';

/** All of a kind in the tenant's order, retired ones with them. */
export function listItems(scope: TenantScope, kind: Kind): Statement<readonly Item[]> {
  return itemsOf(scope, kind);
}
