import type { Day } from '#lib/days.ts';
import type { SearchWords } from '#lib/search-words.ts';

export type RequestTab = 'open' | 'solved';
export type RequestSort = 'activity' | 'created' | 'number' | 'priority';

/** Both ends belong to it. */
export interface Span<T> {
  readonly from: T | null;
  readonly to: T | null;
}

/** What a field must hold: this text, choice or person; a tick or none; a number between two, or a day (since 1970). */
export type FieldTest =
  | { readonly kind: 'is'; readonly text: string }
  | { readonly kind: 'ticked'; readonly on: boolean }
  | ({ readonly kind: 'between'; readonly of: 'numbers' | 'days' } & Span<number>);

export interface FieldFilter {
  /** The field's. */
  readonly key: string;
  readonly test: FieldTest;
}

/** A part of a name or address; `id`: who was chosen before, and still is where the name is theirs. */
export interface Asker {
  readonly text: string;
  readonly id: string | null;
}

/** Where a page of the list begins. */
export interface ListCursor {
  /** The place in the index from where it is read; null: its beginning. */
  readonly from: readonly [key: number, id: string] | null;
  /** Where the list is sorted otherwise than the index: the last one shown of what was read from there. */
  readonly after: readonly [major: number, minor: number, id: string] | null;
}

/** What a customer asks of the list of requests. */
export interface RequestQuery {
  readonly tab: RequestTab;
  /** Beyond the last 12 months. */
  readonly all: boolean;
  /** What to search for: then in both tabs, and in all that there ever was. */
  readonly words: SearchWords | null;
  /** Id of a status: it stands for all that customers know by the same word. */
  readonly status: string | null;
  /** A form's name in addresses. */
  readonly form: string | null;
  readonly priority: string | null;
  /** A contact's id, or `me`. */
  readonly requester: string | null;
  /** Somebody by what was typed of them, while it is not known who that is: the list shows nothing yet. */
  readonly asker: Asker | null;
  readonly created: Span<Day>;
  readonly activity: Span<Day>;
  readonly fields: readonly FieldFilter[];
  readonly sort: RequestSort;
  readonly ascending: boolean;
  readonly before: ListCursor | null;
}

const anyDay = { from: null, to: null };

/** The list as it is without any wish. */
export const everyRequest: RequestQuery = {
  tab: 'open',
  all: false,
  words: null,
  status: null,
  form: null,
  priority: null,
  requester: null,
  asker: null,
  created: anyDay,
  activity: anyDay,
  fields: [],
  sort: 'activity',
  ascending: false,
  before: null,
};

/** Whether it shows some requests of the tab only, apart from the last 12 months. */
export function isFiltered(query: RequestQuery): boolean {
  const { words, status, form, priority, requester, asker, fields } = query;
  return (
    words !== null ||
    [status, form, priority, requester, asker].some((it) => it !== null) ||
    fields.length > 0 ||
    hasDays(query)
  );
}

export function hasDays({ created, activity }: RequestQuery): boolean {
  return [created.from, created.to, activity.from, activity.to].some((day) => day !== null);
}
