import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { isGuestOf } from '#db/guest-standing.ts';
import { agents, contacts, memberships } from '#db/schema/people.ts';
import { statuses, ticketPeople, tickets } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, many, named, one } from '#db/statement.ts';
import { takesPartNow, type Viewer, visibleTo } from './access-queries.ts';
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
      .where(and(visibleTo(scope, viewer), takesPartNow(viewer.contactId), eq(tickets.number, number))),
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

/** Requester and participants, each with what still lets them in; null: nothing. */
export function peopleOf(scope: TenantScope, number: number) {
  const role = sql<'admin' | 'member' | 'guest' | null>`coalesce(${memberships.role},
    case when ${isGuestOf(tickets, ticketPeople.contactId)} then 'guest' end)`;
  return many(
    build
      .select({ ...named({ contactId: ticketPeople.contactId }), role: role.as('role') })
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
          ne(memberships.role, 'none'),
        ),
      )
      .where(and(eq(tickets.tenantId, scope.tenant.id), eq(tickets.number, number))),
  );
}

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
