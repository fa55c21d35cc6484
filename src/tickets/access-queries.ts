import { and, eq, exists, type SQL, sql } from 'drizzle-orm';
import { isGuestOf } from '#db/guest-standing.ts';
import { ticketPeople, tickets } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build } from '#db/statement.ts';
import type { Sight } from '#lib/actor.ts';

/** Whose eyes a statement reads with: a claim's ids, or a confirmed contact's. */
export interface Viewer {
  readonly contactId: string;
  readonly accountId: string;
  readonly sees: Sight;
}

/**
 * The rule of who may see a ticket, as a condition on `tickets`: of the
 * account, and for those who see only their own, what they opened or take part
 * in. Every lookup goes through it, so what one may not see is not found.
 */
export function visibleTo(scope: TenantScope, viewer: Viewer): SQL | undefined {
  const ofAccount = and(eq(tickets.tenantId, scope.tenant.id), eq(tickets.accountId, viewer.accountId));
  if (viewer.sees === 'account') return ofAccount;
  const part = build
    .select({ one: sql`1`.as('one') })
    .from(ticketPeople)
    .where(
      and(
        eq(ticketPeople.tenantId, tickets.tenantId),
        eq(ticketPeople.ticketId, tickets.id),
        eq(ticketPeople.contactId, viewer.contactId),
      ),
    );
  return and(ofAccount, exists(part));
}

/**
 * Whether a contact may see the ticket of this row as the database has it at
 * this moment, whatever their session said a trip ago: for what writes.
 */
export function seenNowBy(contactId: string): SQL {
  return sql`exists (select 1 from memberships m
    join contacts c on c.tenant_id = m.tenant_id and c.id = m.contact_id and c.state = 'active'
    join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where m.tenant_id = ${tickets.tenantId} and m.contact_id = ${contactId} and m.account_id = ${tickets.accountId}
      and (m.role = 'admin' or (m.role = 'member' and (a.members_see_all = 1 or exists (select 1 from ticket_people p
        where p.tenant_id = m.tenant_id and p.ticket_id = ${tickets.id} and p.contact_id = m.contact_id)))))`;
}

/** The same for who takes part: a guest of the ticket may too, though no list and no session of theirs shows it. */
export function takesPartNow(contactId: string): SQL {
  return sql`(${seenNowBy(contactId)} or (${isGuestOf(tickets, contactId)} and exists (select 1 from contacts c
    where c.tenant_id = ${tickets.tenantId} and c.id = ${contactId} and c.state = 'active')))`;
}

/** The id of the ticket with this number, where the viewer may see it; for use inside other statements. */
export function visibleTicketId(scope: TenantScope, viewer: Viewer, number: number) {
  return build
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(visibleTo(scope, viewer), eq(tickets.number, number)));
}
