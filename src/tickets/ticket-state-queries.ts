import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { prepared } from '#db/prepared.ts';
import { agents, contacts, memberships } from '#db/schema/people.ts';
import { statuses, ticketPeople, tickets } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Slot } from '#db/slot.ts';
import { build, many, named, one } from '#db/statement.ts';
import { openNowTo, openTo } from '#db/ticket-sight.ts';
import { type Viewer, visibleTo } from './access-queries.ts';
import { itsStatus } from './join-queries.ts';

const stateColumns = named({
  id: tickets.id,
  number: tickets.number,
  subject: tickets.subject,
  accountId: tickets.accountId,
  requesterId: tickets.requesterId,
  statusId: tickets.statusId,
  statusLabel: statuses.label,
  statusPublicLabel: statuses.publicLabel,
  category: tickets.category,
  priorityId: tickets.priorityId,
  assigneeId: tickets.assigneeId,
  teamId: tickets.teamId,
  seq: tickets.seq,
  publicSeq: tickets.publicSeq,
  publicActivityAt: tickets.publicActivityAt,
  waitingSince: tickets.waitingSince,
});

/** What an operation must know of the ticket with this number, where the viewer may see it. */
export function stateForContact(scope: TenantScope, viewer: Viewer, number: number) {
  return one(
    build
      .select(stateColumns)
      .from(tickets)
      .innerJoin(statuses, itsStatus)
      .where(and(visibleTo(scope, viewer), openNowTo(tickets, viewer.contactId), eq(tickets.number, number))),
  );
}

/** The same for agents. */
export function stateForAgent(scope: TenantScope, number: number) {
  return one(
    build
      .select(stateColumns)
      .from(tickets)
      .innerJoin(statuses, itsStatus)
      .where(and(eq(tickets.tenantId, scope.tenant.id), eq(tickets.number, number))),
  );
}

/** The same by id, for sweeps. */
export function stateById(scope: TenantScope, ticketId: string) {
  return one(
    build
      .select(stateColumns)
      .from(tickets)
      .innerJoin(statuses, itsStatus)
      .where(and(eq(tickets.tenantId, scope.tenant.id), eq(tickets.id, ticketId))),
  );
}

/** Requester and participants, and whether they may still see it. */
export const peopleOf = prepared((scope, number: Slot<number>) => {
  // Who is on it sees it by their own place, whatever all members see.
  const place = { role: memberships.role, membersSeeAll: sql`0` };
  const sees = sql<number>`${openTo(place, tickets, ticketPeople.contactId, sql`1`)}`;
  return many(
    build
      .select({ ...named({ contactId: ticketPeople.contactId }), sees: sees.as('sees') })
      .from(tickets)
      .innerJoin(ticketPeople, and(eq(ticketPeople.tenantId, tickets.tenantId), eq(ticketPeople.ticketId, tickets.id)))
      .innerJoin(
        contacts,
        and(
          eq(contacts.tenantId, ticketPeople.tenantId),
          eq(contacts.id, ticketPeople.contactId),
          eq(contacts.state, 'active'),
        ),
      )
      .leftJoin(
        memberships,
        and(
          eq(memberships.tenantId, tickets.tenantId),
          eq(memberships.contactId, ticketPeople.contactId),
          eq(memberships.accountId, tickets.accountId),
        ),
      )
      .where(and(eq(tickets.tenantId, scope.tenant.id), eq(tickets.number, number))),
  );
});

/** The same people by the ticket's id, ids only, for sweeps. */
export function peopleById(scope: TenantScope, ticketId: string) {
  return many(
    build
      .select(named({ contactId: ticketPeople.contactId }))
      .from(ticketPeople)
      .where(and(eq(ticketPeople.tenantId, scope.tenant.id), eq(ticketPeople.ticketId, ticketId))),
  );
}

/** Agents who may have to hear of a customer's words: the ticket's assignee, and all who watch the unassigned. */
export function agentsToTell(scope: TenantScope, number: number | null) {
  const assignee =
    number === null
      ? undefined
      : inArray(
          agents.id,
          build
            .select({ id: sql<string>`${tickets.assigneeId}`.as('assignee') })
            .from(tickets)
            .where(and(eq(tickets.tenantId, scope.tenant.id), eq(tickets.number, number))),
        );
  return many(
    build
      .select(named({ id: agents.id, notifyUnassigned: agents.notifyUnassigned }))
      .from(agents)
      .where(
        and(
          eq(agents.tenantId, scope.tenant.id),
          eq(agents.state, 'active'),
          or(eq(agents.notifyUnassigned, 1), assignee),
        ),
      ),
  );
}
