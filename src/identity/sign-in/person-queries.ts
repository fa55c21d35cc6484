import { and, eq, sql } from 'drizzle-orm';
import { agents, contactAddresses, contacts } from '#db/schema/people.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, named, one } from '#db/statement.ts';

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
