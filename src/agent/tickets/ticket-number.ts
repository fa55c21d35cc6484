import type { AppContext } from '#http/context.ts';
import { notFound } from '#lib/problem.ts';

/** The number in the address, written as we write it; anything else is no ticket. */
export function ticketNumberOf(c: AppContext): number {
  const text = c.req.param('number') ?? '';
  if (!/^[1-9]\d{0,8}$/.test(text)) throw notFound();
  return Number(text);
}
