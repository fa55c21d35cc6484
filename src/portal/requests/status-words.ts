import type { RequestQuery } from '#tickets/request-query.ts';
import { isDone, type Status } from '#tickets/status-rules.ts';

/** A word that customers know: many of the tenant's statuses may be it. */
export interface StatusWord {
  /** The first of them: it stands for all in addresses. */
  readonly id: string;
  readonly ids: readonly string[];
  readonly label: string;
}

/** The words of the query's tab, in the tenant's order; of both where words are searched for. */
export function statusWords(
  statuses: readonly Status[],
  { tab, words }: Pick<RequestQuery, 'tab' | 'words'>,
): readonly StatusWord[] {
  const ofTab = statuses.filter(({ category }) => words !== null || isDone(category) === (tab === 'solved'));
  return [...Map.groupBy(ofTab, ({ publicLabel }) => publicLabel)].flatMap(([label, group]) => {
    const [first] = group;
    return first ? [{ id: first.id, ids: group.map(({ id }) => id), label }] : [];
  });
}
