import { sql } from 'drizzle-orm';
import { seats } from '#db/schema/directory.ts';
import { accounts, agents, contactAddresses, contacts, memberships } from '#db/schema/people.ts';
import type { DirectoryScope, TenantScope } from '#db/scopes.ts';
import { build, type Statement, write } from '#db/statement.ts';

type Row<T extends { readonly $inferInsert: object }> = Omit<T['$inferInsert'], 'tenantId' | 'createdAt'>;

export function insertAccount(scope: TenantScope, row: Row<typeof accounts>): Statement<number> {
  return write(build.insert(accounts).values({ ...row, ...stamp(scope) }));
}

/** A contact with the address that is theirs; there is none without one. */
export function insertPerson(
  scope: TenantScope,
  row: { readonly id: string; readonly email: string; readonly name: string } & Partial<
    Record<'zone' | 'locale', string | null>
  >,
): readonly Statement<number>[] {
  const { id, email, zone = null, locale = null } = row;
  return [
    insertContact(scope, { ...row, zone, locale, state: 'active' }),
    insertAddress(scope, { email, contactId: id }),
  ];
}

/** Its number is the next one of the tenant, found inside the statement: two at once get two. */
function insertContact(scope: TenantScope, row: Omit<Row<typeof contacts>, 'number'>): Statement<number> {
  const number = sql`(select coalesce(max(number), 0) + 1 from ${contacts} where tenant_id = ${scope.tenant.id})`;
  return write(build.insert(contacts).values({ ...row, number, ...stamp(scope) }));
}

export function insertAddress(scope: TenantScope, row: Row<typeof contactAddresses>): Statement<number> {
  return write(build.insert(contactAddresses).values({ ...row, ...stamp(scope) }));
}

export function insertMembership(scope: TenantScope, row: Row<typeof memberships>): Statement<number> {
  return write(build.insert(memberships).values({ ...row, ...stamp(scope) }));
}

export function insertAgent(scope: TenantScope, row: Row<typeof agents>): Statement<number> {
  return write(build.insert(agents).values({ ...row, ...stamp(scope) }));
}

export function insertSeat(
  scope: DirectoryScope,
  row: Omit<typeof seats.$inferInsert, 'createdAt'>,
): Statement<number> {
  return write(build.insert(seats).values({ ...row, createdAt: scope.now }));
}

function stamp(scope: TenantScope): { tenantId: string; createdAt: number } {
  return { tenantId: scope.tenant.id, createdAt: scope.now };
}
