import type { Contact } from '#lib/actor.ts';
import { isFiltered, type RequestQuery } from '#tickets/request-query.ts';
import { addressFields } from './list-address.ts';
import type { ListRows } from './settle-query.ts';

/** A saved view above the list. */
export interface ViewLink {
  readonly name: string;
  readonly href: string;
  readonly isShared: boolean;
  readonly current: boolean;
}

export interface ViewLinks {
  readonly links: readonly ViewLink[];
  /** Where the shown view is named anew or removed; null: none is shown, or it is not the reader's. */
  readonly changeHref: string | null;
  /** Where what is shown is kept as a view; null: it is one, or a plain tab. */
  readonly saveHref: string | null;
}

/** The views of the reader; the one whose address this is, is the current one. */
export function viewLinks(query: RequestQuery, { views }: ListRows, actor: Contact): ViewLinks {
  const address = new URLSearchParams(addressFields({ ...query, before: null })).toString();
  const isOwnIdea = isFiltered(query) || query.sort !== 'activity' || query.ascending;
  const shown = views.find((view) => view.query === address);
  const isTheirs = shown && (!shown.isShared || actor.role === 'admin') && actor.viewedBy === null;
  return {
    links: views.map((view) => ({
      name: view.name,
      href: view.query === '' ? '/' : `/?${view.query}`,
      isShared: view.isShared,
      current: view === shown,
    })),
    changeHref: shown && isTheirs ? `/views/${shown.id}` : null,
    saveHref: shown || !isOwnIdea || actor.viewedBy !== null ? null : `/views/new?${address}`,
  };
}
