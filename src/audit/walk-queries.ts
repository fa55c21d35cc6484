import { type SQL, sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { firstIdAt } from '#lib/ids.ts';
import { auditGroups } from './actions.ts';
import type { AuditFilters } from './filters.ts';

// Every list of entries is a walk backwards along one index, or along a few of
// them merged: it reads about as many rows as it shows. Where a second filter
// is no part of the index, the walk ends after `lookedThrough` entries, and the
// next page goes on from there.

/** How many entries of an index one page looks through for a second filter. */
export const lookedThrough = 1000;

/** Beyond it D1 refuses a compound SELECT. */
const termsMost = 5;

interface Path {
  readonly index: string;
  readonly where: SQL;
}

export interface Walk {
  /** Where the walk has to end; NULL where it ends by itself. */
  readonly horizon: SQL;
  /** Ids of the newest matches, in order. May use `horizon(id)`. */
  readonly ids: SQL;
  /** True where `horizon` may not be NULL. */
  readonly isBounded: boolean;
}

/** The ids of the newest `limit` entries that match, before the cursor. */
export function walkOf(scope: TenantScope, filters: AuditFilters, before: string | null, limit: number): Walk {
  const { paths, rest } = pathsOf(filters);
  const along = (path: Path, more: SQL) => sql`select id from audit_entries ${sql.raw(path.index)}
    where tenant_id = ${scope.tenant.id} and ${path.where} and ${inRange(filters, before)} and ${more}`;
  if (rest === null) {
    const ids = merged(
      paths.map((path) => along(path, sql`true`)),
      limit,
    );
    return { horizon: sql`select null`, ids, isBounded: false };
  }
  const ends = paths.map(
    (path) => sql`select * from (${along(path, sql`true`)} order by id desc limit 1 offset ${lookedThrough - 1})`,
  );
  const notBeyond = sql`id >= coalesce((select id from horizon), '') and ${rest}`;
  const ids = merged(
    paths.map((path) => along(path, notBeyond)),
    limit,
  );
  return { horizon: sql`select max(id) from (${sql.join(ends, sql` union all `)})`, ids, isBounded: true };
}

/** By whom first: a person has fewer entries than an account, and an account fewer than a group. */
function pathsOf({ people, accountId, group }: AuditFilters): { readonly paths: readonly Path[]; rest: SQL | null } {
  const actions = group === null ? null : auditGroups[group];
  const ofGroup =
    actions &&
    sql`action in (${sql.join(
      actions.map((action) => sql`${action}`),
      sql`, `,
    )})`;
  const ofAccount = accountId === null ? null : sql`account_id = ${accountId}`;
  if (people.length > 0) return { paths: people.flatMap(pathsOfPerson), rest: and(ofAccount, ofGroup) };
  if (ofAccount) return { paths: [{ index: 'indexed by audit_entries_account', where: ofAccount }], rest: ofGroup };
  const byAction = (actions ?? []).map((action) => ({
    index: 'indexed by audit_entries_action',
    where: sql`action = ${action}`,
  }));
  return { paths: byAction.length > 0 ? byAction : [all], rest: null };
}

/** Along the primary key. */
const all: Path = { index: 'indexed by sqlite_autoindex_audit_entries_1', where: sql`true` };

function pathsOfPerson(id: string): Path[] {
  return [
    { index: 'indexed by audit_entries_actor', where: sql`actor_id = ${id}` },
    { index: 'indexed by audit_entries_subject', where: sql`subject_id = ${id}` },
  ];
}

function and(...conditions: readonly (SQL | null)[]): SQL | null {
  const given = conditions.filter((condition) => condition !== null);
  return given.length > 0 ? sql.join(given, sql` and `) : null;
}

/** Times are ranges of ids, for an id begins with its time. */
function inRange({ from, to }: AuditFilters, before: string | null): SQL {
  const ends = [before, to === null ? null : firstIdAt('audit', to)].filter((end) => end !== null).sort();
  const [end] = ends;
  const start = from === null ? null : firstIdAt('audit', from);
  return and(end === undefined ? null : sql`id < ${end}`, start === null ? null : sql`id >= ${start}`) ?? sql`true`;
}

/** The newest of several walks, each in order: SQLite merges them as it goes and stops at the limit. */
function merged(walks: readonly SQL[], limit: number): SQL {
  if (walks.length <= termsMost) {
    return sql`${sql.join([...walks], sql` union `)} order by id desc limit ${limit}`;
  }
  const parts: SQL[] = [];
  for (let at = 0; at < walks.length; at += termsMost) {
    parts.push(sql`select * from (${merged(walks.slice(at, at + termsMost), limit)})`);
  }
  return merged(parts, limit);
}
