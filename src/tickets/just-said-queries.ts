import { and, desc, eq } from 'drizzle-orm';
import { messages } from '#db/schema/threads.ts';
import { ticketPeople, tickets } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, named, one } from '#db/statement.ts';
import { type Viewer, visibleTo } from './access-queries.ts';

const ofTicket = and(eq(messages.tenantId, tickets.tenantId), eq(messages.ticketId, tickets.id));

/** The newest message of a request. */
export function newestMessage(scope: TenantScope, viewer: Viewer, number: number) {
  return one(
    build
      .select(named({ authorId: messages.authorId, body: messages.body, createdAt: messages.createdAt }))
      .from(tickets)
      .innerJoin(messages, ofTicket)
      .where(and(visibleTo(scope, viewer), eq(tickets.number, number)))
      .orderBy(desc(messages.seq))
      .limit(1),
  );
}

/** The first message of the viewer's request that something public happened to last. */
export function newestRequest(scope: TenantScope, { contactId, accountId }: Viewer) {
  return one(
    build
      .select(
        named({
          number: tickets.number,
          subject: tickets.subject,
          authorId: messages.authorId,
          body: messages.body,
          createdAt: messages.createdAt,
        }),
      )
      .from(ticketPeople)
      .innerJoin(tickets, and(eq(tickets.tenantId, ticketPeople.tenantId), eq(tickets.id, ticketPeople.ticketId)))
      .innerJoin(messages, and(ofTicket, eq(messages.seq, 1)))
      .where(
        and(
          eq(ticketPeople.tenantId, scope.tenant.id),
          eq(ticketPeople.contactId, contactId),
          eq(ticketPeople.accountId, accountId),
        ),
      )
      .orderBy(desc(ticketPeople.publicActivityAt))
      .limit(1),
  );
}
