import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from '#http/context.ts';
import { isToken } from '#identity/sign-in/challenge.ts';

const name = '__Host-handoff';
const base = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

/** Binds a checked hand-off to the browser that brought it, for a minute. */
export function setArrivalCookie(c: AppContext, secret: string): void {
  setCookie(c, name, secret, { ...base, maxAge: 60 });
}

/** Null where there is none, or one that is not ours. */
export function arrivalCookieOf(c: AppContext): string | null {
  const secret = getCookie(c, name) ?? '';
  return isToken(secret) ? secret : null;
}

export function clearArrivalCookie(c: AppContext): void {
  deleteCookie(c, name, base);
}
