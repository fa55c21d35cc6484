import { and, asc, eq, isNotNull, lte, sql } from 'drizzle-orm';
import { tenantSettings } from '#db/schema/tenancy.ts';
import { tickets } from '#db/schema/tickets.ts';
import type { ShardScope } from '#db/scopes.ts';
import { build, many, named } from '#db/statement.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Tickets that were solved so long ago that their tenant closes them; the oldest 500, by a partial index. Suspended tenants' wait. */
export function solvedLongAgo(scope: ShardScope) {
  return many(
    build
      .select(named({ tenantId: tickets.tenantId, ticketId: tickets.id }))
      .from(tickets)
      .innerJoin(tenantSettings, eq(tenantSettings.tenantId, tickets.tenantId))
      .where(
        and(
          sql`${tickets.category} = 'solved'`,
          eq(tenantSettings.status, 'active'),
          isNotNull(tickets.solvedAt),
          lte(tickets.solvedAt, scope.now - dayMs),
          sql`${tickets.solvedAt} <= ${scope.now} - ${tenantSettings.solvedClosesAfterDays} * ${dayMs}`,
        ),
      )
      .orderBy(asc(tickets.solvedAt))
      .limit(500),
  );
}
