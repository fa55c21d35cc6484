import { audited } from '#audit/audited.ts';
import { isDuplicate, run, runList } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Agent, ContactRole } from '#lib/actor.ts';
import { newId } from '#lib/ids.ts';
import type { Origin } from '#lib/origin.ts';
import { mustManage } from '#lib/rights.ts';
import { addMember } from '../members/add-member.ts';
import { insertMembership, insertPerson } from '../people/people-queries.ts';
import { ownerOfAddress } from './person-queries.ts';

export interface NewPerson {
  readonly accountId: string;
  /** Normalized. */
  readonly email: string;
  /** Empty until they say it. Somebody known keeps theirs. */
  readonly name: string;
  readonly role: ContactRole;
}

/**
 * Gives the person of an address a place in an account, at once and without a
 * mail; makes a contact of them where the tenant has none. `there`: they have
 * a place in the account already, which stays as it is.
 */
export async function addPerson(
  scope: TenantScope,
  actor: Agent,
  input: NewPerson,
  origin: Origin,
): Promise<{ readonly outcome: 'done' | 'there'; readonly contactId: string }> {
  mustManage(actor);
  const { known } = await run(scope.db, { known: ownerOfAddress(scope, input.email) });
  if (known) return join(scope, actor, input, known.contactId, origin);
  try {
    return { outcome: 'done', contactId: await insert(scope, actor, input, origin) };
  } catch (error) {
    if (!isDuplicate(error, 'contact_addresses')) throw error;
    // Somebody was quicker with the same address.
    return addPerson(scope, actor, input, origin);
  }
}

async function join(scope: TenantScope, actor: Agent, input: NewPerson, contactId: string, origin: Origin) {
  const { accountId, role } = input;
  const { outcome } = await addMember(scope, actor, { contactId, accountId, role }, origin);
  return { outcome: outcome === 'done' ? outcome : ('there' as const), contactId };
}

async function insert(scope: TenantScope, actor: Agent, input: NewPerson, origin: Origin): Promise<string> {
  const { accountId, email, name, role } = input;
  const contactId = newId('contact', scope.now);
  const about = { actor, accountId, subjectId: contactId, origin };
  await runList(scope.db, [
    ...insertPerson(scope, { id: contactId, name, email }),
    insertMembership(scope, { contactId, accountId, role }),
    audited(scope, { action: 'contact.added', ...about }),
    audited(scope, { action: 'membership.added', ...about, detail: { role } }),
  ]);
  return contactId;
}
