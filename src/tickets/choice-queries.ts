import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { prepared } from '#db/prepared.ts';
import { agents } from '#db/schema/people.ts';
import { categories, statuses } from '#db/schema/tickets.ts';
import { build, many, named } from '#db/statement.ts';

/** Statuses stand in the order of their categories, and only within one in the tenant's. */
export function categoryRank(column: SQL): SQL {
  const ranks = categories.map((category, at) => sql`when ${category} then ${at}`);
  return sql`case ${column} ${sql.join(ranks, sql` `)} end`;
}

/** The tenant's statuses that are in use, in its order. */
export const listStatuses = prepared((scope) =>
  many(
    build
      .select(
        named({
          id: statuses.id,
          category: statuses.category,
          label: statuses.label,
          publicLabel: statuses.publicLabel,
        }),
      )
      .from(statuses)
      .where(and(eq(statuses.tenantId, scope.tenant.id), isNull(statuses.retiredAt)))
      .orderBy(categoryRank(sql`${statuses.category}`), asc(statuses.position)),
  ),
);

/** Who can be given a ticket. */
export const listAgents = prepared((scope) =>
  many(
    build
      .select(named({ id: agents.id, name: agents.name }))
      .from(agents)
      .where(and(eq(agents.tenantId, scope.tenant.id), eq(agents.state, 'active')))
      .orderBy(asc(agents.name)),
  ),
);
