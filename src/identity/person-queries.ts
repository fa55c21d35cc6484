import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { accounts, agents, contactAddresses, contacts, memberships } from '#db/schema/people.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, many, named, one, write } from '#db/statement.ts';
import type { Sight } from '#lib/actor.ts';

const mayEnter = sql`exists (select 1 from memberships m where m.tenant_id = ${contacts.tenantId}
  and m.contact_id = ${contacts.id} and m.role <> 'none')`;

/** The contact who may sign in with this address: active, with a workspace to enter. */
export function contactOfAddress(scope: TenantScope, address: string) {
  return one(
    build
      .select(named({ id: contacts.id, email: contacts.email, locale: contacts.locale }))
      .from(contactAddresses)
      .innerJoin(
        contacts,
        and(eq(contacts.tenantId, contactAddresses.tenantId), eq(contacts.id, contactAddresses.contactId)),
      )
      .where(
        and(
          eq(contactAddresses.tenantId, scope.tenant.id),
          eq(contactAddresses.email, address),
          eq(contacts.state, 'active'),
          mayEnter,
        ),
      ),
  );
}

export function activeAgent(scope: TenantScope, agentId: string) {
  return one(
    build
      .select(named({ id: agents.id, email: agents.email }))
      .from(agents)
      .where(and(eq(agents.tenantId, scope.tenant.id), eq(agents.id, agentId), eq(agents.state, 'active'))),
  );
}

const sees = sql<Sight>`case when ${memberships.role} = 'admin' or ${accounts.membersSeeAll} = 1
  then 'account' else 'own' end`.as('sees');

/** The workspaces that a contact may enter, the last used first, then by name. */
export function workspacesOf(scope: TenantScope, contactId: string) {
  return many(
    build
      .select({ ...named({ accountId: accounts.id, name: accounts.name, role: memberships.role }), sees })
      .from(memberships)
      .innerJoin(accounts, and(eq(accounts.tenantId, memberships.tenantId), eq(accounts.id, memberships.accountId)))
      .where(
        and(
          eq(memberships.tenantId, scope.tenant.id),
          eq(memberships.contactId, contactId),
          sql`${memberships.role} <> 'none'`,
        ),
      )
      .orderBy(desc(memberships.lastSeenAt), sql`${accounts.name} collate nocase`, asc(accounts.id))
      .limit(200),
  );
}

export function renameContact(scope: TenantScope, contactId: string, name: string) {
  return write(build.update(contacts).set({ name }).where(thisContact(scope, contactId)));
}

export function changeProfile(scope: TenantScope, contactId: string, profile: { name: string; zone: string | null }) {
  return write(build.update(contacts).set(profile).where(thisContact(scope, contactId)));
}

function thisContact(scope: TenantScope, contactId: string) {
  return and(eq(contacts.tenantId, scope.tenant.id), eq(contacts.id, contactId));
}
