import { read } from '#db/read-as.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { LinkClaim } from '#lib/actor.ts';
import { ticketLinkHash } from '#mail/ticket-link.ts';
import { isToken } from '../sign-in/challenge.ts';
import { ticketLinkState } from './link-queries.ts';

/** `off`: revoked, or no more allowed by the tenant, or its holder may no longer see the request. */
export type TicketLink =
  | { readonly state: 'live'; readonly claim: LinkClaim }
  | { readonly state: 'expired'; readonly ticketNumber: number; readonly isGuest: boolean }
  | { readonly state: 'off' | 'unknown' };

/** What a token from a mail names: unchecked like a cookie's claim, until `readAsLinkHolder` has confirmed it with the page's rows. */
export async function openTicketLink(scope: TenantScope, token: string): Promise<TicketLink> {
  if (!isToken(token)) return { state: 'unknown' };
  const hash = await ticketLinkHash(token);
  const { link } = await read(scope, { link: ticketLinkState(scope, hash) });
  if (!link) return { state: 'unknown' };
  const { contactId, accountId, ticketId, ticketNumber, sees } = link;
  const isGuest = sees === null;
  if (!link.isOn || !link.isActive || !link.isOpen) return { state: 'off' };
  if (link.expiresAt <= scope.now) return { state: 'expired', ticketNumber, isGuest };
  return { state: 'live', claim: { hash, contactId, accountId, ticketId, ticketNumber, sees: sees ?? 'own', isGuest } };
}
