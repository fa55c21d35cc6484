import { sql } from 'drizzle-orm';
import type { ShardScope } from '#db/scopes.ts';
import { raw } from '#db/statement.ts';

/** Longer than any page stays open, or any mail server tries again. */
const keepMs = 90 * 24 * 60 * 60 * 1000;

/** Keys of forms that nobody will send again, the oldest 500, by an index. */
export function deleteOldSubmissions(scope: ShardScope) {
  return raw(sql`delete from submissions where (tenant_id, actor, "key") in (
    select tenant_id, actor, "key" from submissions where created_at < ${scope.now - keepMs} order by created_at limit 500)`);
}
