import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from '#http/context.ts';
import { normalizeAddress } from '#identity/people/normalize-address.ts';
import { decodeBase64Url, encodeBase64Url } from '#lib/secrets.ts';

const name = '__Host-signin';
const base = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;
const maxAgeSeconds = 10 * 60;
// Addresses are padded, so that answers about them have one length.
const addressBytes = 256;

export interface SignInCookie {
  /** The challenge that this browser asked for: the code works only with it. */
  readonly hash: string;
  /** The address typed, to show it again. */
  readonly email: string;
}

export function setSignInCookie(c: AppContext, { hash, email }: SignInCookie): void {
  const bytes = new TextEncoder().encode(email);
  const padded = new Uint8Array(Math.ceil(bytes.length / addressBytes) * addressBytes);
  padded.set(bytes);
  setCookie(c, name, `${hash}.${encodeBase64Url(padded)}`, { ...base, maxAge: maxAgeSeconds });
}

/** Null where there is none, or one that we did not write. */
export function readSignInCookie(c: AppContext): SignInCookie | null {
  const [, hash, padded] = /^([\w-]{43})\.([\w-]{1,1100})$/.exec(getCookie(c, name) ?? '') ?? [];
  const bytes = padded ? decodeBase64Url(padded) : null;
  if (!hash || !bytes) return null;
  const email = normalizeAddress(new TextDecoder().decode(bytes).replace(/\0+$/, ''));
  return email === null ? null : { hash, email };
}

export function clearSignInCookie(c: AppContext): void {
  deleteCookie(c, name, base);
}
