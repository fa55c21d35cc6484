import { sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { hasRow, raw, rawRow, type Statement } from '#db/statement.ts';
import type { ContactRole } from '#lib/actor.ts';
import { hasOtherAdmin } from '../members/member-queries.ts';
import type { NewSession } from '../sessions/new-session-queries.ts';
import { sessionLifetime } from '../sessions/session-lifetime.ts';
import type { TokenPerson } from './token-person.ts';

/** So long a checked hand-off waits for the browser that brought it. */
const arrivalLifetimeMs = 60 * 1000;

/** Uses a token: a second use violates the primary key and takes its whole batch back. */
export function useToken(scope: TenantScope, { issuer, jtiHash, deadAt }: TokenPerson): Statement<number> {
  return raw(sql`insert into handoff_uses (tenant_id, issuer, jti_hash, expires_at)
    values (${scope.tenant.id}, ${issuer}, ${jtiHash}, ${deadAt})`);
}

export function linkSubject(scope: TenantScope, person: TokenPerson, contactId: string): Statement<number> {
  return raw(sql`insert into contact_subjects (tenant_id, issuer, subject, contact_id, created_at)
    values (${scope.tenant.id}, ${person.issuer}, ${person.subject}, ${contactId}, ${scope.now})`);
}

/** A name for who has none yet; what somebody said themselves stays. */
export function fillName(scope: TenantScope, contactId: string, name: string): Statement<number> {
  return raw(sql`update contacts set name = ${name}
    where tenant_id = ${scope.tenant.id} and id = ${contactId} and name = ''`);
}

/** The role that a token says. An account's only admin stays admin: nobody else could ask people in. */
export function moveRole(
  scope: TenantScope,
  place: { readonly contactId: string; readonly accountId: string },
  role: ContactRole,
): Statement<number> {
  return raw(sql`update memberships as m set role = ${role}
    where m.tenant_id = ${scope.tenant.id} and m.contact_id = ${place.contactId} and m.account_id = ${place.accountId}
      and m.role not in (${role}, 'none')
      and (${role} = 'admin' or ${hasOtherAdmin(scope, place)})`);
}

export interface NewArrival {
  readonly hash: string;
  readonly contactId: string;
  readonly accountId: string | null;
  readonly host: string;
  readonly returnTo: string;
}

export function putArrival(scope: TenantScope, it: NewArrival): Statement<number> {
  return raw(sql`insert into handoff_arrivals
      (tenant_id, hash, contact_id, account_id, host, return_to, created_at, expires_at)
    values (${scope.tenant.id}, ${it.hash}, ${it.contactId}, ${it.accountId}, ${it.host}, ${it.returnTo},
      ${scope.now}, ${scope.now + arrivalLifetimeMs})`);
}

/** An arrival that can still be gone on with, and whose it is. */
export function openArrival(scope: TenantScope, hash: string, host: string) {
  return rawRow(
    sql`select p.id as contactId, p.name as name, p.email as email, h.return_to as returnTo
        from handoff_arrivals h join contacts p on p.tenant_id = h.tenant_id and p.id = h.contact_id
        where h.tenant_id = ${scope.tenant.id} and h.hash = ${hash} and h.host = ${host} and h.expires_at > ${scope.now}`,
    (row) => ({
      contactId: String(row['contactId']),
      name: String(row['name']),
      email: String(row['email']),
      returnTo: String(row['returnTo']),
    }),
  );
}

/** Uses an arrival. Whoever comes again within its minute has the same cookie, and gets the same session. */
export function takeArrival(scope: TenantScope, hash: string, host: string) {
  return rawRow(
    sql`update handoff_arrivals set used_at = coalesce(used_at, ${scope.now}), used_by = 'cookie'
        where tenant_id = ${scope.tenant.id} and hash = ${hash} and host = ${host} and expires_at > ${scope.now}
        returning return_to as returnTo`,
    (row) => ({ returnTo: String(row['returnTo']) }),
  );
}

/**
 * The session of an arrival that was used first in this batch; at most one for
 * ever. In the account that the token named, else as after any other sign-in.
 */
export function putArrivalSession(scope: TenantScope, session: NewSession): Statement<number> {
  const { now } = scope;
  const { absoluteMs, idleMs } = sessionLifetime.contact;
  return raw(sql`insert into sessions (tenant_id, secret_hash, host, kind, subject_id, account_id, challenge_hash,
      created_at, expires_at, idle_expires_at, last_seen_at, device, place)
    select h.tenant_id, ${session.secretHash}, h.host, 'contact', p.id,
      coalesce(
        (select m.account_id from memberships m where m.tenant_id = p.tenant_id and m.contact_id = p.id
          and m.account_id = h.account_id and m.role <> 'none'),
        (select case when count(*) = 1 then max(m.account_id) end from memberships m
          where m.tenant_id = p.tenant_id and m.contact_id = p.id and m.role <> 'none')),
      h.hash, ${now}, ${now + absoluteMs}, ${now + idleMs}, ${now}, ${session.device}, ${session.place}
    from handoff_arrivals h
    join contacts p on p.tenant_id = h.tenant_id and p.id = h.contact_id and p.state = 'active'
    where h.tenant_id = ${scope.tenant.id} and h.hash = ${session.challengeHash} and h.host = ${session.host}
      and h.used_at = ${now} and h.expires_at > ${now}
      and exists (select 1 from memberships m where m.tenant_id = p.tenant_id and m.contact_id = p.id and m.role <> 'none')
    on conflict do nothing`);
}

/** True when this arrival was written. */
export function hasArrival(scope: TenantScope, hash: string) {
  return hasRow(sql`select 1 as n from handoff_arrivals where tenant_id = ${scope.tenant.id} and hash = ${hash}`);
}
