import type { Results } from '#db/statement.ts';
import { foldedKey } from '#forms/value-keys.ts';
import type { Contact } from '#lib/actor.ts';
import { fits } from '#tickets/listed-fields.ts';
import type { loadRequestList } from '#tickets/portal-list-page.ts';
import type { RequestQuery } from '#tickets/request-query.ts';
import { statusWords } from './status-words.ts';

export type ListRows = Results<ReturnType<typeof loadRequestList>>;

export interface Settled {
  /** The same object where there was nothing to settle. */
  readonly query: RequestQuery;
  /** Something that was asked for is left out. */
  readonly isLess: boolean;
}

const chosen = ['status', 'form', 'priority', 'requester'] as const;

/**
 * The query with only what is there to filter by, named in one way. A filter of
 * an old link, whose status, form or field has gone since, is left out; so is
 * what the reader may not filter by: which of the two it is, nobody can tell.
 * `me`: the reader's word for themself.
 */
export function settleQuery(query: RequestQuery, rows: ListRows, actor: Pick<Contact, 'sees'>, me: string): Settled {
  const { status, form, priority, fields } = query;
  const isTold = actor.sees === 'account';
  const requester = isTold ? requesterIn(query, rows, me) : null;
  const words = statusWords(rows.statuses, query);
  const found = words.find(({ ids, label }) => status !== null && (ids.includes(status) || label === status));
  const settled: RequestQuery = {
    ...query,
    status: found?.id ?? null,
    form: rows.forms.some(({ slug }) => slug === form) ? form : null,
    priority: rows.priorities.some(({ id }) => id === priority) ? priority : null,
    requester,
    asker: isTold && requester === null ? query.asker : null,
    fields: fields.filter(({ key, test }) => rows.fields.some((field) => field.key === key && fits(field, test))),
  };
  const isGone = chosen.some((name) => query[name] && !settled[name]) || (query.asker !== null && !isTold);
  const isLess = isGone || settled.fields.length < fields.length;
  if (!isLess && [...chosen, 'asker' as const].every((name) => settled[name] === query[name])) return { query, isLess };
  return { query: { ...settled, before: null }, isLess };
}

type ListPerson = ListRows['people']['offered'][number];

/** Who is asked for; null: nobody is, or it is not clear who. */
function requesterIn({ requester, asker }: RequestQuery, { people }: ListRows, me: string): string | null {
  const { offered, matches } = people;
  if (asker === null) return requester === 'me' || offered.some(({ id }) => id === requester) ? requester : null;
  if (foldedKey(asker.text) === foldedKey(me)) return 'me';
  const isNamed = ({ name, email }: ListPerson) =>
    [name, email].some((own) => foldedKey(own) === foldedKey(asker.text));
  const before = offered.find((person) => person.id === asker.id && isNamed(person));
  if (before) return before.id;
  const named = matches.filter(isNamed);
  const [only, ...others] = named.length > 0 ? named : matches;
  return only && others.length === 0 ? only.id : null;
}
