import { sql } from 'drizzle-orm';
import { deleteDue } from '#db/delete-due.ts';
import type { ShardScope } from '#db/scopes.ts';

/** Tokens whose times refuse them by now. */
export function deleteOldUses(scope: ShardScope) {
  return deleteDue(sql`handoff_uses`, sql`tenant_id, issuer, jti_hash`, sql`expires_at < ${scope.now}`);
}

export function deleteOldArrivals(scope: ShardScope) {
  return deleteDue(sql`handoff_arrivals`, sql`tenant_id, hash`, sql`expires_at < ${scope.now}`);
}
