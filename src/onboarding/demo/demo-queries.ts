import { and, eq, getTableColumns, type InferSelectModel, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { accountDomains } from '#db/schema/access.ts';
import { tenants } from '#db/schema/directory.ts';
import { forms } from '#db/schema/forms.ts';
import { tenantSettings } from '#db/schema/tenancy.ts';
import { priorities, statuses } from '#db/schema/tickets.ts';
import type { DirectoryScope, TenantScope } from '#db/scopes.ts';
import { build, many, named, one, raw, type Statement, write } from '#db/statement.ts';

export function tenantOfSlug(_scope: DirectoryScope, slug: string) {
  return one(
    build
      .select(named({ id: tenants.id }))
      .from(tenants)
      .where(eq(tenants.slug, slug)),
  );
}

/** Many rows of one table as one statement with two parameters (D1 takes 100): the rows travel as JSON. */
export function insertAll<T extends SQLiteTable>(
  scope: TenantScope,
  table: T,
  rows: readonly Omit<InferSelectModel<T>, 'tenantId'>[],
): Statement<number> {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => sql.identifier(column.name));
  const values = columns.map(([key]) =>
    key === 'tenantId' ? sql`${scope.tenant.id}` : sql`json_extract(value, ${sql.raw(`'$.${key}'`)})`,
  );
  return raw(
    sql`insert into ${table} (${sql.join(names, sql`, `)})
        select ${sql.join(values, sql`, `)} from json_each(${JSON.stringify(rows)})`,
  );
}

export function listStatuses({ tenant }: TenantScope) {
  const { id, category, label, publicLabel } = statuses;
  return many(
    build.select(named({ id, category, label, publicLabel })).from(statuses).where(eq(statuses.tenantId, tenant.id)),
  );
}

export function listPriorities({ tenant }: TenantScope) {
  const { id, label } = priorities;
  return many(build.select(named({ id, label })).from(priorities).where(eq(priorities.tenantId, tenant.id)));
}

export function defaultForm({ tenant }: TenantScope) {
  return one(
    build
      .select(named({ id: forms.id }))
      .from(forms)
      .where(eq(forms.tenantId, tenant.id)),
  );
}

/** What customers read of the form that every company begins with. */
export function nameUsualForm(
  { tenant }: TenantScope,
  to: {
    readonly name: string;
    readonly description: string;
    readonly icon: string;
    readonly group: string;
    readonly position: number;
  },
): Statement<number> {
  const { group: groupName, ...rest } = to;
  return write(
    build
      .update(forms)
      .set({ ...rest, groupName })
      .where(and(eq(forms.tenantId, tenant.id), eq(forms.isDefault, 1))),
  );
}

export function setLogos({ tenant }: TenantScope, logoLight: string, logoDark: string): Statement<number> {
  return write(build.update(tenantSettings).set({ logoLight, logoDark }).where(eq(tenantSettings.tenantId, tenant.id)));
}

/** Each place in an account begins a day before its first message there, and was last used at the newest. */
export function dateMemberships({ tenant }: TenantScope) {
  const day = 24 * 60 * 60 * 1000;
  const said = (which: 'min' | 'max') => sql`(select ${sql.raw(which)}(m.created_at) from messages m
    join tickets t on t.tenant_id = m.tenant_id and t.id = m.ticket_id and t.account_id = memberships.account_id
    where m.tenant_id = memberships.tenant_id and m.author_kind = 'contact' and m.author_id = memberships.contact_id)`;
  return raw(sql`update memberships set last_seen_at = ${said('max')},
      created_at = coalesce(${said('min')} - ${day}, created_at)
    where tenant_id = ${tenant.id}`);
}

/** Mail domains of an account that the owner has confirmed. */
export function confirmedDomains(scope: TenantScope, accountId: string, domains: readonly string[], ownerId: string) {
  const shared = { accountId, role: 'member' as const, confirmedBy: ownerId };
  const rows = domains.map((domain) => ({ ...shared, domain, confirmedAt: scope.now, createdAt: scope.now }));
  return insertAll(scope, accountDomains, rows);
}
