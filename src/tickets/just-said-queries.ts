import { and, desc, eq, sql } from 'drizzle-orm';
import { ticketAnswers } from '#db/schema/answers.ts';
import { messages } from '#db/schema/threads.ts';
import { ticketPeople, tickets } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, named, namedOrNull, one, rawRow } from '#db/statement.ts';
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
      .select({
        ...named({
          number: tickets.number,
          subject: tickets.subject,
          authorId: messages.authorId,
          body: messages.body,
          createdAt: messages.createdAt,
          formId: tickets.formId,
        }),
        ...namedOrNull({ answers: ticketAnswers.answers }),
      })
      .from(ticketPeople)
      .innerJoin(tickets, and(eq(tickets.tenantId, ticketPeople.tenantId), eq(tickets.id, ticketPeople.ticketId)))
      .innerJoin(messages, and(ofTicket, eq(messages.seq, 1)))
      .leftJoin(
        ticketAnswers,
        and(eq(ticketAnswers.tenantId, tickets.tenantId), eq(ticketAnswers.ticketId, tickets.id)),
      )
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

/** The newest message or note of a ticket, for agents. */
export function newestWords(scope: TenantScope, number: number) {
  const newest = (table: string) => sql`select * from (select ${sql.raw(`'${table}'`)} as place, e.author_id, e.body,
    e.created_at, e.seq from ${sql.raw(table)} e join tickets t on t.tenant_id = e.tenant_id and t.id = e.ticket_id
    where t.tenant_id = ${scope.tenant.id} and t.number = ${number} order by e.seq desc limit 1)`;
  const query = sql`${newest('messages')} union all ${newest('notes')} order by seq desc limit 1`;
  return rawRow(query, (row) => ({
    place: String(row['place']),
    authorId: String(row['author_id']),
    body: String(row['body']),
    createdAt: Number(row['created_at']),
  }));
}
