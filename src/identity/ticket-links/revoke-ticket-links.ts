import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Origin } from '#lib/origin.ts';
import { revokeLinks } from './link-queries.ts';

export interface Revocation {
  readonly ticket: { readonly id: string; readonly accountId: string };
  /** Whose links; null: everybody's. */
  readonly contactId: string | null;
  readonly by: { readonly kind: 'contact' | 'agent'; readonly id: string };
  /** By which door they came: a link's holder may be somebody whom the mail was passed on to. */
  readonly door: 'session' | 'link';
  readonly origin: Origin;
}

/** Turns off the links of all mails sent about a request so far; later mails carry new ones. Callers have checked the right. */
export async function revokeTicketLinks(scope: TenantScope, it: Revocation): Promise<void> {
  await run(scope.db, ticketLinksOff(scope, it));
}

/** The same as statements, in this order, for the batch of who takes somebody off a request. */
export function ticketLinksOff(scope: TenantScope, it: Revocation) {
  const { ticket, contactId, by, door, origin } = it;
  return {
    revoked: revokeLinks(scope, ticket.id, contactId),
    said: auditedIfChanged(scope, {
      action: 'ticket_links.revoked',
      actor: by,
      accountId: ticket.accountId,
      subjectId: ticket.id,
      detail: { door, of: contactId === null ? 'everybody' : 'one' },
      origin,
    }),
  };
}
