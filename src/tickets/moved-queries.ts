import { sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { mapped, rawRows } from '#db/statement.ts';

/**
 * Whether anybody but this agent wrote on the ticket after entry `seen`: a
 * message, a note or a change. What the agent did in another tab is no news.
 */
export function movedBySince(scope: TenantScope, agentId: string, number: number, seen: number) {
  const tenantId = scope.tenant.id;
  const after = (table: string, mine: string) => sql`exists (select 1 from ${sql.raw(table)} e
    where e.tenant_id = ${tenantId} and e.ticket_id = t.id and e.seq > ${seen} and not (${sql.raw(mine)} = ${agentId}))`;
  const query = sql`select (${after('messages', 'e.author_id')} or ${after('notes', 'e.author_id')}
    or ${after('events', "coalesce(e.actor_id, '')")}) as moved
    from tickets t where t.tenant_id = ${tenantId} and t.number = ${number}`;
  return mapped(
    rawRows(query, (row) => row['moved'] === 1),
    ([moved]) => moved ?? false,
  );
}
