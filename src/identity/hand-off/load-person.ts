import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import {
  accountOfConfirmedDomain,
  accountOfExternalId,
  accountsRemovedFrom,
  contactOfEmail,
  contactOfSubject,
  placesOf,
  wasUsed,
} from './person-facts-queries.ts';
import type { PersonFacts } from './plan-arrival.ts';
import type { TokenPerson } from './token-person.ts';

/** What is known of the person of an accepted token, and whether the token was used before. One trip. */
export async function loadPerson(
  scope: TenantScope,
  person: TokenPerson,
): Promise<PersonFacts & { readonly isUsed: boolean }> {
  return run(scope.db, {
    bySubject: contactOfSubject(scope, person),
    byEmail: contactOfEmail(scope, person),
    places: placesOf(scope, person),
    account: accountOfExternalId(scope, person.accountExternalId),
    domain: accountOfConfirmedDomain(scope, person.email),
    removedFrom: accountsRemovedFrom(scope, person),
    isUsed: wasUsed(scope, person.issuer, person.jtiHash),
  });
}
