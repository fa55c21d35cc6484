import { keyedHash, sha256 } from '#lib/secrets.ts';

/** How long a link in a mail opens its request. */
export const ticketLinkLifetimeMs = 30 * 24 * 60 * 60 * 1000;

/** The token of one mail's link, made anew at each sending: it is stored nowhere. */
export function ticketLinkToken(pepper: string, tenantId: string, outboxId: string): Promise<string> {
  return keyedHash(pepper, 'ticket-link', tenantId, outboxId);
}

/** What is stored of a token. */
export function ticketLinkHash(token: string): Promise<string> {
  return sha256(token);
}

export function ticketLinkPath(token: string): string {
  return `/r/${token}`;
}
