import { and, eq, type SQL, sql } from 'drizzle-orm';
import { tickets } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import { rawRow, type Statement } from '#db/statement.ts';
import type { SearchWords } from '#lib/search-words.ts';
import { type Viewer, visibleTo } from './access-queries.ts';

// Newest first by rowid, never by rank. A search looks at the newest texts that
// match, so many at most, and says where it stopped: "look further back".

export interface Search {
  readonly words: SearchWords;
  /** Look only at what is older than this (`searchedTo`, or a hit's `at`); null: from the newest. */
  readonly before: number | null;
}

/** An index with the right to look into a part of it. */
export interface SearchIndex {
  readonly table: SQL;
  /** The part, in FTS5's words: required by every MATCH. */
  readonly part: SQL;
  /** Fewer texts of it, for who has few requests. */
  readonly own: SQL;
  /** The part again, as a condition on its rows (`e`) and on `tickets`. */
  readonly rows: SQL;
  readonly visible: SQL | undefined;
}

/** Texts that one search looks at. */
const searchedMost = 200;
/** Of a person with no more requests than these only their texts are looked at. */
const fewRequests = 200;

/** What the viewer may find: their account's public texts, fields that contacts may read at this moment; of who sees only their own, theirs. */
export function requestIndex(scope: TenantScope, viewer: Viewer): SearchIndex {
  const account = tokenOf(viewer.accountId);
  const fields = sql`(select group_concat(' OR "' || ${account} || replace(f.id, '_', '') || '"', '') from fields f
    where f.tenant_id = ${scope.tenant.id} and f.portal_access <> 'none')`;
  return {
    table: sql.raw('ticket_search'),
    part: sql`'scope : ("' || ${account} || '"' || coalesce(${fields}, '') || ')'`,
    own: viewer.sees === 'account' ? sql`''` : ofOwn(scope, viewer),
    rows: sql`e.tenant_id = ${scope.tenant.id} and e.account_id = ${viewer.accountId} and e.internal = 0`,
    visible: visibleTo(scope, viewer),
  };
}

/** What agents may find: everything of the tenant, notes too. No code for contacts calls it. */
export function deskIndex(scope: TenantScope): SearchIndex {
  return {
    table: sql.raw('ticket_search_agents'),
    part: sql`'scope : "' || ${tokenOf(scope.tenant.id)} || '"'`,
    own: sql`''`,
    rows: sql`e.tenant_id = ${scope.tenant.id}`,
    visible: eq(tickets.tenantId, scope.tenant.id),
  };
}

/**
 * A page of what was found, for a FROM: `(select at, ticket_id, kind, field_id …)`,
 * one row a ticket with its newest text that matches; `at` is its place in the
 * order, newest first. A ticket that was found further up (`before`) does not
 * come again. `where` says more of `tickets`. Whatever is joined to it is joined
 * by CROSS JOIN: SQLite thinks it large, and would read all tickets first.
 */
export function found(index: SearchIndex, search: Search, where: SQL | undefined, limit: number): SQL {
  // The tickets are asked for one by one in this order, and no further than the page needs:
  // a LIMIT keeps the inner order, a CROSS JOIN the outer one.
  const newest = sql`select max(h.at) as at, h.ticket_id, h.kind, h.field_id from (${looked(index, search)}) h
    group by h.ticket_id order by 1 desc limit ${literal(searchedMost)}`;
  const its = sql`${tickets.id} = f.ticket_id`;
  return sql`(select f.at, f.ticket_id, f.kind, f.field_id from (${newest}) f cross join ${tickets}
    where ${and(index.visible, its, where)} ${notAbove(index, search)} limit ${literal(limit)})`;
}

function notAbove(index: SearchIndex, search: Search): SQL {
  if (search.before === null) return sql``;
  return sql`and not exists (select 1 from ${index.table}
    where ${index.table} match ${within(index, search, sql`f.ticket_id`)} and ${index.table}.rowid >= ${whole(search.before)})`;
}

/** Where the search stopped, for the next one's `before`; null: nothing older matches. */
export function searchedTo(index: SearchIndex, search: Search): Statement<number | null> {
  return rawRow(lastLooked(index, search), ({ at }) => Number(at));
}

/** The same inside another statement: a row with `at`, or none. */
export function lastLooked(index: SearchIndex, search: Search): SQL {
  // Just before the first that was not looked at. The rows are left out: they say
  // again what the index says, and each would be read once more.
  return sql`select ${index.table}.rowid + 1 as at ${matches(index, search)} limit 1 offset ${literal(searchedMost)}`;
}

/** A text that was found, whole: tickets/excerpt.ts marks the words in it. */
export function textAt(at: SQL): SQL<string> {
  return sql<string>`(select e.body from search_entries e where e.id = ${at})`;
}

function looked(index: SearchIndex, search: Search): SQL {
  const { table } = index;
  return sql`select e.id as at, e.ticket_id, e.kind, e.field_id from (
      select ${table}.rowid as at ${matches(index, search)} limit ${literal(searchedMost)}
    ) m cross join search_entries e on e.id = m.at where ${index.rows}`;
}

/** Everything in the part that matches, newest first. */
function matches(index: SearchIndex, search: Search): SQL {
  const { table, own } = index;
  const older = search.before === null ? sql`` : sql`and ${table}.rowid < ${whole(search.before)}`;
  return sql`from ${table} where ${table} match ${matching(index, search)} || ${own} ${older} order by ${table}.rowid desc`;
}

function matching({ part }: SearchIndex, { words }: Search): SQL {
  return sql`${part} || ${` AND body : (${words.match})`}`;
}

/** The same in one ticket. */
function within(index: SearchIndex, search: Search, ticketId: SQL): SQL {
  return sql`'scope : "\ue000' || replace(${ticketId}, '_', '') || '" AND ' || ${matching(index, search)}`;
}

/** For who has few requests: these by name, so that others' texts are not looked at. Who has none finds nothing. */
function ofOwn(scope: TenantScope, viewer: Viewer): SQL {
  return sql`(select case when count(*) = 0 then ' AND ""' when count(*) <= ${fewRequests}
      then ' AND scope : (' || group_concat('"\ue000' || replace(p.ticket_id, '_', '') || '"', ' OR ') || ')'
      else '' end
    from (select ticket_id from ticket_people where tenant_id = ${scope.tenant.id}
      and contact_id = ${viewer.contactId} and account_id = ${viewer.accountId}
      order by public_activity_at desc limit ${fewRequests + 1}) p)`;
}

/** An id as it stands in the indexes: after a sign that is of no language, without what would part it. */
function tokenOf(id: string): string {
  return `\ue000${id.replace(/[^0-9a-z]/g, '')}`;
}

/** A bound number is a float to D1, and FTS5 takes whole ones only for a bound of rowids. */
function whole(n: number): SQL {
  return sql`cast(${n} as integer)`;
}

/** A limit in the text: SQLite plans a join by one that it can read. */
function literal(n: number): SQL {
  return sql.raw(String(Math.trunc(n)));
}
