import type { Results } from '#db/statement.ts';
import type { Contact } from '#lib/actor.ts';
import { fits } from '#tickets/listed-fields.ts';
import type { loadRequestList } from '#tickets/portal-list-page.ts';
import type { RequestQuery } from '#tickets/request-query.ts';
import { statusWords } from './status-words.ts';

export type ListRows = Results<ReturnType<typeof loadRequestList>>;

/**
 * The query with only what is there to filter by, named in one way. A filter of
 * an old link, whose status, form or field has gone since, is left out; so is
 * what the reader may not filter by.
 */
export function settleQuery(query: RequestQuery, rows: ListRows, actor: Pick<Contact, 'sees'>): RequestQuery {
  const { status, form, priority, requester, fields } = query;
  const words = statusWords(rows.statuses, query);
  const found = words.find(({ ids, label }) => status !== null && (ids.includes(status) || label === status));
  const settled: RequestQuery = {
    ...query,
    status: found?.id ?? null,
    form: rows.forms.some(({ slug }) => slug === form) ? form : null,
    priority: rows.priorities.some(({ id }) => id === priority) ? priority : null,
    requester: actor.sees === 'account' && isKnown(requester, rows) ? requester : null,
    fields: fields.filter(({ key, test }) => rows.fields.some((field) => field.key === key && fits(field, test))),
  };
  const isSame = (['status', 'form', 'priority', 'requester'] as const).every((name) => settled[name] === query[name]);
  if (isSame && settled.fields.length === fields.length) return query;
  return { ...settled, before: null };
}

function isKnown(requester: string | null, { people }: ListRows): boolean {
  return requester === 'me' || people.some(({ id }) => id === requester);
}
