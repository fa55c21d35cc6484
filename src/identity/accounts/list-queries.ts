import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { accounts, contacts } from '#db/schema/people.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, many, mapped, named, one } from '#db/statement.ts';

/** People of an account are counted up to here; beyond it the list says "50+". */
export const peopleMost = 50;

// The account's columns by their full names: in a statement about one table the builder leaves the table out.
const people = sql<number>`(select count(*) from (select 1 from memberships m where m.tenant_id = accounts.tenant_id
  and m.account_id = accounts.id and m.role in ('admin', 'member') limit ${peopleMost + 1}))`.as('people');

const openRequests = sql<number>`coalesce((select k.n from ticket_counts k where k.tenant_id = accounts.tenant_id
  and k.scope = 'account:' || accounts.id and k.done = 0), 0)`.as('openRequests');

const newestActivityAt = sql<number | null>`(select max(t.public_activity_at) from tickets t
  where t.tenant_id = accounts.tenant_id and t.account_id = accounts.id)`.as('newestActivityAt');

export interface AccountFilter {
  /** How the name begins; empty: all. */
  readonly prefix: string;
  /** The last account of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

/** Accounts by name, along an index in this order. */
export function listByName(scope: TenantScope, { prefix, after, limit }: AccountFilter) {
  return many(
    build
      .select({
        ...named({ id: accounts.id, name: accounts.name, externalId: accounts.externalId }),
        people,
        openRequests,
        newestActivityAt,
      })
      .from(accounts)
      .where(and(eq(accounts.tenantId, scope.tenant.id), beginsWith(prefix), behind(scope, after)))
      .orderBy(byName, asc(accounts.id))
      .limit(limit),
  );
}

const byName = sql`${accounts.name} collate nocase`;

/** No LIKE: two bounds, the second above every name that begins so. */
function beginsWith(prefix: string): SQL | undefined {
  return prefix === '' ? undefined : sql`${byName} >= ${prefix} and ${byName} < ${`${prefix}\u{10ffff}`}`;
}

/** Not as one comparison of rows: SQLite walks the index from its beginning for those with a collation. */
function behind(scope: TenantScope, after: string | null): SQL | undefined {
  if (after === null) return undefined;
  const last = sql`(select l.name from accounts l where l.tenant_id = ${scope.tenant.id} and l.id = ${after})`;
  return sql`${byName} >= ${last} and (${byName} > ${last} or ${accounts.id} > ${after})`;
}

/** Whether the tenant has any customer yet. */
export function anyContact(scope: TenantScope) {
  const first = one(
    build
      .select(named({ id: contacts.id }))
      .from(contacts)
      .where(eq(contacts.tenantId, scope.tenant.id))
      .limit(1),
  );
  return mapped(first, (row) => row !== null);
}
