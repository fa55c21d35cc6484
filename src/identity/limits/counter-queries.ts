import { type SQL, sql } from 'drizzle-orm';
import { mapped, raw, rawRows } from '#db/statement.ts';
import { mayTry, table, thisOne } from '../sign-in/challenge-queries.ts';
import type { Realm } from '../sign-in/realm.ts';

const minute = 60 * 1000;

/**
 * Time is counted in slots, and a limit looks at all slots that reach into its
 * span: no span of that length ever sees more than the limit.
 */
export interface Limit {
  /** `client|…`: what is counted. Keyed hashes, never addresses. */
  readonly key: string | SQL;
  readonly slotMs: number;
  readonly spanMs: number;
  readonly most: number;
}

export function anHour(key: Limit['key'], most: number): Limit {
  return { key, slotMs: 10 * minute, spanMs: 60 * minute, most };
}

/**
 * Failed codes of the address that this challenge was asked for: the row says
 * which, for a cookie could lie. Whom only a domain lets in shares the count with
 * all newcomers of the account: anybody can make addresses up, and with each of
 * them five tries more.
 */
export function failedCodes(realm: Realm, hash: string, most: number): Limit {
  const address = sql`'codes|' || address_hash`;
  const whose =
    realm.kind === 'agent'
      ? address
      : sql`case when contact_id is null and invitation_id is null and joins_account_id is not null
          then 'newcomers|' || joins_account_id else ${address} end`;
  const key = sql`(select ${whose} from ${table(realm)} where ${thisOne(realm, hash)})`;
  return { key, slotMs: 60 * minute, spanMs: 24 * 60 * minute, most };
}

/** Counts one, unless the challenge was written before (the message came twice) or a condition fails. */
export function countOnce(realm: Realm, limit: Limit, hash: string, ...conditions: readonly SQL[]) {
  const isNew = sql`not exists (select 1 from ${table(realm)} where ${thisOne(realm, hash)})`;
  return raw(add(realm, limit, sql.join([isNew, ...conditions], sql` and `)));
}

/** How much of the limit is used. */
export function countOf(realm: Realm, limit: Limit) {
  return mapped(
    rawRows(sql`select ${used(realm, limit)} as n`, (row) => Number(row['n'])),
    ([n]) => n ?? 0,
  );
}

/** Counts a failed code before it is compared, exactly where `countTry` will count the try. */
export function countFailure(realm: Realm, limit: Limit, hash: string, attempt: string) {
  const tried = sql`exists (select 1 from ${table(realm)} where ${mayTry(realm, hash, attempt)} and used_at is null)`;
  return raw(add(realm, limit, tried));
}

/** The try was right after all, it is no failure: for the batch in which this attempt uses the challenge. */
export function uncountFailure(realm: Realm, limit: Limit, hash: string, attempt: string) {
  const { now } = realm.scope;
  return raw(sql`update ${counters(realm)} set n = n - 1
    where ${ofKey(realm, limit)} and "window" = ${slot(realm, limit)} and n > 0
      and exists (select 1 from ${table(realm)} where ${thisOne(realm, hash)} and used_by = ${attempt} and used_at = ${now})`);
}

export function isBelow(realm: Realm, limit: Limit): SQL {
  return sql`${used(realm, limit)} < ${limit.most}`;
}

/** Only where the statement just before it in the batch has counted. */
export const ifCounted = sql`changes() > 0`;

export function isWithin(realm: Realm, limit: Limit): SQL {
  return sql`${used(realm, limit)} <= ${limit.most}`;
}

function add(realm: Realm, limit: Limit, condition: SQL): SQL {
  const [tenantColumn, tenant] =
    realm.kind === 'portal' ? [sql`tenant_id, `, sql`${realm.scope.tenant.id}, `] : [sql``, sql``];
  return sql`insert into ${counters(realm)} (${tenantColumn}scope_key, "window", n)
    select ${tenant}${limit.key}, ${slot(realm, limit)}, 1 where ${condition}
    on conflict (${tenantColumn}scope_key, "window") do update set n = n + 1`;
}

function used(realm: Realm, limit: Limit): SQL {
  return sql`(select coalesce(sum(n), 0) from ${counters(realm)}
    where ${ofKey(realm, limit)} and "window" > ${realm.scope.now - limit.spanMs - limit.slotMs})`;
}

function ofKey(realm: Realm, limit: Limit): SQL {
  const own = realm.kind === 'portal' ? sql`tenant_id = ${realm.scope.tenant.id}` : sql`true`;
  return sql`${own} and scope_key = ${limit.key}`;
}

function counters(realm: Realm): SQL {
  return realm.kind === 'portal' ? sql`counters` : sql`directory_counters`;
}

function slot(realm: Realm, limit: Limit): number {
  return Math.floor(realm.scope.now / limit.slotMs) * limit.slotMs;
}
