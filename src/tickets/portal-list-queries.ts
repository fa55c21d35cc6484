import { and, desc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { agents, contacts } from '#db/schema/people.ts';
import { readMarks } from '#db/schema/threads.ts';
import { statuses, ticketCounts, ticketPeople, tickets } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, many, mapped, named, namedOrNull } from '#db/statement.ts';
import type { Cursor } from '#lib/cursor.ts';
import type { Viewer } from './access-queries.ts';
import { itsStatus } from './join-queries.ts';

export interface PortalListFilter {
  readonly done: boolean;
  /** Only what had public activity after this moment, milliseconds. */
  readonly since: number;
  readonly before: Cursor | null;
  readonly limit: number;
}

const requester = alias(contacts, 'requester');
const lastContact = alias(contacts, 'last_contact');
const lastAgent = alias(agents, 'last_agent');

/**
 * A page of requests, newest public activity first. Members read along
 * `ticket_people`, admins along the account: both by an index in this order.
 */
export function listRequests(scope: TenantScope, viewer: Viewer, filter: PortalListFilter) {
  return viewer.sees === 'account' ? ofAccount(scope, viewer, filter) : ofPerson(scope, viewer, filter);
}

function ofAccount(scope: TenantScope, viewer: Viewer, filter: PortalListFilter) {
  return many(
    rows(viewer)
      .where(
        and(
          eq(tickets.tenantId, scope.tenant.id),
          eq(tickets.accountId, viewer.accountId),
          eq(tickets.done, filter.done ? 1 : 0),
          gt(tickets.publicActivityAt, filter.since),
          before(filter.before, sql`${tickets.publicActivityAt}`, sql`${tickets.id}`),
        ),
      )
      .orderBy(desc(tickets.publicActivityAt), desc(tickets.id))
      .limit(filter.limit),
  );
}

function ofPerson(scope: TenantScope, viewer: Viewer, filter: PortalListFilter) {
  return many(
    rows(viewer)
      .innerJoin(ticketPeople, and(eq(ticketPeople.tenantId, tickets.tenantId), eq(ticketPeople.ticketId, tickets.id)))
      .where(
        and(
          eq(ticketPeople.tenantId, scope.tenant.id),
          eq(ticketPeople.contactId, viewer.contactId),
          eq(ticketPeople.accountId, viewer.accountId),
          eq(ticketPeople.done, filter.done ? 1 : 0),
          gt(ticketPeople.publicActivityAt, filter.since),
          before(filter.before, sql`${ticketPeople.publicActivityAt}`, sql`${ticketPeople.ticketId}`),
        ),
      )
      .orderBy(desc(ticketPeople.publicActivityAt), desc(ticketPeople.ticketId))
      .limit(filter.limit),
  );
}

function rows(viewer: Viewer) {
  return build
    .select({
      ...named({
        id: tickets.id,
        number: tickets.number,
        subject: tickets.subject,
        category: tickets.category,
        publicLabel: statuses.publicLabel,
        publicSeq: tickets.publicSeq,
        publicActivityAt: tickets.publicActivityAt,
        requesterId: tickets.requesterId,
        requesterName: requester.name,
        lastAuthorKind: tickets.lastAuthorKind,
        lastAuthorId: tickets.lastAuthorId,
        lastMessageAt: tickets.lastMessageAt,
      }),
      ...namedOrNull({
        lastContactName: lastContact.name,
        lastAgentName: lastAgent.name,
        readPublicSeq: readMarks.publicSeq,
      }),
    })
    .from(tickets)
    .innerJoin(statuses, itsStatus)
    .innerJoin(requester, and(eq(requester.tenantId, tickets.tenantId), eq(requester.id, tickets.requesterId)))
    .leftJoin(lastContact, and(eq(lastContact.tenantId, tickets.tenantId), eq(lastContact.id, tickets.lastAuthorId)))
    .leftJoin(lastAgent, and(eq(lastAgent.tenantId, tickets.tenantId), eq(lastAgent.id, tickets.lastAuthorId)))
    .leftJoin(
      readMarks,
      and(
        eq(readMarks.tenantId, tickets.tenantId),
        eq(readMarks.contactId, viewer.contactId),
        eq(readMarks.ticketId, tickets.id),
      ),
    );
}

function before(cursor: Cursor | null, at: SQL, id: SQL): SQL | undefined {
  return cursor === null ? undefined : sql`(${at}, ${id}) < (${cursor.at}, ${cursor.id})`;
}

/** How many requests the viewer has, open and done; kept by triggers, so this reads two rows. */
export function countRequests(scope: TenantScope, viewer: Viewer) {
  const of =
    viewer.sees === 'account' ? `account:${viewer.accountId}` : `contact:${viewer.contactId}:${viewer.accountId}`;
  const counts = many(
    build
      .select(named({ done: ticketCounts.done, n: ticketCounts.n }))
      .from(ticketCounts)
      .where(
        and(eq(ticketCounts.tenantId, scope.tenant.id), eq(ticketCounts.scope, of), inArray(ticketCounts.done, [0, 1])),
      ),
  );
  return mapped(counts, (found) => ({
    open: found.find(({ done }) => done === 0)?.n ?? 0,
    solved: found.find(({ done }) => done === 1)?.n ?? 0,
  }));
}
