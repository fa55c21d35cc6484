import { and, eq, type SQL } from 'drizzle-orm';
import { tickets } from '#db/schema/tickets.ts';
import type { GivenScope } from '#db/scopes.ts';
import type { Given } from '#db/slot.ts';
import { build } from '#db/statement.ts';
import { type Eyes, seenBy } from '#db/ticket-sight.ts';

/** Who reads tickets. */
export interface Viewer extends Eyes {
  readonly contactId: string;
  readonly accountId: string;
}

/** Of the tenant's `tickets`, those that the viewer may see. Every lookup goes through it, so what one may not see is not found. */
export function visibleTo(scope: GivenScope, viewer: Eyes): SQL | undefined {
  return and(eq(tickets.tenantId, scope.tenant.id), seenBy(tickets, viewer));
}

/** The id of the ticket with this number, where the viewer may see it; for use inside other statements. */
export function visibleTicketId(scope: GivenScope, viewer: Eyes, number: Given<number>) {
  return build
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(visibleTo(scope, viewer), eq(tickets.number, number)));
}
