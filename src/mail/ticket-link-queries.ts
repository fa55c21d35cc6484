import { sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { hasRow, raw } from '#db/statement.ts';
import type { Claimed } from './outbox-queries.ts';
import { ticketLinkLifetimeMs } from './ticket-link.ts';

/**
 * The link of a claimed mail to a contact, where the tenant has them: written
 * before the mail goes out, so that no mail carries a dead one. A later try
 * begins its days anew, and revives none that was revoked.
 */
export function putTicketLink(scope: TenantScope, { outboxId, claim }: Claimed, hash: string) {
  const { now } = scope;
  return raw(sql`insert into ticket_links (tenant_id, hash, ticket_id, contact_id, created_at, expires_at)
    select o.tenant_id, ${hash}, o.ticket_id, o.recipient_id, ${now}, ${now + ticketLinkLifetimeMs}
    from outbox o join tenant_settings s on s.tenant_id = o.tenant_id and s.ticket_links = 1
    where o.tenant_id = ${scope.tenant.id} and o.id = ${outboxId} and o.claim = ${claim} and o.state = 'sending'
      and o.recipient_kind = 'contact' and o.ticket_id <> ''
    on conflict (tenant_id, hash) do update set expires_at = excluded.expires_at`);
}

/** Whether a link opens its request now, as far as the tenant and the link go. */
export function isTicketLinkLive(scope: TenantScope, hash: string) {
  return hasRow(sql`select 1 as n from ticket_links l join tenant_settings s on s.tenant_id = l.tenant_id and s.ticket_links = 1
      where l.tenant_id = ${scope.tenant.id} and l.hash = ${hash} and l.revoked_at is null and l.expires_at > ${scope.now}`);
}
