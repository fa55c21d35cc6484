import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Place } from './member.ts';
import { removalOf } from './member-queries.ts';

/** True for somebody who was taken out of the account before: a second press of the button finds them gone. */
export function wasRemoved(scope: TenantScope, place: Place): Statement<boolean> {
  return removalOf(scope, place);
}
