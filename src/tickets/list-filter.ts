import { dayAfter, startOfDay } from '#lib/days.ts';
import type { Viewer } from './access-queries.ts';
import { byCreation, requesterId } from './list-plan.ts';
import { hasDays, type RequestQuery, type Span } from './request-query.ts';

/** What a request of the list must be, besides its fields. Moments in ms: `from` belongs to a span, `to` does not. */
export interface ListFilter {
  /** Null: both. */
  readonly done: boolean | null;
  readonly statusId: string | null;
  readonly formSlug: string | null;
  readonly priorityId: string | null;
  readonly requesterId: string | null;
  readonly created: Span<number>;
  readonly activity: Span<number>;
}

const yearMs = 365 * 24 * 60 * 60 * 1000;

/**
 * The filter of a query; its days are those of the zone. Without days and words
 * the last 12 months are shown, by the clock that the list is sorted by.
 */
export function filterOf(
  query: RequestQuery,
  viewer: Viewer,
  { now, zone }: { now: number; zone: string },
): ListFilter {
  const { tab, status, form, priority, all, words } = query;
  const since = all || words !== null || hasDays(query) ? null : now - yearMs;
  const created = momentsOf(query.created, zone);
  const activity = momentsOf(query.activity, zone);
  return {
    done: words === null ? tab === 'solved' : null,
    statusId: status,
    formSlug: form,
    priorityId: priority,
    requesterId: requesterId(query, viewer),
    created: byCreation(query) ? { ...created, from: created.from ?? since } : created,
    activity: byCreation(query) ? activity : { ...activity, from: activity.from ?? since },
  };
}

function momentsOf({ from, to }: RequestQuery['created'], zone: string): Span<number> {
  return {
    from: from === null ? null : startOfDay(from, zone),
    to: to === null ? null : startOfDay(dayAfter(to), zone),
  };
}
