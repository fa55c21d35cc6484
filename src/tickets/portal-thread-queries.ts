import { and, asc, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { agents, contacts } from '#db/schema/people.ts';
import { events, messages, readMarks } from '#db/schema/threads.ts';
import { statuses, tickets } from '#db/schema/tickets.ts';
import type { GivenScope, TenantScope } from '#db/scopes.ts';
import type { Slot } from '#db/slot.ts';
import { build, many, named, namedOrNull, one, raw } from '#db/statement.ts';
import { type Eyes, seenBy } from '#db/ticket-sight.ts';
import { visibleTicketId, visibleTo } from './access-queries.ts';
import { entryFiles } from './file-queries.ts';
import { authorNames, byAgent, byContact, itsStatus } from './join-queries.ts';
import { preparedForViewer } from './prepared-for-viewer.ts';

/** How many entries one page shows at most, and how many when all has been read. */
export const windowMost = 200;
const windowUsual = 30;
const windowBeforeUnread = 3;

const requester = alias(contacts, 'requester');
const earlier = alias(tickets, 'earlier');

/** The ticket with this number where the viewer may see it, without anything internal; null otherwise. */
export const portalTicket = preparedForViewer((scope, viewer, number: Slot<number>) => {
  // Named only where the viewer may see that one too.
  const earlierSeen = and(
    eq(earlier.tenantId, tickets.tenantId),
    eq(earlier.id, tickets.followUpOf),
    seenBy(earlier, viewer),
  );
  return one(
    build
      .select({
        ...named({
          id: tickets.id,
          number: tickets.number,
          subject: tickets.subject,
          accountId: tickets.accountId,
          requesterId: tickets.requesterId,
          requesterName: requester.name,
          category: tickets.category,
          publicLabel: statuses.publicLabel,
          publicSeq: tickets.publicSeq,
          createdAt: tickets.createdAt,
        }),
        ...namedOrNull({ followUpOf: earlier.number, readPublicSeq: readMarks.publicSeq }),
      })
      .from(tickets)
      .innerJoin(statuses, itsStatus)
      .innerJoin(requester, and(eq(requester.tenantId, tickets.tenantId), eq(requester.id, tickets.requesterId)))
      .leftJoin(earlier, earlierSeen)
      .leftJoin(readMarks, markOf(viewer))
      .where(and(visibleTo(scope, viewer), eq(tickets.number, number))),
  );
});

/**
 * Public messages of that ticket from an entry on, at most `windowMost`. Without one, from where reading stopped,
 * with a little before it.
 */
export const portalMessages = preparedForViewer((scope, viewer, number: Slot<number>, from: Slot<number | null>) =>
  many(
    build
      .select({
        ...named({
          id: messages.id,
          publicSeq: messages.publicSeq,
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
          sql`${messages.ticketId} = (${visibleTicketId(scope, viewer, number)})`,
          sql`${messages.publicSeq} >= ${firstOf(scope, viewer, number, from)}`,
        ),
      )
      .orderBy(asc(messages.publicSeq))
      .limit(windowMost + 1),
  ),
);

/** The files of those messages. */
export const portalFiles = preparedForViewer((scope, viewer, number: Slot<number>, from: Slot<number | null>) =>
  entryFiles(scope, messages, {
    place: 'message',
    ticketId: visibleTicketId(scope, viewer, number),
    column: messages.publicSeq,
    first: firstOf(scope, viewer, number, from),
  }),
);

/** Public events of that ticket from the same entry on: their public half only. */
export const portalEvents = preparedForViewer((scope, viewer, number: Slot<number>, from: Slot<number | null>) =>
  many(
    build
      .select({
        ...named({
          kind: events.kind,
          actorKind: events.actorKind,
          actorId: events.actorId,
          publicData: events.publicData,
          at: events.createdAt,
        }),
        publicSeq: sql<number>`${events.publicSeq}`.as('publicSeq'),
        ...authorNames,
      })
      .from(events)
      .leftJoin(contacts, byContact(events, events.actorId))
      .leftJoin(agents, byAgent(events, events.actorId))
      .where(
        and(
          eq(events.tenantId, scope.tenant.id),
          sql`${events.ticketId} = (${visibleTicketId(scope, viewer, number)})`,
          isNotNull(events.publicSeq),
          ofOpenField,
          sql`${events.publicSeq} >= ${firstOf(scope, viewer, number, from)}`,
        ),
      )
      .orderBy(asc(events.publicSeq))
      .limit(windowMost + 1),
  ),
);

/** What changed in a field is told while contacts may read that field, whatever was so when it changed. */
const ofOpenField = sql`(${events.kind} <> 'field' or exists (select 1 from fields f
  where f.tenant_id = ${events.tenantId} and f.id = json_extract(${events.publicData}, '$.field.id')
    and f.portal_access <> 'none'))`;

/** Remembers how far the contact has read; never moves backwards. */
export function markRead(scope: TenantScope, contactId: string, ticketId: string, publicSeq: number) {
  return raw(sql`insert into read_marks (tenant_id, contact_id, ticket_id, public_seq)
    values (${scope.tenant.id}, ${contactId}, ${ticketId}, ${publicSeq})
    on conflict (tenant_id, contact_id, ticket_id) do update set public_seq = max(public_seq, excluded.public_seq)`);
}

function markOf(viewer: Eyes) {
  return and(
    eq(readMarks.tenantId, tickets.tenantId),
    eq(readMarks.contactId, viewer.contactId),
    eq(readMarks.ticketId, tickets.id),
  );
}

/** The first number of the window. By reading: a little before the first unread entry, or the last thirty. */
function firstOf(scope: GivenScope, viewer: Eyes, number: Slot<number>, from: Slot<number | null>): SQL {
  const byReading = build
    .select({
      first: sql`max(1, min(${tickets.publicSeq} - ${windowUsual - 1},
        coalesce(${readMarks.publicSeq}, 0) + 1 - ${windowBeforeUnread}))`.as('first'),
    })
    .from(tickets)
    .leftJoin(readMarks, markOf(viewer))
    .where(and(visibleTo(scope, viewer), eq(tickets.number, number)));
  return sql`coalesce(${from}, (${byReading}))`;
}
