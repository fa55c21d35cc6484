import { sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { raw } from '#db/statement.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * Counts one of a day (UTC), unless it has had its `most`: then it changes no
 * row, and what follows in the batch may ask that. `and`: only where the
 * statement before it changed one.
 */
export function countInDay(scope: TenantScope, key: string, most: number, and = false) {
  return raw(sql`insert into counters (tenant_id, scope_key, "window", n)
    select ${scope.tenant.id}, ${key}, ${Math.floor(scope.now / day) * day}, 1 where ${and ? sql`changes() > 0` : sql`true`}
    on conflict (tenant_id, scope_key, "window") do update set n = n + 1 where n < ${most}`);
}

/** Counts one of a day (UTC); where that would be more than `most`, its batch fails (isGuarded, `counters.n`). */
export function spendInDay(scope: TenantScope, key: string, most: number) {
  return raw(sql`insert into counters (tenant_id, scope_key, "window", n)
    values (${scope.tenant.id}, ${key}, ${Math.floor(scope.now / day) * day}, 1)
    on conflict (tenant_id, scope_key, "window") do update set n = case when n < ${most} then n + 1 end`);
}
