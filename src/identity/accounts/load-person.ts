import type { TenantScope } from '#db/scopes.ts';
import type { Results } from '#db/statement.ts';
import { findMember } from '#identity/members/find-member.ts';
import { accountOf } from './account-queries.ts';
import { addressesOf, personOf, placesOf, sessionsOf } from './person-queries.ts';

/** What is known of a contact, seen from one of their accounts. */
export function loadPerson(scope: TenantScope, accountId: string, contactId: string) {
  return {
    account: accountOf(scope, accountId),
    person: personOf(scope, contactId),
    addresses: addressesOf(scope, contactId),
    places: placesOf(scope, contactId),
    member: findMember(scope, { accountId, contactId }),
    sessions: sessionsOf(scope, contactId),
  };
}

export type PersonRows = Results<ReturnType<typeof loadPerson>>;
export type Person = NonNullable<PersonRows['person']>;

const handleLength = 16;

/** How a page calls a session: enough of its hash to tell it from the others of the person. */
export function handleOf({ secretHash }: { readonly secretHash: string }): string {
  return secretHash.slice(0, handleLength);
}

export function isHandle(text: string): boolean {
  return new RegExp(`^[\\w-]{${handleLength}}$`).test(text);
}
