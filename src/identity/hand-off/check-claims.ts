import { normalizeAddress } from '../people/normalize-address.ts';
import type { Claims } from './read-claims.ts';
import type { RefusalReason } from './reasons.ts';

/** A token lives five minutes at most: it is made when somebody presses a button, not kept. */
const longestLifeMs = 5 * 60 * 1000;
/** How far two clocks may differ. */
export const skewMs = 60 * 1000;

export interface Expected {
  /** The key's issuer; null where no key was found. */
  readonly issuer: string | null;
  /** Origins of the tenant's live hostnames. */
  readonly origins: readonly string[];
  readonly now: number;
}

/** Each check of the claims by itself; null: passed. */
export function checkClaims(claims: Claims, { issuer, origins, now }: Expected) {
  return {
    issuer: issuer !== null && normalizeIssuer(claims.issuer) !== normalizeIssuer(issuer) ? 'wrong_issuer' : null,
    audience: claims.audience.some((each) => origins.includes(originIn(each) ?? '')) ? null : 'wrong_audience',
    lifetime: livesTooLong(claims) ? 'lives_too_long' : null,
    clock: clockFault(claims, now),
    email: normalizeAddress(claims.email) === null ? 'wrong_email' : null,
  } as const satisfies Record<string, RefusalReason | null>;
}

/** An issuer as it is stored and compared: of an address the host's case and a slash at the end mean nothing. */
export function normalizeIssuer(issuer: string): string {
  const text = issuer.trim();
  if (!/^https?:\/\//i.test(text)) return text;
  try {
    const { origin, pathname, search } = new URL(text);
    return `${origin}${pathname.replace(/\/+$/, '')}${search}`;
  } catch {
    return text;
  }
}

/** The origin that an audience names; null for anything that is more, or less, than an origin. */
function originIn(audience: string): string | null {
  try {
    const { origin, href } = new URL(audience);
    return href === `${origin}/` ? origin : null;
  } catch {
    return null;
  }
}

function livesTooLong({ issuedAt, expiresAt }: Claims): boolean {
  return expiresAt - issuedAt > longestLifeMs || expiresAt <= issuedAt;
}

function clockFault({ issuedAt, expiresAt, notBefore }: Claims, now: number): RefusalReason | null {
  if (issuedAt > now + skewMs) return 'issued_ahead';
  if (notBefore !== null && notBefore > now + skewMs) return 'not_yet';
  return expiresAt + skewMs <= now ? 'expired' : null;
}
