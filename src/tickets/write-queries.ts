import { and, eq, type SQL, sql } from 'drizzle-orm';
import { events, messages, notes } from '#db/schema/threads.ts';
import { ticketPeople, tickets } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, raw, write } from '#db/statement.ts';
import { openNowTo } from '#db/ticket-sight.ts';
import type { NewEvent, NewMessage, NewNote, TicketState } from './new-entry.ts';
import type { Status } from './status-rules.ts';

/** Where a change leaves the ticket's row. */
export interface TicketMove {
  readonly seq: number;
  readonly publicSeq: number;
  readonly publicActivityAt: number;
  readonly done: 0 | 1;
  readonly waitingSince: number | null;
  readonly message: NewMessage | null;
  readonly status: Pick<Status, 'id' | 'category'> | null;
  readonly priorityId: string | null;
  readonly assignee: { readonly id: string | null } | null;
  readonly team: { readonly id: string | null } | null;
  /** The contact who does it; null: somebody of the tenant. */
  readonly contactId: string | null;
  /** Ids of the fields that they change. */
  readonly writes: readonly string[];
}

/**
 * Moves the row, if it still stands where it was read, what it is given is still
 * in use, and the contact may still see it and change those fields: otherwise
 * `seq` becomes NULL, which it may not be, and the batch is rolled back
 * (db/run.ts isGuarded).
 */
export function moveTicket(scope: TenantScope, ticket: TicketState, move: TicketMove) {
  const { message, status, priorityId, assignee, team, contactId, writes } = move;
  const mayMove = and(
    eq(tickets.seq, ticket.seq),
    ...givenOf(move).map(
      ({ id, inUse }) => sql`exists (select 1 from ${inUse} and g.tenant_id = ${tickets.tenantId} and g.id = ${id})`,
    ),
    contactId === null ? undefined : openNowTo(tickets, contactId),
    writes.length === 0 ? undefined : areOpenNow(writes),
  );
  return write(
    build
      .update(tickets)
      .set({
        seq: sql`case when ${mayMove} then ${move.seq} end`,
        activityAt: scope.now,
        publicSeq: move.publicSeq,
        publicActivityAt: move.publicActivityAt,
        done: move.done,
        waitingSince: move.waitingSince,
        ...(message && {
          lastAuthorKind: message.authorKind,
          lastAuthorId: message.authorId,
          lastMessageAt: scope.now,
          ...(message.authorKind === 'contact' && { lastCustomerAt: scope.now }),
        }),
        ...(status && {
          statusId: status.id,
          category: status.category,
          solvedAt: solvedAtOf(scope, status),
          closedAt: status.category === 'closed' ? scope.now : null,
        }),
        ...(priorityId !== null && { priorityId }),
        ...(assignee && { assigneeId: assignee.id }),
        ...(team && { teamId: team.id }),
      })
      .where(and(eq(tickets.tenantId, scope.tenant.id), eq(tickets.id, ticket.id))),
  );
}

/** What the ticket is given, each with where that is in use. */
function givenOf({ status, priorityId, assignee, team }: TicketMove) {
  const given = [
    { id: status?.id, inUse: sql`statuses g where g.retired_at is null` },
    { id: priorityId, inUse: sql`priorities g where g.retired_at is null` },
    { id: team?.id, inUse: sql`teams g where g.retired_at is null` },
    { id: assignee?.id, inUse: sql`agents g where g.state = 'active'` },
  ];
  return given.filter(({ id }) => typeof id === 'string');
}

/** Whether contacts may change these fields at this moment. */
function areOpenNow(fieldIds: readonly string[]): SQL {
  return sql`${fieldIds.length} = (select count(*) from fields f where f.tenant_id = ${tickets.tenantId}
    and f.portal_access = 'write' and f.retired_at is null
    and f.id in (select value from json_each(${JSON.stringify(fieldIds)})))`;
}

/** Closing keeps the time of solving. */
function solvedAtOf(scope: TenantScope, { category }: Pick<Status, 'category'>) {
  if (category === 'closed') return sql`coalesce(${tickets.solvedAt}, ${scope.now})`;
  return category === 'solved' ? scope.now : null;
}

/** The people's rows follow the ticket's; untouched rows are not written again. */
export function movePeople(scope: TenantScope, ticketId: string, move: TicketMove) {
  return write(
    build
      .update(ticketPeople)
      .set({ done: move.done, publicActivityAt: move.publicActivityAt })
      .where(
        and(
          eq(ticketPeople.tenantId, scope.tenant.id),
          eq(ticketPeople.ticketId, ticketId),
          sql`(${ticketPeople.done}, ${ticketPeople.publicActivityAt}) is not (${move.done}, ${move.publicActivityAt})`,
        ),
      ),
  );
}

/** A further contact on the ticket; nothing for those who are on it. */
export function joinPeople(scope: TenantScope, ticketId: string, contactId: string) {
  return raw(sql`insert into ticket_people
    (tenant_id, ticket_id, contact_id, account_id, part, done, public_activity_at)
    select tenant_id, id, ${contactId}, account_id, 'participant', done, public_activity_at
    from tickets where tenant_id = ${scope.tenant.id} and id = ${ticketId}
    on conflict do nothing`);
}

export function insertMessage(
  scope: TenantScope,
  ticketId: string,
  seq: number,
  publicSeq: number,
  message: NewMessage,
) {
  return write(
    build
      .insert(messages)
      .values({ tenantId: scope.tenant.id, ticketId, seq, publicSeq, ...message, createdAt: scope.now }),
  );
}

export function insertNote(scope: TenantScope, ticketId: string, seq: number, note: NewNote) {
  return write(build.insert(notes).values({ tenantId: scope.tenant.id, ticketId, seq, ...note, createdAt: scope.now }));
}

export function insertEvent(
  scope: TenantScope,
  ticketId: string,
  seq: number,
  publicSeq: number | null,
  given: NewEvent & { readonly id: string },
) {
  const { kind, ...data } = given.event;
  const open = given.open && JSON.stringify({ ...given.open, kind: undefined });
  return write(
    build.insert(events).values({
      tenantId: scope.tenant.id,
      id: given.id,
      ticketId,
      seq,
      publicSeq,
      kind,
      actorKind: given.actor.kind,
      actorId: given.actor.id,
      data: JSON.stringify(data),
      publicData: open,
      createdAt: scope.now,
    }),
  );
}
