import type { TenantScope } from '#db/scopes.ts';
import { mapped } from '#db/statement.ts';
import { hasContacts } from '#identity/accounts/list-accounts.ts';
import type { AgentClaim } from '#lib/actor.ts';
import { type Cursor, writeCursor } from '#lib/cursor.ts';
import {
  countNews,
  countViews,
  type DeskSort,
  type DeskView,
  listDeskTickets,
  longestWaiting,
} from './desk-list-queries.ts';

export interface DeskListInput {
  readonly view: DeskView;
  readonly sort: DeskSort;
  readonly direction: 'asc' | 'desc';
  readonly behind: Cursor | null;
}

const pageSize = 50;
/** News are counted up to here; beyond it the page says "50+". */
export const newsMost = 50;

/** The statements of the agents' list: a page of a view, the views' counts, who waits longest, and whether anybody could ask. */
export function loadDeskList(scope: TenantScope, claim: AgentClaim, input: DeskListInput) {
  const rows = listDeskTickets(scope, claim.agentId, { ...input, limit: pageSize + 1 });
  const page = mapped(rows, (found) => {
    const last = found.length > pageSize ? found[pageSize - 1] : undefined;
    const at = last && (input.sort === 'age' ? last.createdAt : last.lastCustomerAt);
    return {
      items: found.slice(0, pageSize),
      /** Cursor of the next page, or null at the end. */
      next: last && at !== undefined ? writeCursor({ at, id: last.id }) : null,
    };
  });
  return {
    page,
    counts: countViews(scope, claim.agentId),
    longestWaiting: longestWaiting(scope, claim.agentId, input.view),
    hasContacts: hasContacts(scope),
  };
}

/** How many requests of the view changed since the list was made, and how many there are in each view now. */
export function loadDeskNews(scope: TenantScope, claim: AgentClaim, view: DeskView, since: number) {
  return { news: countNews(scope, claim.agentId, view, since, newsMost), counts: countViews(scope, claim.agentId) };
}
