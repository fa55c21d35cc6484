import type { TenantScope } from '#db/scopes.ts';
import type { Results } from '#db/statement.ts';
import type { AgentClaim } from '#lib/actor.ts';
import { countViews } from './desk-list-queries.ts';
import { searchDesk, ticketNumbered } from './desk-search-queries.ts';
import { deskIndex, type Search, searchedTo } from './search-queries.ts';

const pageSize = 25;

/** The statements of the agents' search: a page of what was found, where it ended, and the ticket of that number. */
export function loadDeskSearch(scope: TenantScope, claim: AgentClaim, search: Search) {
  return {
    hits: searchDesk(scope, search, pageSize + 1),
    searchedTo: searchedTo(deskIndex(scope), search),
    // No ticket has the number 0.
    numbered: ticketNumbered(scope, search.words.number ?? 0),
    counts: countViews(scope, claim.agentId),
  };
}

type Rows = Results<ReturnType<typeof loadDeskSearch>>;

/** A ticket that was found, with its newest text that matches. */
export type DeskHit = Rows['hits'][number];

/** What the page shows, and from where it goes on: behind the last hit, or behind all that was looked at. */
export function deskSearchOf({ hits, searchedTo: end }: Rows) {
  const isFull = hits.length > pageSize;
  const shown = hits.slice(0, pageSize);
  return { hits: shown, before: isFull ? (shown.at(-1)?.at ?? null) : end, isPartial: !isFull && end !== null };
}
