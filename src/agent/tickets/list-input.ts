import * as z from 'zod';
import { readCursor } from '#lib/cursor.ts';
import type { DeskListInput } from '#tickets/desk-list-page.ts';

export type View = DeskListInput['view'];
type Sort = DeskListInput['sort'];
type Direction = DeskListInput['direction'];

export const views = ['mine', 'unassigned', 'open', 'solved'] as const satisfies readonly View[];
export const sorts = ['customer', 'age'] as const satisfies readonly Sort[];

/** Nothing is hidden from who arrives without a wish. */
const usualView: View = 'open';
const usualSort: Sort = 'customer';
/** Mail is read newest first; who looks by age looks for the oldest. */
export const usualDirection = { customer: 'desc', age: 'asc' } as const satisfies Record<Sort, Direction>;

const view = z.enum(views).catch(usualView);
const query = z.object({
  view,
  sort: z.enum(sorts).catch(usualSort),
  dir: z.enum(['asc', 'desc']).optional().catch(undefined),
  behind: z.string().optional().catch(undefined),
});

/** What an address asks of the list. Whatever it does not know is as good as not said. */
export function readListInput(params: Readonly<Record<string, string>>): DeskListInput {
  const { sort, dir, behind, ...rest } = query.parse(params);
  return { ...rest, sort, direction: dir ?? usualDirection[sort], behind: readCursor(behind) };
}

export function readView(text: string | undefined): View {
  return view.parse(text);
}

/** The address of a list, as short as can be. `behind` is a cursor. */
export function listHref(input: { view: View; sort?: Sort; direction?: Direction; behind?: string }): string {
  const { view, sort = usualSort, direction = usualDirection[sort], behind } = input;
  const params = new URLSearchParams();
  if (view !== usualView) params.set('view', view);
  if (sort !== usualSort) params.set('sort', sort);
  if (direction !== usualDirection[sort]) params.set('dir', direction);
  if (behind) params.set('behind', behind);
  return withQuery('/tickets', params);
}

/** Where a list asks what is new since it was made (ms). */
export function newsHref({ view, sort, direction }: DeskListInput, madeAt: number): string {
  return withQuery('/tickets/news', new URLSearchParams({ view, sort, dir: direction, since: String(madeAt) }));
}

/** The address of a ticket, or of something below it; it remembers the view that it was opened from. */
export function ticketHref(number: number, from: View, below = ''): string {
  const params = new URLSearchParams(from === usualView ? {} : { view: from });
  return withQuery(`/tickets/${number}${below}`, params);
}

function withQuery(path: string, params: URLSearchParams): string {
  return params.size > 0 ? `${path}?${params}` : path;
}
