import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { prepared } from '#db/prepared.ts';
import { statuses, tickets } from '#db/schema/tickets.ts';
import type { GivenScope } from '#db/scopes.ts';
import type { Slot } from '#db/slot.ts';
import { build, many, named } from '#db/statement.ts';
import { ofNumber } from './desk-ticket-queries.ts';
import { itsStatus } from './join-queries.ts';

const otherWithin = 50;

/** Other tickets of the same requester, newest first. */
export const othersOfRequester = prepared((scope, number: Slot<number>) => otherTickets(scope, number, 'requester'));

/**
 * Those of the same account by others. Only among the account's newest: where
 * one person asks all, there would be no end to the search.
 */
export const othersOfAccount = prepared((scope, number: Slot<number>) => otherTickets(scope, number, 'account'));

function otherTickets(scope: GivenScope, number: Slot<number>, of: 'requester' | 'account') {
  const here = (column: typeof tickets.requesterId | typeof tickets.accountId) =>
    build.select({ value: column }).from(tickets).where(ofNumber(scope, number));
  const ofTenant = eq(tickets.tenantId, scope.tenant.id);
  const newestOfAccount = build
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(ofTenant, sql`${tickets.accountId} = (${here(tickets.accountId)})`))
    .orderBy(desc(tickets.publicActivityAt))
    .limit(otherWithin);
  const same =
    of === 'requester'
      ? sql`${tickets.requesterId} = (${here(tickets.requesterId)})`
      : and(inArray(tickets.id, newestOfAccount), sql`${tickets.requesterId} <> (${here(tickets.requesterId)})`);
  return many(
    build
      .select(
        named({
          number: tickets.number,
          subject: tickets.subject,
          category: tickets.category,
          statusLabel: statuses.label,
          publicActivityAt: tickets.publicActivityAt,
        }),
      )
      .from(tickets)
      .innerJoin(statuses, itsStatus)
      .where(and(ofTenant, same, ne(tickets.number, number)))
      .orderBy(desc(tickets.publicActivityAt))
      .limit(5),
  );
}
