import { type SQL, sql } from 'drizzle-orm';
import type { ShardScope } from '#db/scopes.ts';
import { raw } from '#db/statement.ts';

const most = 500;

/** Tokens whose times refuse them by now. */
export function deleteOldUses(scope: ShardScope) {
  return deleteDue(sql`handoff_uses`, sql`tenant_id, issuer, jti_hash`, scope);
}

export function deleteOldArrivals(scope: ShardScope) {
  return deleteDue(sql`handoff_arrivals`, sql`tenant_id, hash`, scope);
}

function deleteDue(table: SQL, key: SQL, scope: ShardScope) {
  return raw(sql`delete from ${table} where (${key}) in
    (select ${key} from ${table} where expires_at < ${scope.now} limit ${most})`);
}
