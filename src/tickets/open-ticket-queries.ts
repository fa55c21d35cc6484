import { and, eq, type SQL, sql } from 'drizzle-orm';
import { ticketPeople, tickets } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, type Found, named, one, raw, write } from '#db/statement.ts';
import type { Viewer } from './access-queries.ts';
import { visibleTo } from './access-queries.ts';
import type { Source } from './entries.ts';

export interface NewTicket {
  readonly id: string;
  readonly subject: string;
  readonly accountId: string;
  readonly requesterId: string;
  readonly formId: string;
  readonly statusId: string;
  readonly priorityId: string;
  readonly source: Source;
  readonly followUpOf: string | null;
  readonly formVersion: number;
  /** Set where it is a team in use. */
  readonly teamId: string | null;
}

/**
 * The row of a new ticket, its first message (1) and the event of its opening
 * (2) counted in. Numbers begin at 1001. Where the requester has meanwhile lost
 * the account, or `isFormUsable` says no, `seq` becomes NULL and the batch is
 * rolled back.
 */
export function insertTicket(scope: TenantScope, ticket: NewTicket, isFormUsable: Found) {
  const { tenant, now } = scope;
  return raw(sql`insert into tickets
    (tenant_id, id, number, subject, account_id, requester_id, form_id, status_id, category, done, priority_id,
     source, follow_up_of, seq, activity_at, public_seq, public_activity_at, last_author_kind, last_author_id,
     last_message_at, last_customer_at, waiting_since, created_at, form_version, team_id)
    select ${tenant.id}, ${ticket.id}, coalesce(max(number), 1000) + 1, ${ticket.subject}, ${ticket.accountId},
     ${ticket.requesterId}, ${ticket.formId}, ${ticket.statusId}, 'new', 0, ${ticket.priorityId},
     ${ticket.source}, ${ticket.followUpOf}, case when ${mayAsk(scope, ticket)} and ${isFormUsable} then 2 end, ${now}, 2, ${now}, 'contact', ${ticket.requesterId},
     ${now}, ${now}, ${now}, ${now}, ${ticket.formVersion}, ${teamInUse(scope, ticket)}
    from tickets where tenant_id = ${tenant.id}`);
}

function teamInUse({ tenant }: TenantScope, { teamId }: NewTicket): SQL {
  return sql`(select id from teams where tenant_id = ${tenant.id} and id = ${teamId ?? ''} and retired_at is null)`;
}

function mayAsk({ tenant }: TenantScope, { requesterId, accountId }: NewTicket): SQL {
  return sql`exists (select 1 from memberships m
    join contacts c on c.tenant_id = m.tenant_id and c.id = m.contact_id and c.state = 'active'
    where m.tenant_id = ${tenant.id} and m.contact_id = ${requesterId} and m.account_id = ${accountId} and m.role <> 'none')`;
}

export function insertRequester(scope: TenantScope, ticket: NewTicket) {
  return write(
    build.insert(ticketPeople).values({
      tenantId: scope.tenant.id,
      ticketId: ticket.id,
      contactId: ticket.requesterId,
      accountId: ticket.accountId,
      part: 'requester',
      done: 0,
      publicActivityAt: scope.now,
    }),
  );
}

/** The number that a new ticket was given. */
export function numberOf(scope: TenantScope, ticketId: string) {
  return one(
    build
      .select(named({ number: tickets.number }))
      .from(tickets)
      .where(and(eq(tickets.tenantId, scope.tenant.id), eq(tickets.id, ticketId))),
  );
}

/** The request that a new one follows, where the viewer may see it. */
export function followed(scope: TenantScope, viewer: Viewer, number: number) {
  return one(
    build
      .select(named({ id: tickets.id, number: tickets.number, subject: tickets.subject }))
      .from(tickets)
      .where(and(visibleTo(scope, viewer), eq(tickets.number, number))),
  );
}
