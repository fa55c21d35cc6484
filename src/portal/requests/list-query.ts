import { readCursor } from '#lib/cursor.ts';
import type { RequestListInput } from '#tickets/portal-list-page.ts';

/** What the address of the list asks for. What no link of ours writes is as good as absent. */
export function listInputOf(query: Readonly<Record<string, string | undefined>>): RequestListInput {
  return {
    tab: query['tab'] === 'solved' ? 'solved' : 'open',
    all: query['all'] === '1',
    before: readCursor(query['before']),
  };
}

export interface ListPlace {
  readonly tab: RequestListInput['tab'];
  readonly all: boolean;
  /** A cursor as `writeCursor` wrote it. */
  readonly before?: string | null;
}

/** The address of a place in the list. */
export function listHref({ tab, all, before }: ListPlace, path = '/'): string {
  const query = new URLSearchParams();
  if (tab === 'solved') query.set('tab', tab);
  if (all) query.set('all', '1');
  if (before) query.set('before', before);
  return query.size > 0 ? `${path}?${query}` : path;
}
