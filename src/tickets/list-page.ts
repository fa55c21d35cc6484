import * as z from 'zod';
import type { TenantScope } from '#db/scopes.ts';
import { mapped, type SqlValue, type Statement } from '#db/statement.ts';
import type { Viewer } from './access-queries.ts';
import { filterOf } from './list-filter.ts';
import { type RequestListItem, readItem } from './list-item.ts';
import { type ListPlan, planOf } from './list-plan.ts';
import { type Found, listFiltered, listPlain } from './portal-list-queries.ts';
import type { ListCursor, RequestQuery } from './request-query.ts';

export interface RequestPage {
  readonly items: readonly RequestListItem[];
  /** Where the next page begins; null at the end. */
  readonly next: ListCursor | null;
  /** Only so many requests were looked through: what is further back was not. */
  readonly isPartial: boolean;
  /** Only those looked through are sorted: what comes behind them may belong before. */
  readonly isInParts: boolean;
  /** How many there are among those looked through; null where the kept counts say it. */
  readonly hits: number | null;
}

export interface PageWish {
  /** Whose days the query's are. */
  readonly zone: string;
  readonly size?: number;
}

const pageSize = 25;

/** A page of the portal's list. Reads about as many rows as it shows; of a filtered list at most `lookedThrough` more. */
export function listPage(
  scope: TenantScope,
  viewer: Viewer,
  query: RequestQuery,
  { zone, size = pageSize }: PageWish,
): Statement<RequestPage> {
  const plan = planOf(query, viewer);
  const { sort, ascending, before } = query;
  const list = {
    plan,
    filter: filterOf(query, viewer, { now: scope.now, zone }),
    from: before?.from ?? null,
    after: before?.after ?? null,
    limit: plan.window ?? size + 1,
    most: size + 1,
    sort,
    ascending,
    words: query.words,
  };
  const read = (row: Row) => readItem(row, viewer.contactId, query.words);
  const found = plan.window === null ? listPlain(scope, viewer, list, read) : listFiltered(scope, viewer, list, read);
  return mapped(found, (it) => pageOf(it, plan, query, size));
}

type Listed = ReturnType<typeof readItem>;

function pageOf(found: Found<Listed>, plan: ListPlan, query: RequestQuery, size: number): RequestPage {
  const items = found.rows.slice(0, size).map(({ item }) => item);
  const hits = plan.window === null ? null : found.hits;
  const last = found.rows[size - 1];
  const end = endOf(found, plan);
  const isInParts = plan.isSorted && end !== null;
  if (found.rows.length > size && last) {
    const next: ListCursor = plan.isSorted
      ? { from: query.before?.from ?? null, after: [last.major, last.minor, last.item.id] }
      : { from: [last.place, last.item.id], after: null };
    return { items, next, isPartial: false, isInParts, hits };
  }
  return { items, next: end && { from: end, after: null }, isPartial: end !== null, isInParts, hits };
}

/** Where the index has to be read on; null: it was read to its end. */
function endOf({ scanned, last, searchedTo }: Found<Listed>, { along, window }: ListPlan): ListCursor['from'] {
  if (window !== null && scanned >= window && last !== null) return place.parse(JSON.parse(last));
  return along === 'words' && searchedTo !== null ? [searchedTo, ''] : null;
}

const place = z.tuple([z.number(), z.string()]);

type Row = Readonly<Record<string, SqlValue>>;
