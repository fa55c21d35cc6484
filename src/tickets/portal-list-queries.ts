import { type SQL, sql } from 'drizzle-orm';
import { contactName } from '#db/contact-name.ts';
import type { TenantScope } from '#db/scopes.ts';
import { mapped, rawRows, type SqlValue, type Statement } from '#db/statement.ts';
import type { Viewer } from './access-queries.ts';
import { isShown, type Source, sourceOf } from './list-source-queries.ts';
import type { ListCursor } from './request-query.ts';
import { lastLooked, requestIndex, textAt } from './search-queries.ts';

type Row = Readonly<Record<string, SqlValue>>;

export interface PortalList extends Source {
  /** What is sorted begins behind it. */
  readonly after: ListCursor['after'];
  /** Rows that are shown, and one more. */
  readonly most: number;
}

export interface Found<T> {
  readonly rows: readonly T[];
  /** Rows of the index that were read, and the last of them. */
  readonly scanned: number;
  readonly last: string | null;
  /** Where a search stopped; null: nothing older matches. */
  readonly searchedTo: number | null;
  /** How many of them are hits; only of a filtered list. */
  readonly hits: number;
}

/** A page of requests of which every row of the index is one. */
export function listPlain<T>(scope: TenantScope, viewer: Viewer, list: PortalList, read: (row: Row) => T) {
  const rows = rawRows(
    sql`select t.place as place, t.major as major, t.minor as minor, null as kind, null as text, ${columns(scope)}
      from (${sourceOf(scope, viewer, { ...list, limit: list.most })}) t ${joins(scope, viewer)} where t.hit`,
    read,
  );
  return mapped(
    rows,
    (found): Found<T> => ({ rows: found, scanned: found.length, last: null, searchedTo: null, hits: found.length }),
  );
}

/**
 * A page of those rows of an index that are hits. All that the page may read of
 * the index is gone through once, whatever is found: so it is known how many
 * there are, and where to look further back.
 */
export function listFiltered<T>(scope: TenantScope, viewer: Viewer, list: PortalList, read: (row: Row) => T) {
  const { plan, after, most, words } = list;
  const order = plan.isSorted ? sql`order by major desc, minor desc, id desc` : sql``;
  const isNext = after ? sql`hit and (major, minor, id) < (${after[0]}, ${after[1]}, ${after[2]})` : sql`hit`;
  const index = requestIndex(scope, viewer);
  const search = words && { words, before: list.from?.[0] ?? null };
  const text = search ? sql`case when m.id is not null then ${textAt(sql`m.place`)} end` : sql`null`;
  const end = search ? sql`(select at from (${lastLooked(index, search)}))` : sql`null`;
  const rows = rawRows(
    sql`with found as materialized (select count(*) as scanned,
        json_extract(json_group_array(json_array(place, id)), '$[#-1]') as last,
        count(*) filter (where hit) as hits, json_group_array(json_array(id, place, major, minor, kind) ${order}) filter (where ${isNext}) as ids
        from (${sourceOf(scope, viewer, list)}))
      select found.scanned as scanned, found.last as last, found.hits as hits, ${end} as searchedTo, m.ordinal as ordinal,
        m.place as place, m.major as major, m.minor as minor, m.kind as kind, ${text} as text, ${columns(scope)}
      from found
      left join (select key as ordinal, value ->> 0 as id, value ->> 1 as place, value ->> 2 as major,
        value ->> 3 as minor, value ->> 4 as kind from json_each((select ids from found)) limit ${most}) m
      left join tickets t on t.tenant_id = ${scope.tenant.id} and t.id = m.id
      ${joins(scope, viewer)}`,
    (row) => row,
  );
  return mapped(rows, (all): Found<T> => {
    const [first] = all;
    const shown = all.filter((row) => row['id'] !== null);
    return {
      rows: shown.sort((a, b) => Number(a['ordinal']) - Number(b['ordinal'])).map(read),
      scanned: Number(first?.['scanned'] ?? 0),
      last: first?.['last'] == null ? null : String(first['last']),
      searchedTo: first?.['searchedTo'] == null ? null : Number(first['searchedTo']),
      hits: Number(first?.['hits'] ?? 0),
    };
  });
}

/** What the list shows of a row `t` of `tickets`. */
function columns({ tenant }: TenantScope): SQL {
  return sql`t.id as id, t.number as number, t.subject as subject, t.category as category, t.form_id as formId,
    t.priority_id as priorityId, t.requester_id as requesterId, t.created_at as createdAt,
    t.public_seq as publicSeq, t.public_activity_at as activityAt, t.last_author_kind as lastAuthorKind,
    t.last_author_id as lastAuthorId, t.last_message_at as lastMessageAt, s.public_label as publicLabel,
    r.name as requesterName, coalesce(lc.name, la.name, '') as lastName, coalesce(k.public_seq, 0) as readSeq,
    (select json_group_array(json_array(v.field_id, json(v.value), (select ${contactName('c')}
        from contacts c where c.tenant_id = v.tenant_id and c.id = v.text_key)))
      from ticket_field_values v where v.tenant_id = t.tenant_id and v.ticket_id = t.id
        and v.field_id in (select f.id from fields f where f.tenant_id = ${tenant.id} and ${isShown})) as "values"`;
}

/** To the left, so that no other order of tables is tried: each is there, or need not be. */
function joins({ tenant }: TenantScope, viewer: Viewer): SQL {
  return sql`left join statuses s on s.tenant_id = ${tenant.id} and s.id = t.status_id
    left join contacts r on r.tenant_id = ${tenant.id} and r.id = t.requester_id
    left join contacts lc on lc.tenant_id = ${tenant.id} and lc.id = t.last_author_id
    left join agents la on la.tenant_id = ${tenant.id} and la.id = t.last_author_id
    left join read_marks k on k.tenant_id = ${tenant.id} and k.contact_id = ${viewer.contactId} and k.ticket_id = t.id`;
}

export interface StatusCount {
  /** Null: of all statuses. */
  readonly statusId: string | null;
  readonly done: boolean;
  readonly n: number;
}

/** How many requests the viewer has, open and done, in all and by status; kept by triggers. */
export function countRequests(scope: TenantScope, viewer: Viewer): Statement<readonly StatusCount[]> {
  const of =
    viewer.sees === 'account' ? `account:${viewer.accountId}` : `contact:${viewer.contactId}:${viewer.accountId}`;
  const rows = (which: SQL) =>
    sql`select scope, done, n from ticket_counts where tenant_id = ${scope.tenant.id} and ${which}`;
  return rawRows(
    sql`select * from (${rows(sql`scope = ${of}`)} union all ${rows(sql`scope > ${`${of}:`} and scope < ${`${of};`}`)})`,
    (row) => ({
      statusId: String(row['scope']).slice(of.length + 1) || null,
      done: row['done'] === 1,
      n: Number(row['n']),
    }),
  );
}
