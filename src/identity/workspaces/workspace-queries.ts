import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { accounts, memberships } from '#db/schema/people.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, many, named } from '#db/statement.ts';
import { sightOf } from '#db/ticket-sight.ts';
import type { Sight } from '#lib/actor.ts';

const sees = sql<Sight>`${sightOf({ role: memberships.role, membersSeeAll: accounts.membersSeeAll })}`;

/** The workspaces that a contact may enter, the last used first, then by name. */
export function workspacesOf(scope: TenantScope, contactId: string) {
  return many(
    build
      .select({
        ...named({ accountId: accounts.id, name: accounts.name, role: memberships.role }),
        sees: sees.as('sees'),
      })
      .from(memberships)
      .innerJoin(accounts, and(eq(accounts.tenantId, memberships.tenantId), eq(accounts.id, memberships.accountId)))
      .where(and(eq(memberships.tenantId, scope.tenant.id), eq(memberships.contactId, contactId), isNotNull(sees)))
      .orderBy(desc(memberships.lastSeenAt), sql`${accounts.name} collate nocase`, asc(accounts.id))
      .limit(200),
  );
}
