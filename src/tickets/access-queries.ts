import { and, eq, type SQL } from 'drizzle-orm';
import { tickets } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build } from '#db/statement.ts';
import { type Eyes, seenBy } from '#db/ticket-sight.ts';

/** Who reads tickets. */
export type Viewer = Eyes;

/** Of the tenant's `tickets`, those that the viewer may see. Every lookup goes through it, so what one may not see is not found. */
export function visibleTo(scope: TenantScope, viewer: Viewer): SQL | undefined {
  return and(eq(tickets.tenantId, scope.tenant.id), seenBy(tickets, viewer));
}

/** The id of the ticket with this number, where the viewer may see it; for use inside other statements. */
export function visibleTicketId(scope: TenantScope, viewer: Viewer, number: number) {
  return build
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(visibleTo(scope, viewer), eq(tickets.number, number)));
}
