import { setCookie } from 'hono/cookie';
import type { AppContext } from './context.ts';

/**
 * Tells the browser that what was sent under this key has arrived, so that it
 * keeps the words no longer. Script reads it; it opens nothing.
 */
export function tellSent(c: AppContext, key: string): void {
  setCookie(c, '__Host-sent', key, { path: '/', secure: true, sameSite: 'Strict', maxAge: 600 });
}
