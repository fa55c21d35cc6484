import type { AppContext } from '#http/context.ts';

/** The number of a message in the address; 0, which no entry has, for what is none. */
export function entryNumberOf(c: AppContext): number {
  const text = c.req.param('message') ?? '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
}
