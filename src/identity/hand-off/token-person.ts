import { sha256 } from '#lib/secrets.ts';
import { normalizeAddress } from '../people/normalize-address.ts';
import { normalizeIssuer, skewMs } from './check-claims.ts';
import type { Claims } from './read-claims.ts';

/** Whom an accepted token names, in the forms in which we keep and compare them. */
export interface TokenPerson {
  readonly issuer: string;
  readonly subject: string | null;
  readonly email: string;
  readonly name: string;
  readonly locale: string | null;
  readonly accountExternalId: string | null;
  readonly accountName: string;
  readonly role: 'admin' | 'member' | null;
  /** The token itself, so that it is used once. */
  readonly jtiHash: string;
  /** From here on its times alone refuse it. */
  readonly deadAt: number;
}

export async function tokenPerson(claims: Claims): Promise<TokenPerson> {
  const email = normalizeAddress(claims.email);
  if (email === null) throw new Error('The claims were not checked');
  const { subject, name, locale, accountExternalId, accountName, role } = claims;
  return {
    issuer: normalizeIssuer(claims.issuer),
    subject,
    email,
    name,
    locale,
    accountExternalId,
    accountName,
    role,
    jtiHash: await sha256(claims.id),
    deadAt: Math.ceil(claims.expiresAt) + skewMs + 1000,
  };
}
