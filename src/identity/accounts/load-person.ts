import type { TenantScope } from '#db/scopes.ts';
import type { Results } from '#db/statement.ts';
import { addressesOf } from '../addresses/address-queries.ts';
import { findMember } from '../members/find-member.ts';
import { listSessions } from '../sessions/list-sessions.ts';
import { accountOf } from './account-queries.ts';
import { isKnownIn, personOf, placesOf } from './person-queries.ts';

/** What is known of a contact, seen from one of their accounts. */
export function loadPerson(scope: TenantScope, accountId: string, contactId: string) {
  return {
    account: accountOf(scope, accountId),
    person: personOf(scope, contactId),
    isKnown: isKnownIn(scope, accountId, contactId),
    addresses: addressesOf(scope, contactId),
    places: placesOf(scope, contactId),
    member: findMember(scope, { accountId, contactId }),
    sessions: listSessions(scope, { kind: 'contact', id: contactId }, null),
  };
}

export type PersonRows = Results<ReturnType<typeof loadPerson>>;
export type Person = NonNullable<PersonRows['person']>;
