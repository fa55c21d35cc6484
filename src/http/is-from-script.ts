import type { AppContext } from './context.ts';

/** True for a fetch by one of our elements: it wants a piece or a status, not a page. */
export function isFromScript(c: AppContext): boolean {
  return c.req.header('Sec-Fetch-Dest') === 'empty';
}
