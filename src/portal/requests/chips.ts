import type { RequestQuery } from '#tickets/request-query.ts';
import type { Reader } from '#ui/reader.ts';
import { type FilterView, filterWords, spanText } from './filter-view.ts';
import { listHref } from './list-address.ts';
import type { ListRows } from './settle-query.ts';
import { statusWords } from './status-words.ts';

/** A filter that is set, and the address without it. */
export interface Chip {
  readonly label: string;
  readonly value: string;
  readonly clearHref: string;
}

/** What the list is filtered by, in words. */
export function chipsOf(
  reader: Reader,
  query: RequestQuery,
  rows: ListRows,
  { controls }: FilterView,
): readonly Chip[] {
  const { t } = reader;
  const without = (change: Partial<RequestQuery>) => listHref({ ...query, ...change, before: null });
  const names = namesOf(reader, query, rows);
  const chosen = (['status', 'form', 'priority', 'requester'] as const).flatMap((name): Chip[] => {
    if (query[name] === null) return [];
    return [{ label: t(`list.by.${name}`), value: names[name] ?? '', clearHref: without({ [name]: null }) }];
  });
  const clearAsker = without({ asker: null });
  const typed = query.asker ? [{ label: t('list.by.requester'), value: query.asker.text, clearHref: clearAsker }] : [];
  const spans = (['created', 'activity'] as const).flatMap((name): Chip[] => {
    const { from, to } = query[name];
    if (from === null && to === null) return [];
    const clearHref = without({ [name]: { from: null, to: null } });
    return [{ label: t(`list.by.${name}`), value: spanText(reader, 'days', { from, to }), clearHref }];
  });
  const fields = query.fields.flatMap((filter): Chip[] => {
    const control = controls.find(({ name }) => name === filter.key || name === `${filter.key}.is`);
    const clearHref = without({ fields: query.fields.filter((other) => other !== filter) });
    return control ? [{ label: control.label, value: filterWords(reader, filter, control), clearHref }] : [];
  });
  return [...chosen, ...typed, ...spans, ...fields];
}

function namesOf({ t }: Reader, query: RequestQuery, { statuses, forms, priorities, people }: ListRows) {
  return {
    status: statusWords(statuses, query).find(({ id }) => id === query.status)?.label,
    form: forms.find(({ slug }) => slug === query.form)?.name,
    priority: priorities.find(({ id }) => id === query.priority)?.label,
    requester: query.requester === 'me' ? t('list.me') : people.offered.find(({ id }) => id === query.requester)?.name,
  };
}
