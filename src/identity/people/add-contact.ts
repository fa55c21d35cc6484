import { isDuplicate, runList } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import { newId } from '#lib/ids.ts';
import { Problem } from '#lib/problem.ts';
import { insertMembership, insertPerson } from './people-queries.ts';
import { storedAddress } from './stored-address.ts';

export interface NewContact {
  readonly email: string;
  /** Empty until the person has said it. */
  readonly name?: string;
  readonly zone?: string;
  readonly locale?: string;
  readonly memberships: readonly { readonly accountId: string; readonly role: 'admin' | 'member' | 'none' }[];
}

/** A person with their places in accounts; gives the contact's id. Throws Problem `conflict` when the address has one. */
export async function addContact(scope: TenantScope, input: NewContact): Promise<string> {
  const contactId = newId('contact', scope.now);
  const email = storedAddress(input.email);
  const { name = '', zone = null, locale = null } = input;
  try {
    await runList(scope.db, [
      ...insertPerson(scope, { id: contactId, name, email, zone, locale }),
      ...input.memberships.map((place) => insertMembership(scope, { ...place, contactId })),
    ]);
  } catch (error) {
    if (isDuplicate(error, 'contact_addresses')) throw new Problem('conflict', 'address_taken');
    throw error;
  }
  return contactId;
}
