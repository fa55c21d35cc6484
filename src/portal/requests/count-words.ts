import { isFiltered, type RequestQuery, type RequestTab } from '#tickets/request-query.ts';
import type { ListRows } from './settle-query.ts';
import { type StatusWord, statusWords } from './status-words.ts';

/** Beyond it a filtered list is not counted. */
const countedMost = 100;

/** How many requests a tab has in all. */
export function totalOf({ counts }: Pick<ListRows, 'counts'>, tab: RequestTab): number {
  return counts.find(({ statusId, done }) => statusId === null && done === (tab === 'solved'))?.n ?? 0;
}

/** How many have a status that customers know by this word; kept. */
export function countOf({ counts }: Pick<ListRows, 'counts'>, { ids }: StatusWord): number {
  return counts
    .filter(({ statusId }) => statusId !== null && ids.includes(statusId))
    .reduce((sum, { n }) => sum + n, 0);
}

/** How many there are of what is asked for: `12`, `100+`. Null where this page cannot say. */
export function shownCount(query: RequestQuery, rows: ListRows): string | null {
  const { status, before, tab } = query;
  if (!isFiltered(query)) return String(totalOf(rows, tab));
  const word = statusWords(rows.statuses, query).find(({ id }) => id === status);
  if (word && !isFiltered({ ...query, status: null })) return String(countOf(rows, word));
  const { hits, isPartial } = rows.page;
  if (hits === null || before !== null) return null;
  return hits > countedMost ? `${countedMost}+` : `${hits}${isPartial ? '+' : ''}`;
}
