import { audited } from '#audit/audited.ts';
import { isDuplicate, isGuarded, run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statements } from '#db/statement.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { Problem } from '#lib/problem.ts';
import { mustManage } from '#lib/rights.ts';
import { deleteAddress, revokeLinksOf, voidChallenges } from '../addresses/address-queries.ts';
import { insertAddress } from '../people/people-queries.ts';
import { endAllOfContact } from '../sessions/own-session-queries.ts';
import { addressHash } from '../sign-in/challenge.ts';
import type { Person } from './load-person.ts';
import { dropProof, setProfile } from './person-queries.ts';

export interface Correction {
  readonly person: Person;
  /** The addresses that are theirs now. */
  readonly addresses: readonly { readonly email: string }[];
  /** The account from whose page it is done. */
  readonly accountId: string;
  readonly to: { readonly name: string; readonly email: string };
}

interface Deps {
  readonly pepper: string;
  readonly origin: Origin;
}

/**
 * Corrects a contact's name or main address. An address that is new to them
 * takes the place of the old main one: whoever reads that mailbox may be
 * somebody else, so it opens nothing any more, and all who are signed in as
 * this person have to do it again. One of their own further addresses only
 * becomes the main one. `address_taken`: it is another contact's. Throws
 * `conflict` where somebody else has moved them meanwhile.
 */
export async function correctPerson(
  scope: TenantScope,
  actor: Agent,
  correction: Correction,
  { pepper, origin }: Deps,
): Promise<{ readonly outcome: 'done' | 'unchanged' | 'address_taken' }> {
  mustManage(actor);
  const { person, addresses, accountId, to } = correction;
  const [renamed, moved] = [to.name !== person.name, to.email !== person.email];
  if (!renamed && !moved) return { outcome: 'unchanged' };
  const isNew = moved && !addresses.some(({ email }) => email === to.email);
  const about = { actor, accountId, subjectId: person.id, origin };
  const detail = { ...(renamed && { name: true }), ...(moved && { address: true }) };
  try {
    await run(scope.db, {
      ...(isNew && { address: insertAddress(scope, { email: to.email, contactId: person.id }) }),
      profile: setProfile(scope, person.id, person.email, to),
      ...(isNew && (await withoutOldAddress(scope, person, pepper))),
      changed: audited(scope, { action: 'contact.changed', ...about, detail }),
      ...(isNew && {
        addressAdded: audited(scope, { action: 'address.added', ...about }),
        addressRemoved: audited(scope, { action: 'address.removed', ...about }),
        ended: audited(scope, { action: 'sessions.ended', ...about }),
      }),
    });
  } catch (error) {
    if (isDuplicate(error, 'contact_addresses')) return { outcome: 'address_taken' };
    if (isGuarded(error, 'contacts.email')) throw new Problem('conflict', 'person_moved');
    throw error;
  }
  return { outcome: 'done' };
}

/** After the new one has become the main one. */
async function withoutOldAddress(scope: TenantScope, person: Person, pepper: string): Promise<Statements> {
  const gone = { email: person.email, addressHash: await addressHash(pepper, scope.tenant.id, person.email) };
  return {
    oldAddress: deleteAddress(scope, person.id, person.email),
    proof: dropProof(scope, person.id),
    signIns: voidChallenges(scope, person.id, gone),
    links: revokeLinksOf(scope, person.id),
    sessions: endAllOfContact(scope, person.id),
  };
}
