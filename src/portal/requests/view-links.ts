import type { Contact } from '#lib/actor.ts';
import { isId } from '#lib/ids.ts';
import { isFiltered, type RequestQuery } from '#tickets/request-query.ts';
import type { SavedView } from '#tickets/views/view.ts';
import { addressFields, readQuery } from './list-address.ts';
import { type ListRows, settleQuery } from './settle-query.ts';

/** A saved view above the list. */
export interface ViewLink {
  readonly name: string;
  readonly href: string;
  readonly isShared: boolean;
  readonly current: boolean;
}

export interface ViewLinks {
  readonly links: readonly ViewLink[];
  /** Where the shown view is changed or removed; null: none is shown, or it is not the reader's. */
  readonly changeHref: string | null;
  /** Where what is shown is kept as a view; null: it is one, or a plain tab. */
  readonly saveHref: string | null;
  /** A view that would show this, but asks for something besides that is there no more. */
  readonly worn: { readonly name: string; readonly changeHref: string | null } | null;
}

/** The views of the reader; the one whose address this is, is the current one. `isLess`: not all that was asked for is there. */
export function viewLinks(query: RequestQuery, rows: ListRows, actor: Contact, isLess: boolean): ViewLinks {
  const { views } = rows;
  const address = addressOf(query);
  const isOwnIdea = isFiltered(query) || query.sort !== 'activity' || query.ascending;
  const alike = (isWorn: boolean) => (view: SavedView) => {
    const settled = settleQuery(readQuery(view.query), rows, actor, '');
    return settled.isLess === isWorn && addressOf(settled.query) === address;
  };
  const shown = views.find((view) => view.query === address) ?? (isOwnIdea ? views.find(alike(false)) : undefined);
  const worn = isLess ? views.find((view) => !asksForUnknown(view, rows) && alike(true)(view)) : undefined;
  const isTheirs = ({ isShared }: SavedView) => (!isShared || actor.role === 'admin') && actor.viewedBy === null;
  const changeHref = (view: SavedView | undefined) => (view && isTheirs(view) ? `/views/${view.id}` : null);
  return {
    links: views.map((view) => ({
      name: view.name,
      href: view.query === '' ? '/' : `/?${view.query}`,
      isShared: view.isShared,
      current: view === shown,
    })),
    changeHref: changeHref(shown),
    saveHref: shown || !isOwnIdea || query.asker !== null || actor.viewedBy !== null ? null : `/views/new?${address}`,
    worn: worn ? { name: worn.name, changeHref: changeHref(worn) } : null,
  };
}

/** Of very many people the page knows only some: whether others are there still, it cannot tell. */
function asksForUnknown({ query }: SavedView, { people: { areMore, offered } }: ListRows): boolean {
  const { requester } = readQuery(query);
  return areMore && isId('contact', requester ?? '') && !offered.some(({ id }) => id === requester);
}

const addressOf = (query: RequestQuery) => new URLSearchParams(addressFields({ ...query, before: null })).toString();
