import { type SQL, sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { raw, rawRow, rawRows, type SqlValue, type Statement } from '#db/statement.ts';
import type { Contact } from '#lib/actor.ts';
import { type SavedView, viewsMost } from './view.ts';

type Who = Pick<Contact, 'id' | 'accountId' | 'role'>;

/** What a person has in an account: the account's, and their own; by name. */
export function viewsOf(scope: TenantScope, contactId: string, accountId: string): Statement<readonly SavedView[]> {
  const those = (owner: SQL) => sql`select id, name, query, contact_id from (select * from views v
    where v.tenant_id = ${scope.tenant.id} and v.account_id = ${accountId} and ${owner} limit ${viewsMost})`;
  return rawRows(
    sql`select id, name, query, contact_id as contactId
      from (${those(sql`v.contact_id is null`)} union all ${those(sql`v.contact_id = ${contactId}`)})
      order by contactId is not null, name collate nocase, id`,
    viewIn,
  );
}

/** A view that this person may change. */
export function ownView(scope: TenantScope, who: Who, id: string): Statement<SavedView | null> {
  return rawRow(
    sql`select id, name, query, contact_id as contactId from views v where ${isTheirs(scope, who)} and v.id = ${id}`,
    viewIn,
  );
}

/** Keeps a view, unless there are too many; the same one twice is one. `contactId` null: for the account, by its admins. */
export function insertView(
  scope: TenantScope,
  who: Who,
  view: { readonly id: string; readonly contactId: string | null; readonly name: string; readonly query: string },
): Statement<number> {
  const { id, contactId, name, query } = view;
  const those = sql`from views v where v.tenant_id = ${scope.tenant.id} and v.account_id = ${who.accountId}
    and v.contact_id is ${contactId}`;
  return raw(sql`insert into views (tenant_id, id, account_id, contact_id, name, query, created_by, created_at)
    select ${scope.tenant.id}, ${id}, ${who.accountId}, ${contactId}, ${name}, ${query}, ${who.id}, ${scope.now}
    where (select count(*) ${those}) < ${viewsMost} and ${contactId === null ? administers(scope, who) : sql`true`}
      and not exists (select 1 ${those} and v.name = ${name} and v.query = ${query})`);
}

/** How many there are beside the ones of this name and query. */
export function countOthers(
  scope: TenantScope,
  who: Who,
  { contactId, name, query }: { readonly contactId: string | null; readonly name: string; readonly query: string },
): Statement<number | null> {
  return rawRow(
    sql`select count(*) as n from views v where v.tenant_id = ${scope.tenant.id} and v.account_id = ${who.accountId}
      and v.contact_id is ${contactId} and not (v.name = ${name} and v.query = ${query})`,
    ({ n }) => Number(n),
  );
}

/** Names it anew, for this person or (`contactId` null) for the account, unless it would be one too many there. */
export function updateView(
  scope: TenantScope,
  who: Who,
  id: string,
  { name, contactId }: { readonly name: string; readonly contactId: string | null },
): Statement<number> {
  return raw(sql`update views as v set name = ${name}, contact_id = ${contactId}
    where ${isTheirs(scope, who)} and v.id = ${id}
      and (v.contact_id is ${contactId} or (${contactId === null ? administers(scope, who) : sql`true`} and ${viewsMost} >
        (select count(*) from views o where o.tenant_id = v.tenant_id and o.account_id = v.account_id and o.contact_id is ${contactId})))`);
}

export function deleteView(scope: TenantScope, who: Who, id: string): Statement<number> {
  return raw(sql`delete from views as v where ${isTheirs(scope, who)} and v.id = ${id}`);
}

/** Their own; the account's too, where they are its admin at this moment. */
function isTheirs(scope: TenantScope, who: Who): SQL {
  return sql`v.tenant_id = ${scope.tenant.id} and v.account_id = ${who.accountId}
    and (v.contact_id = ${who.id} or (v.contact_id is null and ${administers(scope, who)}))`;
}

function administers({ tenant }: TenantScope, { id, accountId }: Who): SQL {
  return sql`exists (select 1 from memberships m where m.tenant_id = ${tenant.id}
    and m.contact_id = ${id} and m.account_id = ${accountId} and m.role = 'admin')`;
}

function viewIn(row: Readonly<Record<string, SqlValue>>): SavedView {
  const { id, name, query, contactId } = row;
  return { id: String(id), name: String(name), query: String(query), isShared: contactId === null };
}
