import type { Viewer } from './access-queries.ts';
import { type FieldFilter, isFiltered, type RequestQuery } from './request-query.ts';

/** Rows that one page looks through at most, whatever it asks: the rest of the page has its own bounds. */
const lookedThrough = 1500;
/** Rows of a field's look-up: the value, and the next one that says that there is no more. */
const costOfProbe = 2;
/** Requests that a search shows for one page, found by at most `searchedMost` texts. */
const foundMost = 96;

/**
 * How a page of the list is read: along one index, backwards unless told, at
 * most `window` rows of it.
 */
export interface ListPlan {
  /** Which clock the index follows; `value`: that of the first field filter; `words`: the index of texts. */
  readonly along: 'activity' | 'created' | 'value' | 'words';
  /** The field that leads along its index. */
  readonly leading: FieldFilter | null;
  /** Fields that are looked up for each row. */
  readonly probed: readonly FieldFilter[];
  /** Whose requests: what this contact takes part in; null: the whole account's. */
  readonly person: string | null;
  readonly descending: boolean;
  /** The page's order is not the index's: what was read is sorted. */
  readonly isSorted: boolean;
  /** Null: every row of the index is shown, so only those of the page are read. */
  readonly window: number | null;
}

/** The cheapest way to what is asked. */
export function planOf(query: RequestQuery, viewer: Viewer): ListPlan {
  const plan = query.words === null ? planOfList(query, viewer) : planOfSearch(query);
  return query.asker === null ? plan : { ...plan, window: 0 };
}

function planOfList(query: RequestQuery, viewer: Viewer): ListPlan {
  const { fields, sort, ascending } = query;
  const person = viewer.sees === 'own' ? viewer.contactId : requesterId(query, viewer);
  const leading = person === null ? leadingOf(fields) : null;
  const probed = fields.filter((field) => field !== leading);
  const along = leading ? 'value' : clockOf(query);
  const isInOrder =
    along === 'value' ? leading?.test.kind !== 'between' && byCreation(query) : along === sortClock(query);
  const cost = (along === 'value' || person !== null ? 2 : 1) + probed.length * costOfProbe + (isInOrder ? 0 : 1);
  return {
    along,
    leading,
    probed,
    person,
    descending: sort === 'priority' || !ascending,
    isSorted: !isInOrder,
    window: isFiltered(query) || sort === 'priority' ? Math.floor(lookedThrough / cost) : null,
  };
}

/** What is found is shown by its newest text, unless told. */
function planOfSearch({ fields, sort, ascending }: RequestQuery): ListPlan {
  const isSorted = sort !== 'activity' || ascending;
  const rest = { leading: null, person: null, descending: true } as const;
  const window = fields.length > 1 ? foundMost / 2 : foundMost;
  return { along: 'words', probed: fields, isSorted, window, ...rest };
}

/** The contact whose requests are asked for. */
export function requesterId({ requester }: RequestQuery, { contactId }: Viewer): string | null {
  return requester === 'me' ? contactId : requester;
}

/** Numbers are given in the order of creation. */
export const byCreation = ({ sort }: Pick<RequestQuery, 'sort'>) => sort === 'created' || sort === 'number';

function sortClock({ sort }: RequestQuery): ListPlan['along'] | null {
  if (sort === 'priority') return null;
  return sort === 'activity' ? 'activity' : 'created';
}

function clockOf({ sort, created, activity }: RequestQuery): 'activity' | 'created' {
  if (byCreation({ sort })) return 'created';
  const has = ({ from, to }: RequestQuery['created']) => from !== null || to !== null;
  return has(created) && !has(activity) ? 'created' : 'activity';
}

/** One value leads more narrowly than a range. */
function leadingOf(fields: readonly FieldFilter[]): FieldFilter | null {
  return fields.find(({ test }) => test.kind !== 'between') ?? fields[0] ?? null;
}
