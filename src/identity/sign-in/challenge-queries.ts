import { type SQL, sql } from 'drizzle-orm';
import { hasRow, mapped, raw, rawRows, type SqlValue } from '#db/statement.ts';
import { challengeLifetimeMs, sameAttemptMs, triesOfACode } from './challenge.ts';
import type { Realm } from './realm.ts';

// One text for both tables: `sign_in_challenges` of a tenant, `agent_challenges`
// of the directory. A realm's rows are its tenant's, or all of the directory's.

export interface NewChallenge {
  readonly hash: string;
  readonly codeHash: string;
  readonly addressHash: string;
  /** Null where no mail may go out; the id is null where its use makes the person. */
  readonly holder: { readonly tenantId: string; readonly id: string | null; readonly joins: Joins | null } | null;
  readonly host: string;
  readonly returnTo: string;
  readonly askedFrom: string;
  readonly askedAt: number;
}

/** What the use of a challenge does besides signing in. */
export interface Joins {
  /** The address that it proves. */
  readonly email: string;
  /** The invitation that it accepts. */
  readonly invitationId: string | null;
  /** The account that it joins, or asks to join; null: the tenant's agents. */
  readonly accountId: string | null;
}

/** Writes a challenge; one that is older than another of the same address is void from the start. */
export function putChallenge(realm: Realm, it: NewChallenge) {
  const tenantId = realm.kind === 'portal' ? realm.scope.tenant.id : (it.holder?.tenantId ?? null);
  const joins = it.holder?.joins ?? null;
  const account = realm.kind === 'portal' ? [sql`, joins_account_id`, sql`, ${joins?.accountId ?? null}`] : [];
  return raw(sql`insert into ${table(realm)}
      (tenant_id, hash, code_hash, address_hash, ${holder(realm)}, host, return_to, asked_from, asked_at, expires_at,
       joins_email, invitation_id, voided_at${account[0] ?? sql``})
    select ${tenantId}, ${it.hash}, ${it.codeHash}, ${it.addressHash}, ${it.holder?.id ?? null}, ${it.host}, ${it.returnTo},
      ${it.askedFrom}, ${it.askedAt}, ${it.askedAt + challengeLifetimeMs}, ${joins?.email ?? null}, ${joins?.invitationId ?? null},
      case when exists (select 1 from ${table(realm)} where ${ofAddress(realm, it)} and (asked_at, hash) > (${it.askedAt}, ${it.hash}))
        then ${realm.scope.now} end${account[1] ?? sql``}
    where true
    on conflict do nothing`);
}

/** Voids what the same address had asked for before; answers with the hashes of those. */
export function voidOlder(realm: Realm, it: Pick<NewChallenge, 'addressHash' | 'askedAt' | 'hash'>) {
  return rawRows(
    sql`update ${table(realm)} set voided_at = ${realm.scope.now}
      where ${ofAddress(realm, it)} and (asked_at, hash) < (${it.askedAt}, ${it.hash})
        and voided_at is null and used_at is null and expires_at > ${realm.scope.now}
      returning hash`,
    (row) => String(row['hash']),
  );
}

export interface ChallengeState {
  readonly state: 'live' | 'spent' | 'replaced' | 'expired' | 'unknown';
  readonly email: string;
  readonly askedAt: number;
  readonly askedFrom: string;
  readonly expiresAt: number;
}

/** What became of a challenge. Rows that nobody was mailed about are unknown. */
export function challengeState(realm: Realm, hash: string) {
  const email =
    realm.kind === 'portal'
      ? sql`select p.email from contacts p where p.tenant_id = c.tenant_id and p.id = c.contact_id`
      : sql`select s.email from seats s where s.tenant_id = c.tenant_id and s.agent_id = c.agent_id`;
  const rows = rawRows(
    sql`select used_at as usedAt, voided_at as voidedAt, expires_at as expiresAt, asked_at as askedAt,
        asked_from as askedFrom, coalesce(joins_email, (${email}), '') as email
      from ${table(realm)} c where ${thisOne(realm, hash)} and host = ${realm.host} and ${isMailed(realm)}`,
    ({ usedAt, voidedAt, expiresAt, askedAt, askedFrom, email }): ChallengeState => ({
      state: stateOf(realm.scope.now, Number(expiresAt), usedAt !== null, voidedAt !== null),
      email: String(email),
      askedAt: Number(askedAt),
      askedFrom: String(askedFrom),
      expiresAt: Number(expiresAt),
    }),
  );
  return mapped(rows, ([row]): ChallengeState => row ?? unknown);
}

/** True when this challenge has been written, whoever it is for. */
export function hasChallenge(realm: Realm, hash: string) {
  return hasRow(sql`select 1 as n from ${table(realm)} where ${thisOne(realm, hash)}`);
}

/**
 * Uses a challenge: the one statement that makes it single-use. It answers with
 * whose it is when this attempt holds it, now or in the last minute.
 */
export function takeChallenge(realm: Realm, hash: string, attempt: string) {
  const { now } = realm.scope;
  return rawRows(
    sql`update ${table(realm)} set used_at = coalesce(used_at, ${now}), used_by = ${attempt}
      where ${thisOne(realm, hash)} and host = ${realm.host} and expires_at > ${now} and voided_at is null
        and ${isMailed(realm)}
        and (used_at is null or ${usedBy(realm, attempt)})
      returning tenant_id as tenantId, ${holder(realm)} as holderId, return_to as returnTo,
        invitation_id as invitationId, joins_email as joinsEmail`,
    (row) => ({
      tenantId: String(row['tenantId']),
      /** Null where the use makes the person. */
      holderId: textOrNull(row['holderId']),
      returnTo: String(row['returnTo']),
      invitationId: textOrNull(row['invitationId']),
      joinsEmail: textOrNull(row['joinsEmail']),
    }),
  );
}

/** Counts a try before anybody compares; answers with the code's hash while the challenge may still be tried. */
export function countTry(realm: Realm, hash: string, attempt: string, allowed: SQL) {
  return rawRows(
    sql`update ${table(realm)} set tries = tries + (used_at is null)
      where ${mayTry(realm, hash, attempt)} and ${allowed} returning code_hash as codeHash`,
    (row) => String(row['codeHash']),
  );
}

/** The condition of `countTry`, for the counter that goes with it. */
export function mayTry(realm: Realm, hash: string, attempt: string): SQL {
  return sql`${thisOne(realm, hash)} and voided_at is null and expires_at > ${realm.scope.now}
    and ((used_at is null and tries < ${triesOfACode}) or ${usedBy(realm, attempt)})`;
}

export function table(realm: Realm): SQL {
  return realm.kind === 'portal' ? sql`sign_in_challenges` : sql`agent_challenges`;
}

export function thisOne(realm: Realm, hash: string): SQL {
  return sql`${own(realm)} and hash = ${hash}`;
}

function usedBy(realm: Realm, attempt: string): SQL {
  return sql`(used_by = ${attempt} and used_at > ${realm.scope.now - sameAttemptMs})`;
}

function ofAddress(realm: Realm, it: { readonly addressHash: string }): SQL {
  return sql`${own(realm)} and address_hash = ${it.addressHash}`;
}

function own(realm: Realm): SQL {
  return realm.kind === 'portal' ? sql`tenant_id = ${realm.scope.tenant.id}` : sql`true`;
}

/** Somebody was mailed about it: a person we know, or one whom its use makes. */
function isMailed(realm: Realm): SQL {
  return sql`(${holder(realm)} is not null or joins_email is not null)`;
}

function textOrNull(value: SqlValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function holder(realm: Realm): SQL {
  return realm.kind === 'portal' ? sql`contact_id` : sql`agent_id`;
}

const unknown: ChallengeState = { state: 'unknown', email: '', askedAt: 0, askedFrom: '', expiresAt: 0 };

function stateOf(now: number, expiresAt: number, used: boolean, voided: boolean): ChallengeState['state'] {
  if (used) return 'spent';
  if (voided) return 'replaced';
  return expiresAt > now ? 'live' : 'expired';
}
