import { sql } from 'drizzle-orm';
import { deleteDue } from '#db/delete-due.ts';
import type { ShardScope } from '#db/scopes.ts';

/** Longer than any page stays open, or any mail server tries again. */
const keepMs = 90 * 24 * 60 * 60 * 1000;

/** Keys of forms that nobody will send again. */
export function deleteOldSubmissions(scope: ShardScope) {
  return deleteDue(sql`submissions`, sql`tenant_id, actor, "key"`, sql`created_at < ${scope.now - keepMs}`);
}
