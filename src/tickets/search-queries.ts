import { type SQL, sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { rawRow, type Statement } from '#db/statement.ts';
import type { SearchWords } from '#lib/search-words.ts';
import type { Viewer } from './access-queries.ts';

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
  /** The same of the rows (`e`), besides. */
  readonly rows: SQL;
}

/** Texts that one search looks at. */
export const searchedMost = 400;
/** Of a person with no more requests than these only their texts are looked at. */
const fewRequests = 200;

/** What the viewer may find: their account's public texts and fields that contacts may read at this moment; of who sees only their own, theirs. */
export function requestIndex(scope: TenantScope, viewer: Viewer): SearchIndex {
  const account = tokenOf(viewer.accountId);
  const fields = sql`(select group_concat(' OR "' || ${account} || replace(f.id, '_', '') || '"', '') from fields f
    where f.tenant_id = ${scope.tenant.id} and f.portal_access <> 'none')`;
  const ofAccount = sql`'scope : ("' || ${account} || '"' || coalesce(${fields}, '') || ')'`;
  return {
    table: sql.raw('ticket_search'),
    part: viewer.sees === 'account' ? ofAccount : sql`${ofAccount} || ${ofOwn(scope, viewer)}`,
    rows: sql`e.tenant_id = ${scope.tenant.id} and e.account_id = ${viewer.accountId} and e.internal = 0`,
  };
}

/** What agents may find: everything of the tenant, notes too. No code for contacts calls it. */
export function deskIndex(scope: TenantScope): SearchIndex {
  return {
    table: sql.raw('ticket_search_agents'),
    part: sql`'scope : "' || ${tokenOf(scope.tenant.id)} || '"'`,
    rows: sql`e.tenant_id = ${scope.tenant.id}`,
  };
}

/**
 * `(select at, ticket_id, kind, field_id …)`: one row a ticket, with its newest
 * text that matches; `at` is its place in the order. A ticket that was found
 * further up (`before`) is not there again. Who is asked for still has to be
 * seen: join `tickets` and say `visibleTo`.
 */
export function found(index: SearchIndex, search: Search): SQL {
  const hits = sql`select max(h.at) as at, h.ticket_id, h.kind, h.field_id from (${looked(index, search)}) h group by h.ticket_id`;
  if (search.before === null) return sql`(${hits})`;
  const again = sql`select 1 from ${index.table}
    where ${index.table} match ${within(index, search, sql`g.ticket_id`)} and ${index.table}.rowid >= ${whole(search.before)}`;
  return sql`(select g.* from (${hits}) g where not exists (${again}))`;
}

/** Where the search stopped, for the next one's `before`; null: nothing older matches. */
export function searchedTo(index: SearchIndex, search: Search): Statement<number | null> {
  const end = sql`select case when count(*) = ${searchedMost} then min(h.at) end as at from (${looked(index, search)}) h`;
  return rawRow(end, ({ at }) => (at === undefined || at === null ? null : Number(at))) as Statement<number | null>;
}

/**
 * The words around what was found, each match between \u0002 and \u0003; for
 * tickets/snippet.ts to read. Ask for it where a page's rows stand already: it
 * costs a look at the text.
 */
export function snippetOf(index: SearchIndex, search: Search, at: SQL, ticketId: SQL): SQL<string> {
  return sql<string>`(select snippet(${index.table}, 1, char(2), char(3), '…', 24) from ${index.table}
    where ${index.table} match ${within(index, search, ticketId)} and ${index.table}.rowid = ${at})`;
}

function looked(index: SearchIndex, search: Search): SQL {
  const { table } = index;
  const older = search.before === null ? sql`` : sql`and ${table}.rowid < ${whole(search.before)}`;
  return sql`select ${table}.rowid as at, e.ticket_id, e.kind, e.field_id
    from ${table} cross join search_entries e on e.id = ${table}.rowid
    where ${table} match ${matching(index, search)} ${older} and ${index.rows}
    order by ${table}.rowid desc limit ${searchedMost}`;
}

function matching({ part }: SearchIndex, { words }: Search): SQL {
  return sql`${part} || ${` AND body : (${words.match})`}`;
}

/** The same in one ticket. */
function within(index: SearchIndex, search: Search, ticketId: SQL): SQL {
  return sql`'scope : "\ue000' || replace(${ticketId}, '_', '') || '" AND ' || ${matching(index, search)}`;
}

/** Some words more for who has few requests, so that others' texts are not looked at; and none at all find nothing. */
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
