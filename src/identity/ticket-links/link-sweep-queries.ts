import { sql } from 'drizzle-orm';
import { deleteDue } from '#db/delete-due.ts';
import type { ShardScope } from '#db/scopes.ts';

/** So long a link that ran out still says so. */
const keepMs = 30 * 24 * 60 * 60 * 1000;

export function deleteOldLinks(scope: ShardScope) {
  return deleteDue(sql`ticket_links`, sql`tenant_id, hash`, sql`expires_at < ${scope.now - keepMs}`);
}
