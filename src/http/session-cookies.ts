import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { writeSessionCookie } from '#identity/sessions/session-cookie.ts';
import { viewLifetimeMs } from '#identity/view-as/view-token.ts';
import type { Claim } from '#lib/actor.ts';
import type { AppContext } from './context.ts';

const name = '__Host-session';
const base = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

export function sessionCookieOf(c: AppContext): string | undefined {
  return getCookie(c, name);
}

/** Signs the claim and its secret into the session cookie. Lifetimes are the session row's; the cookie's is never shorter. */
export async function setSessionCookie(c: AppContext, claim: Claim, secret: string): Promise<void> {
  const value = await writeSessionCookie(claim, secret, c.get('settings').sessionKeys);
  setCookie(c, name, value, { ...base, maxAge: maxAgeOf(claim) });
}

function maxAgeOf(claim: Claim): number {
  if (claim.kind === 'contact' && claim.isViewAs) return viewLifetimeMs / 1000;
  return (claim.kind === 'contact' ? 30 : 14) * 24 * 60 * 60;
}

export function clearSessionCookie(c: AppContext): void {
  deleteCookie(c, name, base);
}
