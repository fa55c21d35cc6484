import { and, eq, gt, isNull } from 'drizzle-orm';
import type { LinkClaim } from '#lib/actor.ts';
import { ticketLinks } from './schema/access.ts';
import { accounts, contactAddresses, contacts, memberships } from './schema/people.ts';
import { tenantSettings } from './schema/tenancy.ts';
import { tickets } from './schema/tickets.ts';
import type { TenantScope } from './scopes.ts';
import { activeContact, contactColumns, liveMembership, workspaces } from './session-queries.ts';
import { build, named, namedOrNull, one } from './statement.ts';
import { openTo, sightOf } from './ticket-sight.ts';

// Contacts who come by another door than a session: to one ticket, where they may see it at this moment.

const place = { role: memberships.role, membersSeeAll: accounts.membersSeeAll };

const doorColumns = {
  ...contactColumns,
  ...named({
    accountId: accounts.id,
    accountName: accounts.name,
    version: tenantSettings.version,
    status: tenantSettings.status,
  }),
  /** Null: a guest of the ticket, with no place in its account. */
  ...namedOrNull({ role: memberships.role }),
  sees: sightOf(place).as('sees'),
  workspaces,
};

const itsAccount = and(eq(accounts.tenantId, tickets.tenantId), eq(accounts.id, tickets.accountId));
const placeInIt = and(liveMembership, eq(memberships.accountId, tickets.accountId));

const seesIt = openTo(place, tickets, contacts.id);

/** The contact who owns this address, where they may still see the ticket. */
export function mailSender(scope: TenantScope, sender: { email: string; contactNumber: number; ticketNumber: number }) {
  return one(
    build
      .select(doorColumns)
      .from(contactAddresses)
      .innerJoin(tenantSettings, eq(tenantSettings.tenantId, contactAddresses.tenantId))
      .innerJoin(contacts, activeContact(contactAddresses.tenantId, contactAddresses.contactId))
      .innerJoin(tickets, and(eq(tickets.tenantId, contacts.tenantId), eq(tickets.number, sender.ticketNumber)))
      .innerJoin(accounts, itsAccount)
      .leftJoin(memberships, placeInIt)
      .where(
        and(
          eq(contactAddresses.tenantId, scope.tenant.id),
          eq(contactAddresses.email, sender.email),
          eq(contacts.number, sender.contactNumber),
          seesIt,
        ),
      ),
  );
}

/** The contact whom a ticket's link was sent to, where it is live, the tenant has such links and they still see that ticket. */
export function linkHolder(scope: TenantScope, { hash, contactId, ticketId, accountId }: LinkClaim) {
  return one(
    build
      .select(doorColumns)
      .from(ticketLinks)
      .innerJoin(
        tenantSettings,
        and(eq(tenantSettings.tenantId, ticketLinks.tenantId), eq(tenantSettings.ticketLinks, 1)),
      )
      .innerJoin(contacts, activeContact(ticketLinks.tenantId, ticketLinks.contactId))
      .innerJoin(tickets, and(eq(tickets.tenantId, ticketLinks.tenantId), eq(tickets.id, ticketLinks.ticketId)))
      .innerJoin(accounts, itsAccount)
      .leftJoin(memberships, placeInIt)
      .where(
        and(
          eq(ticketLinks.tenantId, scope.tenant.id),
          eq(ticketLinks.hash, hash),
          isNull(ticketLinks.revokedAt),
          gt(ticketLinks.expiresAt, scope.now),
          eq(ticketLinks.contactId, contactId),
          eq(ticketLinks.ticketId, ticketId),
          eq(tickets.accountId, accountId),
          seesIt,
        ),
      ),
  );
}
