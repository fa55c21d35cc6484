import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

type Part = SQLWrapper | string;

/**
 * Whether a ticket lets a contact in as its guest at this moment: somebody put
 * them on it by their address, and they have no place in its account. It holds
 * while the tenant lets contacts add anybody and its mails carry links, for a
 * guest has no other way in. Callers ask whether the contact is active.
 */
export function isGuestOf(ticket: { readonly tenantId: Part; readonly id: Part }, contactId: Part): SQL {
  return sql`exists (select 1 from ticket_people g
    join tenant_settings gs on gs.tenant_id = g.tenant_id and gs.participants = 'anyone' and gs.ticket_links = 1
    where g.tenant_id = ${ticket.tenantId} and g.ticket_id = ${ticket.id} and g.contact_id = ${contactId}
      and g.guest is not null)`;
}
