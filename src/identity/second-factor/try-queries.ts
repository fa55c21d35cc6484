import { type SQL, sql } from 'drizzle-orm';
import type { DirectoryScope } from '#db/scopes.ts';
import { raw } from '#db/statement.ts';

const minute = 60_000;

/** Six digits with a window of three steps: twenty wrong ones a day are a chance of 1 in 17 000. */
const bySession = { slotMs: 5 * minute, spanMs: 15 * minute, most: 5 };
const byAddress = { slotMs: 60 * minute, spanMs: 24 * 60 * minute, most: 20 };

type Limit = typeof bySession;
interface Keys {
  readonly session: string;
  readonly address: string;
}

/** Counts a try against the session before anybody compares; 0: there were too many. */
export function countSessionTry(scope: DirectoryScope, { session, address }: Keys) {
  return add(
    scope,
    bySession,
    session,
    sql`${used(scope, bySession, session)} < ${bySession.most} and ${used(scope, byAddress, address)} < ${byAddress.most}`,
  );
}

/** And against the address; right after the other in the batch. */
export function countAddressTry(scope: DirectoryScope, { address }: Keys) {
  return add(scope, byAddress, address, sql`changes() > 0`);
}

/** It was right after all; right after the statement that accepted it. */
export function uncountSessionTry(scope: DirectoryScope, { session }: Keys) {
  return subtract(scope, bySession, session);
}

/** Right after the other. */
export function uncountAddressTry(scope: DirectoryScope, { address }: Keys) {
  return subtract(scope, byAddress, address);
}

function add(scope: DirectoryScope, limit: Limit, key: string, condition: SQL) {
  return raw(sql`insert into directory_counters (scope_key, "window", n)
    select ${key}, ${slot(scope, limit)}, 1 where ${condition}
    on conflict (scope_key, "window") do update set n = n + 1`);
}

function subtract(scope: DirectoryScope, limit: Limit, key: string) {
  return raw(sql`update directory_counters set n = n - 1
    where scope_key = ${key} and "window" = ${slot(scope, limit)} and n > 0 and changes() > 0`);
}

function used(scope: DirectoryScope, limit: Limit, key: string): SQL {
  return sql`(select coalesce(sum(n), 0) from directory_counters
    where scope_key = ${key} and "window" > ${scope.now - limit.spanMs - limit.slotMs})`;
}

function slot(scope: DirectoryScope, limit: Limit): number {
  return Math.floor(scope.now / limit.slotMs) * limit.slotMs;
}
