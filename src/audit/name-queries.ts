import { type SQL, sql } from 'drizzle-orm';
import { contactName } from '#db/contact-name.ts';
import type { TenantScope } from '#db/scopes.ts';
import { rawRows, type SqlValue } from '#db/statement.ts';

/** The contact and the agent who have this address; for a customer only people of their account. */
export function idsOfAddress(scope: TenantScope, address: string, within: string | null) {
  const tenantId = scope.tenant.id;
  const contact = sql`select x.contact_id as id from contact_addresses x
    where x.tenant_id = ${tenantId} and x.email = ${address} and ${isMember(sql`x.contact_id`, sql`x.tenant_id`, within)}`;
  const agent = sql`select g.id as id from agents g
    where g.tenant_id = ${tenantId} and g.email = ${address} and ${within === null ? sql`true` : sql`false`}`;
  return rawRows(sql`${contact} union all ${agent}`, (row) => String(row['id']));
}

/** What people are called; of a customer's page only who is of their account. */
export function namesOfPeople(scope: TenantScope, ids: readonly string[], within: string | null) {
  const tenantId = scope.tenant.id;
  const wanted = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  const contact = sql`select p.id as id, ${contactName('p')} as name from contacts p
    where p.tenant_id = ${tenantId} and p.id in ${wanted} and ${isMember(sql`p.id`, sql`p.tenant_id`, within)}`;
  const agent = sql`select g.id as id, g.name as name from agents g
    where g.tenant_id = ${tenantId} and g.id in ${wanted} and ${within === null ? sql`true` : sql`false`}`;
  return rawRows(sql`${contact} union all ${agent}`, nameOf);
}

/** An account by its whole name, however its letters are, or by its external id. */
export function accountCalled(scope: TenantScope, text: string) {
  const tenantId = scope.tenant.id;
  return rawRows(
    sql`select id from (select a.id as id from accounts a indexed by accounts_external
        where a.tenant_id = ${tenantId} and a.external_id = ${text})
      union all select id from (select a.id as id from accounts a indexed by accounts_name
        where a.tenant_id = ${tenantId} and a.name collate nocase = ${text} limit 1)`,
    (row) => String(row['id']),
  );
}

export function nameOfAccount(scope: TenantScope, id: string) {
  return rawRows(
    sql`select a.id as id, a.name as name from accounts a where a.tenant_id = ${scope.tenant.id} and a.id = ${id}`,
    nameOf,
  );
}

function nameOf(row: Readonly<Record<string, SqlValue>>) {
  return { id: String(row['id']), name: String(row['name']) };
}

function isMember(contactId: SQL, tenantId: SQL, within: string | null): SQL {
  return within === null
    ? sql`true`
    : sql`exists (select 1 from memberships m where m.tenant_id = ${tenantId} and m.contact_id = ${contactId}
        and m.account_id = ${within})`;
}
