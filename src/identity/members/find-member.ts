import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Member, Place } from './member.ts';
import { memberAt } from './member-queries.ts';

/** One person in one account; `isLastAdmin`: without them it has no admin. Null when there is no such place. */
export function findMember(
  scope: TenantScope,
  place: Place,
): Statement<(Member & { readonly isLastAdmin: boolean }) | null> {
  return memberAt(scope, place);
}
