import { type SQL, sql } from 'drizzle-orm';
import { isPending, isVouchedFor } from '#db/invitation-standing.ts';
import type { TenantScope } from '#db/scopes.ts';
import { raw, rawRow, rawRows, type SqlValue } from '#db/statement.ts';
import type { Joining, Taken } from './joining.ts';

/** What the use of this challenge does besides signing in; null for the most. */
export function joiningOf(scope: TenantScope, hash: string) {
  return rawRow(
    sql`select c.joins_email as email, c.invitation_id as invitationId, c.joins_account_id as accountId, a.name as account,
        case when c.invitation_id is not null then 'invitation'
          when s.newcomers = 'requests' or ${hasLost} then 'request' else 'domain' end as mode,
        coalesce(i.role, d.role, 'member') as role, coalesce(i.name, '') as name
      from sign_in_challenges c
      join tenant_settings s on s.tenant_id = c.tenant_id
      join accounts a on a.tenant_id = c.tenant_id and a.id = c.joins_account_id
      left join invitations i on i.tenant_id = c.tenant_id and i.id = c.invitation_id
      left join account_domains d on c.invitation_id is null and d.tenant_id = c.tenant_id and d.domain = ${domain}
        and d.account_id = c.joins_account_id and d.confirmed_at is not null
      where c.tenant_id = ${scope.tenant.id} and c.hash = ${hash} and c.joins_email is not null`,
    joiningRow,
  );
}

/** A contact of the address that was proven, where it has none yet. */
export function makeContact(scope: TenantScope, it: Joining, taken: Taken, contactId: string) {
  return raw(sql`insert into contacts (tenant_id, id, number, name, email, state, created_at)
    select c.tenant_id, ${contactId}, (select coalesce(max(number), 0) + 1 from contacts where tenant_id = c.tenant_id),
      ${it.name}, c.joins_email, 'active', ${scope.now}
    from ${opened(scope, it, taken)}
      and not exists (select 1 from contact_addresses e where e.tenant_id = c.tenant_id and e.email = c.joins_email)`);
}

/** The address of the contact that was made just now. */
export function makeAddress(scope: TenantScope, contactId: string) {
  return raw(sql`insert into contact_addresses (tenant_id, email, contact_id, created_at)
    select p.tenant_id, p.email, p.id, ${scope.now} from contacts p
    where p.tenant_id = ${scope.tenant.id} and p.id = ${contactId}
    on conflict do nothing`);
}

/** The challenge is whoever's the address is at this moment, not when it was asked for. */
export function settleHolder(scope: TenantScope, taken: Taken) {
  return raw(sql`update sign_in_challenges as c set contact_id = (select e.contact_id from contact_addresses e
      where e.tenant_id = c.tenant_id and e.email = c.joins_email)
    where ${isTaken(scope, taken)}`);
}

export function putPlace(scope: TenantScope, it: Joining, taken: Taken) {
  return raw(sql`insert into memberships (tenant_id, contact_id, account_id, role, created_at)
    select c.tenant_id, c.contact_id, c.joins_account_id, ${it.role}, ${scope.now}
    from ${opened(scope, it, taken)} and c.contact_id is not null
    on conflict do nothing`);
}

/** Whoever had no access there, or less, has what they were invited to; more is kept. */
export function raisePlace(scope: TenantScope, it: Joining, taken: Taken) {
  return raw(sql`update memberships set role = ${it.role}
    where tenant_id = ${scope.tenant.id} and account_id = ${it.accountId}
      and (role = 'none' or (role = 'member' and ${it.role} = 'admin'))
      and contact_id = (select c.contact_id from ${opened(scope, it, taken)})`);
}

/** The last of them: from here on the invitation opens nothing. */
export function acceptTaken(scope: TenantScope, it: Joining, taken: Taken) {
  return raw(sql`update invitations set accepted_at = ${scope.now}
    where tenant_id = ${scope.tenant.id} and id = ${it.invitationId} and exists (select 1 from ${opened(scope, it, taken)})`);
}

/** Whose the challenge is after `settleHolder`: for the audit, which cannot know before. */
export function holderOf(scope: TenantScope, hash: string): SQL {
  return sql`(select c.contact_id from sign_in_challenges c where c.tenant_id = ${scope.tenant.id} and c.hash = ${hash})`;
}

/** One open request of an address for an account; after a refusal there is none for a week. */
export function putRequest(scope: TenantScope, it: Joining, taken: Taken, requestId: string) {
  const week = 7 * 24 * 60 * 60 * 1000;
  return raw(sql`insert into access_requests (tenant_id, id, account_id, email, created_at)
    select c.tenant_id, ${requestId}, c.joins_account_id, c.joins_email, ${scope.now}
    from ${opened(scope, it, taken)}
      and not exists (select 1 from access_requests r where r.tenant_id = c.tenant_id
        and r.account_id = c.joins_account_id and r.email = c.joins_email
        and r.outcome = 'refused' and r.decided_at > ${scope.now - week})
    on conflict do nothing`);
}

/** Who may answer it: the account's admins, or (it has none) the tenant's owners. */
export function decidersOf(scope: TenantScope, accountId: string) {
  const admins = sql`from memberships m
    join contacts p on p.tenant_id = m.tenant_id and p.id = m.contact_id and p.state = 'active'
    where m.tenant_id = ${scope.tenant.id} and m.account_id = ${accountId} and m.role = 'admin'`;
  return rawRows(
    sql`select * from (select 'contact' as kind, m.contact_id as id ${admins} limit 20)
      union all select * from (select 'agent' as kind, g.id as id from agents g
        where g.tenant_id = ${scope.tenant.id} and g.role = 'owner' and g.state = 'active'
          and not exists (select 1 ${admins}) limit 20)`,
    (row) => ({ kind: row['kind'] === 'agent' ? ('agent' as const) : ('contact' as const), id: String(row['id']) }),
  );
}

/** `sign_in_challenges c where …`: this attempt uses it now, and what it was made for still holds. */
function opened(scope: TenantScope, it: Joining, taken: Taken): SQL {
  return sql`sign_in_challenges c where ${isTaken(scope, taken)} and ${mayJoin(scope, it)}
    and not exists (select 1 from contact_addresses x
      join contacts xp on xp.tenant_id = x.tenant_id and xp.id = x.contact_id
      where x.tenant_id = c.tenant_id and x.email = c.joins_email and xp.state <> 'active')`;
}

function isTaken(scope: TenantScope, { hash, attempt }: Taken): SQL {
  return sql`c.tenant_id = ${scope.tenant.id} and c.hash = ${hash} and c.used_by = ${attempt} and c.used_at = ${scope.now}
    and c.joins_email is not null`;
}

function mayJoin(scope: TenantScope, { mode }: Joining): SQL {
  if (mode === 'invitation') {
    return sql`exists (select 1 from invitations i where i.tenant_id = c.tenant_id and i.id = c.invitation_id
      and i.email = c.joins_email and i.account_id = c.joins_account_id
      and ${isPending} and i.expires_at > ${scope.now} and ${isVouchedFor})`;
  }
  const policy = sql`exists (select 1 from account_domains d
    join tenant_settings s on s.tenant_id = d.tenant_id and s.newcomers <> 'known'
    where d.tenant_id = c.tenant_id and d.domain = ${domain} and d.account_id = c.joins_account_id
      and d.confirmed_at is not null and (${mode} = 'request' or s.newcomers = 'domains')) and not ${isShutOut}`;
  const hasPlace = sql`exists (select 1 from contact_addresses h
    join memberships hm on hm.tenant_id = h.tenant_id and hm.contact_id = h.contact_id
    where h.tenant_id = c.tenant_id and h.email = c.joins_email and hm.account_id = c.joins_account_id and hm.role <> 'none')`;
  return mode === 'request' ? sql`${policy} and not ${hasPlace}` : sql`${policy} and not ${hasLost}`;
}

const domain = sql`substr(c.joins_email, instr(c.joins_email, '@') + 1)`;

/** Without a subaddress (`nora+portal@…`), which leads to the same mailbox (RFC 5233). */
const base = sql`(case when instr(c.joins_email, '+') between 2 and instr(c.joins_email, '@')
  then substr(c.joins_email, 1, instr(c.joins_email, '+') - 1) else substr(c.joins_email, 1, instr(c.joins_email, '@') - 1) end)`;

/** One range of the key for SQLite: between `nora+` and `noraA` lie `nora+…` and `nora@…`, and little else. */
const isOfMailbox = sql`(l.email >= ${base} || '+' and l.email < ${base} || 'A'
  and substr(l.email, length(${base}) + 1, 1) in ('+', '@') and substr(l.email, instr(l.email, '@') + 1) = ${domain})`;

/** The company has disabled the person of this mailbox: only an invitation to the very address is another's word. */
const isShutOut = sql`exists (select 1 from contact_addresses l
  join contacts lp on lp.tenant_id = l.tenant_id and lp.id = l.contact_id and lp.state <> 'active'
  where l.tenant_id = c.tenant_id and ${isOfMailbox})`;

/** Somebody took this person's access to the account away: only somebody gives it back. */
const hasLost = sql`exists (select 1 from contact_addresses l where l.tenant_id = c.tenant_id and ${isOfMailbox}
  and (exists (select 1 from memberships lm where lm.tenant_id = l.tenant_id and lm.contact_id = l.contact_id
      and lm.account_id = c.joins_account_id and lm.role = 'none')
    or exists (select 1 from audit_entries le where le.tenant_id = l.tenant_id and le.subject_id = l.contact_id
      and le.action = 'membership.removed' and le.account_id = c.joins_account_id)))`;

function joiningRow(row: Record<string, SqlValue>): Joining {
  const mode = row['mode'];
  return {
    mode: mode === 'invitation' || mode === 'request' ? mode : 'domain',
    email: String(row['email']),
    invitationId: row['invitationId'] === null ? null : String(row['invitationId']),
    accountId: String(row['accountId']),
    account: String(row['account']),
    role: row['role'] === 'admin' ? 'admin' : 'member',
    name: String(row['name']),
  };
}
