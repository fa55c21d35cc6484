import { and, asc, desc, eq, gte, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { prepared } from '#db/prepared.ts';
import { outbox } from '#db/schema/mail.ts';
import { accounts, agents, contacts } from '#db/schema/people.ts';
import { events, messages, notes } from '#db/schema/threads.ts';
import { priorities, statuses, teams, ticketPeople, tickets } from '#db/schema/tickets.ts';
import type { GivenScope } from '#db/scopes.ts';
import type { Given, Slot } from '#db/slot.ts';
import { build, many, named, namedOrNull, one } from '#db/statement.ts';
import { entryFiles } from './file-queries.ts';
import {
  authorNames,
  byAgent,
  byContact,
  itsAccount,
  itsAssignee,
  itsPriority,
  itsRequester,
  itsStatus,
} from './join-queries.ts';

export const deskWindow = 200;

const earlier = alias(tickets, 'earlier');

/** A ticket with all that stands beside its thread; null when the tenant has none of this number. */
export const deskTicket = prepared((scope, number: Slot<number>) =>
  one(
    build
      .select({
        ...named({
          id: tickets.id,
          number: tickets.number,
          subject: tickets.subject,
          statusId: tickets.statusId,
          category: tickets.category,
          statusLabel: statuses.label,
          publicLabel: statuses.publicLabel,
          priorityId: tickets.priorityId,
          priorityLabel: priorities.label,
          accountId: tickets.accountId,
          accountName: accounts.name,
          requesterId: tickets.requesterId,
          requesterName: contacts.name,
          requesterEmail: contacts.email,
          requesterZone: contacts.zone,
          source: tickets.source,
          seq: tickets.seq,
          publicSeq: tickets.publicSeq,
          waitingSince: tickets.waitingSince,
          createdAt: tickets.createdAt,
        }),
        ...namedOrNull({
          assigneeId: agents.id,
          assigneeName: agents.name,
          teamId: teams.id,
          teamName: teams.name,
          followUpOf: earlier.number,
        }),
      })
      .from(tickets)
      .innerJoin(statuses, itsStatus)
      .innerJoin(priorities, itsPriority)
      .innerJoin(accounts, itsAccount)
      .innerJoin(contacts, itsRequester)
      .leftJoin(agents, itsAssignee)
      .leftJoin(teams, and(eq(teams.tenantId, tickets.tenantId), eq(teams.id, tickets.teamId)))
      .leftJoin(earlier, and(eq(earlier.tenantId, tickets.tenantId), eq(earlier.id, tickets.followUpOf)))
      .where(ofNumber(scope, number)),
  ),
);

/** Messages of that ticket from an entry on; without one, of the newest window. */
export const deskMessages = prepared((scope, number: Slot<number>, from: Slot<number | null>) =>
  many(
    build
      .select({
        ...named({
          id: messages.id,
          seq: messages.seq,
          authorKind: messages.authorKind,
          authorId: messages.authorId,
          body: messages.body,
          quoted: messages.quoted,
          via: messages.via,
          at: messages.createdAt,
          editedAt: messages.editedAt,
        }),
        ...authorNames,
      })
      .from(messages)
      .leftJoin(contacts, byContact(messages, messages.authorId))
      .leftJoin(agents, byAgent(messages, messages.authorId))
      .where(
        and(
          eq(messages.tenantId, scope.tenant.id),
          sql`${messages.ticketId} = (${idOf(scope, number)})`,
          gte(messages.seq, firstOf(scope, number, from)),
        ),
      )
      .orderBy(asc(messages.seq))
      .limit(deskWindow + 1),
  ),
);

export const deskNotes = prepared((scope, number: Slot<number>, from: Slot<number | null>) =>
  many(
    build
      .select(
        named({
          id: notes.id,
          seq: notes.seq,
          authorId: notes.authorId,
          authorName: agents.name,
          body: notes.body,
          at: notes.createdAt,
        }),
      )
      .from(notes)
      .innerJoin(agents, byAgent(notes, notes.authorId))
      .where(
        and(
          eq(notes.tenantId, scope.tenant.id),
          sql`${notes.ticketId} = (${idOf(scope, number)})`,
          gte(notes.seq, firstOf(scope, number, from)),
        ),
      )
      .orderBy(asc(notes.seq))
      .limit(deskWindow + 1),
  ),
);

/** The files of those messages. */
export const deskFiles = prepared((scope, number: Slot<number>, from: Slot<number | null>) =>
  entryFiles(scope, messages, {
    ...{ place: 'message', column: messages.seq },
    ...{ ticketId: idOf(scope, number), first: firstOf(scope, number, from) },
  }),
);

export const deskNoteFiles = prepared((scope, number: Slot<number>, from: Slot<number | null>) =>
  entryFiles(scope, notes, {
    ...{ place: 'note', column: notes.seq },
    ...{ ticketId: idOf(scope, number), first: firstOf(scope, number, from) },
  }),
);

export const deskEvents = prepared((scope, number: Slot<number>, from: Slot<number | null>) =>
  many(
    build
      .select({
        ...named({
          seq: events.seq,
          publicSeq: events.publicSeq,
          kind: events.kind,
          actorKind: events.actorKind,
          actorId: events.actorId,
          data: events.data,
          at: events.createdAt,
        }),
        ...authorNames,
      })
      .from(events)
      .leftJoin(contacts, byContact(events, events.actorId))
      .leftJoin(agents, byAgent(events, events.actorId))
      .where(
        and(
          eq(events.tenantId, scope.tenant.id),
          sql`${events.ticketId} = (${idOf(scope, number)})`,
          gte(events.seq, firstOf(scope, number, from)),
        ),
      )
      .orderBy(asc(events.seq))
      .limit(deskWindow + 1),
  ),
);

/** Where the mails about that ticket stand, newest first. */
export const deskDeliveries = prepared((scope, number: Slot<number>) =>
  many(
    build
      .select({
        ...named({
          messageId: outbox.messageId,
          kind: outbox.kind,
          recipientKind: outbox.recipientKind,
          state: outbox.state,
          error: outbox.error,
        }),
        ...namedOrNull({ contactName: contacts.name, contactEmail: contacts.email, agentName: agents.name }),
      })
      .from(outbox)
      .leftJoin(contacts, byContact(outbox, outbox.recipientId))
      .leftJoin(agents, byAgent(outbox, outbox.recipientId))
      .where(and(eq(outbox.tenantId, scope.tenant.id), sql`${outbox.ticketId} = (${idOf(scope, number)})`))
      .orderBy(desc(outbox.createdAt))
      .limit(deskWindow * 2),
  ),
);

/** Who is on it besides the requester. */
export const deskParticipants = prepared((scope, number: Slot<number>) =>
  many(
    build
      .select(named({ id: contacts.id, name: contacts.name, email: contacts.email }))
      .from(ticketPeople)
      .innerJoin(contacts, and(eq(contacts.tenantId, ticketPeople.tenantId), eq(contacts.id, ticketPeople.contactId)))
      .where(
        and(
          eq(ticketPeople.tenantId, scope.tenant.id),
          sql`${ticketPeople.ticketId} = (${idOf(scope, number)})`,
          eq(ticketPeople.part, 'participant'),
        ),
      )
      .limit(50),
  ),
);

/** The tenant's ticket with this number. */
export function ofNumber(scope: GivenScope, number: Given<number>): SQL | undefined {
  return and(eq(tickets.tenantId, scope.tenant.id), eq(tickets.number, number));
}

function idOf(scope: GivenScope, number: Slot<number>) {
  return build.select({ id: tickets.id }).from(tickets).where(ofNumber(scope, number));
}

function firstOf(scope: GivenScope, number: Slot<number>, from: Slot<number | null>): SQL {
  const newest = sql`${tickets.seq} - ${deskWindow - 1}`.as('first');
  return sql`coalesce(${from}, (${build.select({ first: newest }).from(tickets).where(ofNumber(scope, number))}))`;
}
