import type { Contact } from '#lib/actor.ts';
import { byCreation } from '#tickets/list-plan.ts';
import { everyRequest, isFiltered, type RequestQuery, type RequestTab } from '#tickets/request-query.ts';
import type { Reader } from '#ui/reader.ts';
import type { RequestRowView } from '#ui/request-list.tsx';
import type { Tab } from '#ui/tabs.tsx';
import { type Chip, chipsOf } from './chips.ts';
import { shownCount, totalOf } from './count-words.ts';
import { type FilterView, filterView } from './filter-view.ts';
import { addressFields, listHref } from './list-address.ts';
import { rowView } from './row-view.ts';
import type { ListRows } from './settle-query.ts';
import { type ViewLinks, viewLinks } from './view-links.ts';

/**
 * Why there is no row: nobody ever asked, the tab is empty, all of it is older
 * than a year, nothing matches, nothing of what was looked through does, or it
 * is not clear who is asked for.
 */
export type Emptiness = 'first' | 'open' | 'solved' | 'year' | 'none' | 'partial' | 'whom';

export interface ListView {
  readonly title: string;
  readonly rows: readonly RequestRowView[];
  readonly empty: Emptiness | null;
  readonly tabs: readonly Tab[];
  /** How many there are of what was asked for; null: nothing was, or this page cannot say. */
  readonly found: string | null;
  readonly views: ViewLinks;
  readonly filter: FilterView;
  readonly chips: readonly Chip[];
  /** Who may be meant by what was typed, and the list of what they asked; null: that is clear. */
  readonly whom: Whom | null;
  /** The tab without any filter. */
  readonly clearHref: string;
  /** The last 12 months or all, and the address of the other; null where neither is meant. */
  readonly range: { readonly all: boolean; readonly byCreation: boolean; readonly otherHref: string } | null;
  readonly newestHref: string | undefined;
  readonly olderHref: string | undefined;
  /** Only so many requests were looked through: the rest is behind `olderHref`. */
  readonly isPartial: boolean;
  /** Only a part of them is sorted at a time. */
  readonly isInParts: boolean;
  /** The order is newest first, so that the next page is the older one. */
  readonly isByTime: boolean;
  /** Where the list's pieces come from anew; null on older pages, which stand still. */
  readonly updatesHref: string | null;
  /** What the list's file is made of; null: there is none. */
  readonly exportQuery: string | null;
}

export interface Whom {
  readonly text: string;
  readonly people: readonly { readonly name: string; readonly email: string | null; readonly href: string }[];
}

/** The list as its page shows it. `isLess`: not all that was asked for is there. */
export function listView(
  reader: Reader,
  actor: Contact,
  query: RequestQuery,
  rows: ListRows,
  isLess = false,
): ListView {
  const { all, before } = query;
  const { page } = rows;
  const { t } = reader;
  const filter = filterView({ reader, query, rows, seesAccount: actor.sees === 'account' });
  const first = { ...query, before: null };
  const isRanged =
    query.words === null &&
    query.asker === null &&
    [query.created, query.activity].every(({ from, to }) => !from && !to);
  return {
    title:
      actor.sees === 'account' ? t('requests.titleAccount', { workspace: actor.accountName }) : t('requests.titleOwn'),
    rows: page.items.map((item) => rowView(reader, actor, rows.fields, item)),
    empty: page.items.length > 0 ? null : emptiness(query, rows),
    tabs: query.words ? [] : (['open', 'solved'] as const).map((tab) => tabView(reader, tab, query, rows)),
    found: isFiltered(query) && query.asker === null ? shownCount(query, rows) : null,
    views: viewLinks(query, rows, actor, isLess),
    filter,
    chips: chipsOf(reader, query, rows, filter),
    whom: whomOf(query, rows, actor),
    clearHref: listHref({ ...everyRequest, tab: query.tab, all, sort: query.sort, ascending: query.ascending }),
    range: isRanged ? { all, byCreation: byCreation(query), otherHref: listHref({ ...first, all: !all }) } : null,
    newestHref: before ? listHref(first) : undefined,
    olderHref: page.next && query.asker === null ? listHref({ ...query, before: page.next }) : undefined,
    isPartial: page.isPartial,
    isInParts: page.isInParts,
    isByTime: query.sort !== 'priority' && !query.ascending,
    updatesHref: before || actor.viewedBy || query.words || query.asker ? null : listHref(first, '/requests/updates'),
    exportQuery:
      actor.viewedBy || page.items.length === 0 ? null : new URLSearchParams(addressFields(first)).toString(),
  };
}

/** Addresses are for those who see them among the members too. */
function whomOf(query: RequestQuery, { people }: ListRows, { role }: Contact): Whom | null {
  if (query.asker === null) return null;
  const hrefOf = (id: string) => listHref({ ...query, asker: null, requester: id });
  return {
    text: query.asker.text,
    people: people.matches.map(({ id, name, email }) => ({
      name,
      email: role === 'admin' && email !== name ? email : null,
      href: hrefOf(id),
    })),
  };
}

function tabView({ t }: Reader, tab: RequestTab, query: RequestQuery, rows: ListRows): Tab {
  const isCurrent = tab === query.tab;
  const isKept = !isFiltered(query);
  // A status belongs to one tab.
  const href = listHref({ ...query, tab, status: isCurrent ? query.status : null, before: null });
  const label = t(`requests.tab.${tab}`);
  if (isKept) return { label, href, current: isCurrent, count: totalOf(rows, tab) };
  const counted = isCurrent && query.asker === null ? shownCount(query, rows) : null;
  return { label, href, current: isCurrent, ...(counted !== null && { counted }) };
}

function emptiness(query: RequestQuery, rows: ListRows): Emptiness {
  const total = (tab: RequestTab) => totalOf(rows, tab);
  if (query.asker !== null) return 'whom';
  if (rows.page.isPartial) return 'partial';
  if (isFiltered(query)) return 'none';
  if (total('open') + total('solved') === 0) return 'first';
  return total(query.tab) > 0 && !query.all ? 'year' : query.tab;
}
