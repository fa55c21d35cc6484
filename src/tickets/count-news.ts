import type { TenantScope } from '#db/scopes.ts';
import { mapped, type Statement } from '#db/statement.ts';
import { type NewsLimits, newsByWorkspace } from './news-queries.ts';

const limits: NewsLimits = { requests: 40, workspaces: 25 };

/** Beyond it a page says "20+". */
export const newsMost = 20;

/**
 * In how many of their own requests there is something new for the person, by
 * account. Bounded: what is new moves a request to the top, so the newest of
 * each workspace suffice.
 */
export function countNews(scope: TenantScope, contactId: string): Statement<ReadonlyMap<string, number>> {
  return mapped(
    newsByWorkspace(scope, contactId, limits),
    (rows) => new Map(rows.map(({ accountId, news }) => [accountId, news] as const)),
  );
}
