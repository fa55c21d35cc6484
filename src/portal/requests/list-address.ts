import * as z from 'zod';
import { typedAnswer } from '#forms/typed-answer.ts';
import { type Day, dayOfNumber, isDay, numberOfDay } from '#lib/days.ts';
import { isId } from '#lib/ids.ts';
import { readSearch } from '#lib/search-words.ts';
import { cleanLine } from '#lib/text.ts';
import type {
  Asker,
  FieldFilter,
  FieldTest,
  ListCursor,
  RequestQuery,
  RequestSort,
  Span,
} from '#tickets/request-query.ts';

// The list's whole state stands in its address, in one form only: so Back,
// reload, a shared link and a saved view all show the same.

/** Filters by fields in one address; each costs a look-up for each request that is looked through. */
const mostFields = 6;

/** As long as an address may be. */
const longestAsker = 254;

/** What stands behind the `?`, at its longest: each of 200 characters of every filter may take twelve in an address. */
export const longestQuery = 30_000;

type Params = Readonly<Record<string, string>>;

/** What stands behind an address's `?`, as people may write it; of what is said twice, the first counts. */
export function readQuery(search: string | URLSearchParams): RequestQuery {
  return readAddress(Object.fromEntries([...new URLSearchParams(search)].reverse()));
}

/** What parameters ask for. Whatever no link or form of ours writes is as good as not said. */
export function readAddress(params: Params): RequestQuery {
  const of = (name: string) => (params[name] ?? '').trim();
  const matching = (name: string, test: (text: string) => boolean) => (test(of(name)) ? of(name) : null);
  const [sort = '', way] = of('sort').split('-', 2);
  const words = readSearch(params['q']);
  return {
    // What is searched for is found in both tabs, whenever it was.
    tab: words === null && of('tab') === 'solved' ? 'solved' : 'open',
    all: words === null && of('all') === '1',
    words,
    status: matching('status', (text) => /^[^\p{C}]{1,100}$/u.test(text)),
    form: matching('form', (text) => /^[\w-]{1,100}$/.test(text)),
    priority: matching('priority', (text) => isId('priority', text)),
    requester: matching('requester', isPerson),
    asker: askerOf(of('requester'), of('requester.id')),
    created: { from: dayOf(of('from')), to: dayOf(of('to')) },
    activity: { from: dayOf(of('activity.from')), to: dayOf(of('activity.to')) },
    fields: fieldsOf(params),
    sort: isSort(sort) ? sort : 'activity',
    ascending: isSort(sort) && way === 'asc',
    before: readCursor(of('before')),
  };
}

const known = new Set([
  'tab',
  'all',
  'q',
  'status',
  'form',
  'priority',
  'requester',
  'from',
  'to',
  'sort',
  'before',
  'said',
]);
const sorts: readonly RequestSort[] = ['activity', 'created', 'number', 'priority'];
const isPerson = (text: string) => text === 'me' || isId('contact', text);

function askerOf(typed: string, id: string): Asker | null {
  const text = cleanLine(typed);
  if (text === '' || isPerson(text) || text.length > longestAsker) return null;
  return { text, id: isId('contact', id) ? id : null };
}

const isSort = (text: string): text is RequestSort => sorts.some((sort) => sort === text);
const dayOf = (text: string): Day | null => (isDay(text) ? text : null);

/** The query as parameters, in their order. `after` leaves a place in the list out or sets it. */
export function addressFields(query: RequestQuery): Readonly<Record<string, string>> {
  const { sort, ascending, created, activity } = query;
  const order = `${sort}${ascending ? '-asc' : ''}`;
  const pairs: readonly (readonly [string, string | null])[] = [
    ['tab', query.tab === 'solved' ? 'solved' : null],
    ['q', query.words?.text ?? null],
    ['status', query.status],
    ['form', query.form],
    ['priority', query.priority],
    ['requester', query.requester ?? query.asker?.text ?? null],
    ['requester.id', query.asker?.id ?? null],
    ['from', created.from],
    ['to', created.to],
    ['activity.from', activity.from],
    ['activity.to', activity.to],
    ...query.fields.flatMap(fieldPairs),
    ['sort', order === 'activity' ? null : order],
    ['all', query.all ? '1' : null],
    ['before', query.before && writeCursor(query.before)],
  ];
  return Object.fromEntries(pairs.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

export function listHref(query: RequestQuery, path = '/'): string {
  const search = new URLSearchParams(addressFields(query));
  return search.size > 0 ? `${path}?${search}` : path;
}

/** A field's key, and what is asked of it: `key` holds this, `key.is` is ticked, `key.from` and `key.to` are between. */
const fieldName = /^([a-z][a-z0-9_]{0,63})(?:\.(is|from|to))?$/;

function fieldsOf(params: Params): readonly FieldFilter[] {
  const keys = Object.keys(params).flatMap((name) => {
    const key = known.has(name) ? undefined : fieldName.exec(name)?.[1];
    return key === undefined || key === 'activity' ? [] : [key];
  });
  return [...new Set(keys)]
    .sort()
    .flatMap((key) => {
      const test = testOf(params, key);
      return test ? [{ key, test }] : [];
    })
    .slice(0, mostFields);
}

function testOf(params: Params, key: string): FieldTest | null {
  // An own one only: `constructor.is` is no reason to take what every object has for text.
  const of = (end: string) => (Object.hasOwn(params, key + end) ? (params[key + end] ?? '') : '').trim();
  const text = of('').normalize('NFC');
  if (!known.has(key) && /^[^\p{C}]{1,200}$/u.test(text)) return { kind: 'is', text };
  const ticked = of('.is');
  if (ticked === 'yes' || ticked === 'no') return { kind: 'ticked', on: ticked === 'yes' };
  const days = { from: sinceEpoch(of('.from')), to: sinceEpoch(of('.to')) };
  if (days.from !== null || days.to !== null) return { kind: 'between', of: 'days', ...days };
  const numbers = { from: numberOf(of('.from')), to: numberOf(of('.to')) };
  return numbers.from === null && numbers.to === null ? null : { kind: 'between', of: 'numbers', ...numbers };
}

function fieldPairs({ key, test }: FieldFilter): (readonly [string, string | null])[] {
  if (test.kind === 'is') return [[key, test.text]];
  if (test.kind === 'ticked') return [[`${key}.is`, test.on ? 'yes' : 'no']];
  const { from, to } = spanWords(test);
  return [
    [`${key}.from`, from],
    [`${key}.to`, to],
  ];
}

/** Both ends as an address and a control write them. */
export function spanWords(test: Extract<FieldTest, { kind: 'between' }>): Span<string> {
  const written = (end: number) => (test.of === 'days' ? dayOfNumber(end) : digitsOf(end));
  return { from: test.from === null ? null : written(test.from), to: test.to === null ? null : written(test.to) };
}

/** All of its digits, as people would write them: never `1e-7`. */
const digitsOf = (n: number) => n.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });

const sinceEpoch = (text: string) => (isDay(text) ? numberOfDay(text) : null);

/** As people write it, read as their answers are. */
function numberOf(text: string): number | null {
  const read = typedAnswer('decimal', [text]);
  return read.ok && typeof read.value === 'number' ? read.value : null;
}

const id = z.string().regex(/^(?:tkt_[0-9a-z]{26})?$/);
const cursor = z.tuple([z.tuple([z.number(), id]).nullable(), z.tuple([z.number(), z.number(), id]).nullable()]);

function readCursor(text: string): ListCursor | null {
  if (!/^[\w-]{1,300}$/.test(text)) return null;
  try {
    const parsed = cursor.safeParse(JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/'))));
    if (!parsed.success) return null;
    const [from, after] = parsed.data;
    return from || after ? { from, after } : null;
  } catch {
    return null;
  }
}

/** Opaque text. Holds nothing that its reader may not know. */
function writeCursor({ from, after }: ListCursor): string {
  return btoa(JSON.stringify([from, after]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
