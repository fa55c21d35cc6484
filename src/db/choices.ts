import { and, asc, eq, isNull } from 'drizzle-orm';
import { prepared } from './prepared.ts';
import { priorities, teams } from './schema/tickets.ts';
import { build, many, named } from './statement.ts';

// What a ticket, and a form for the tickets that it opens, can be given.

/** The tenant's priorities that are in use, in its order. */
export const listPriorities = prepared((scope) =>
  many(
    build
      .select(named({ id: priorities.id, label: priorities.label, isDefault: priorities.isDefault }))
      .from(priorities)
      .where(and(eq(priorities.tenantId, scope.tenant.id), isNull(priorities.retiredAt)))
      .orderBy(asc(priorities.position)),
  ),
);

/** Its teams. */
export const listTeams = prepared((scope) =>
  many(
    build
      .select(named({ id: teams.id, name: teams.name }))
      .from(teams)
      .where(and(eq(teams.tenantId, scope.tenant.id), isNull(teams.retiredAt)))
      .orderBy(asc(teams.position)),
  ),
);
