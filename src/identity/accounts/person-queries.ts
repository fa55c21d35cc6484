import { and, asc, eq, sql } from 'drizzle-orm';
import { addressProofs } from '#db/schema/access.ts';
import { accounts, contactAddresses, contacts, memberships } from '#db/schema/people.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, hasRow, many, named, one, write } from '#db/statement.ts';

/** A contact of the tenant, whatever their state; null when it has none of this id. */
export function personOf(scope: TenantScope, contactId: string) {
  return one(
    build
      .select(
        named({
          id: contacts.id,
          name: contacts.name,
          email: contacts.email,
          state: contacts.state,
          createdAt: contacts.createdAt,
          lastSeenAt: contacts.lastSeenAt,
        }),
      )
      .from(contacts)
      .where(thisContact(scope, contactId)),
  );
}

/** Whether a contact has to do with an account: has a place there, had one, or takes part in one of its requests. */
export function isKnownIn(scope: TenantScope, accountId: string, contactId: string) {
  const here = sql`tenant_id = ${scope.tenant.id} and account_id = ${accountId}`;
  return hasRow(sql`select 1 as n from memberships where ${here} and contact_id = ${contactId}
    union all select 1 from ticket_people where ${here} and contact_id = ${contactId}
    union all select 1 from audit_entries indexed by audit_entries_subject where ${here} and subject_id = ${contactId} and action = 'membership.removed'
    limit 1`);
}

/** Whose address this is. */
export function ownerOfAddress(scope: TenantScope, email: string) {
  return one(
    build
      .select(named({ contactId: contactAddresses.contactId }))
      .from(contactAddresses)
      .where(and(eq(contactAddresses.tenantId, scope.tenant.id), eq(contactAddresses.email, email))),
  );
}

/** Every place of a contact, those without access too. */
export function placesOf(scope: TenantScope, contactId: string) {
  return many(
    build
      .select(
        named({
          contactId: memberships.contactId,
          accountId: accounts.id,
          accountName: accounts.name,
          membersSeeAll: accounts.membersSeeAll,
          role: memberships.role,
          lastSeenAt: memberships.lastSeenAt,
        }),
      )
      .from(memberships)
      .innerJoin(accounts, and(eq(accounts.tenantId, memberships.tenantId), eq(accounts.id, memberships.accountId)))
      .where(and(eq(memberships.tenantId, scope.tenant.id), eq(memberships.contactId, contactId)))
      .orderBy(sql`${accounts.name} collate nocase`, asc(accounts.id))
      .limit(200),
  );
}

/** Fails the batch where the main address is no longer `from`: what was read is old. */
export function setProfile(scope: TenantScope, contactId: string, from: string, to: { name: string; email: string }) {
  const email = sql`case when ${contacts.email} = ${from} then ${to.email} end`;
  return write(build.update(contacts).set({ name: to.name, email }).where(thisContact(scope, contactId)));
}

export function setState(scope: TenantScope, contactId: string, state: 'active' | 'disabled') {
  return write(
    build
      .update(contacts)
      .set({ state })
      .where(and(thisContact(scope, contactId), sql`${contacts.state} <> ${state}`)),
  );
}

/** A further address that they were about to prove. */
export function dropProof(scope: TenantScope, contactId: string) {
  return write(
    build
      .delete(addressProofs)
      .where(and(eq(addressProofs.tenantId, scope.tenant.id), eq(addressProofs.contactId, contactId))),
  );
}

function thisContact(scope: TenantScope, contactId: string) {
  return and(eq(contacts.tenantId, scope.tenant.id), eq(contacts.id, contactId));
}
