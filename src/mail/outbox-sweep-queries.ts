import { sql } from 'drizzle-orm';
import type { ShardScope } from '#db/scopes.ts';
import { rawRows } from '#db/statement.ts';

/**
 * Mail that nobody delivers: owed for over a minute (a younger first try is
 * still on its way through the queue), due again after a failure, or claimed by
 * somebody who never came back. Oldest first, at most 500; suspended tenants' mail waits.
 */
export function stuckMail(scope: ShardScope) {
  return rawRows(
    sql`select o.tenant_id as tenant_id, o.id as outbox_id from outbox o
    join tenant_settings s on s.tenant_id = o.tenant_id and s.status = 'active'
    where o.state in ('owed', 'sending') and o.due_at <= ${scope.now}
    and (o.attempts > 0 or o.due_at <= ${scope.now - 60_000})
    order by o.due_at limit 500`,
    (row) => ({ tenantId: String(row['tenant_id']), outboxId: String(row['outbox_id']) }),
  );
}
