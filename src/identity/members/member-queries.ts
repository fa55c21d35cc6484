import { type SQL, sql } from 'drizzle-orm';
import { isPending } from '#db/invitation-standing.ts';
import type { TenantScope } from '#db/scopes.ts';
import { hasRow, mapped, raw, rawRow, rawRows, type SqlValue } from '#db/statement.ts';
import { memberRoleOf } from '#lib/roles.ts';
import type { Decider } from './decider.ts';
import type { Member, MemberRole, Place } from './member.ts';

/** What an operation must know of a place before it touches it; null when there is no such membership. */
export function standingOf(scope: TenantScope, by: Decider, place: Place) {
  return rawRow(
    sql`select m.role as role, ${mayDecide(scope, by, place.accountId)} as decides,
          ${hasOtherAdmin(scope, place)} as others
        from memberships m where ${ofPlace(scope, place)}`,
    (row) => ({ role: memberRoleOf(row['role']), decides: row['decides'] === 1, hasOthers: row['others'] === 1 }),
  );
}

/** Sets a role where it still is `from`, `by` may still decide, and an account admin leaves the account an admin. */
export function setRole(scope: TenantScope, by: Decider, place: Place, from: MemberRole, to: MemberRole) {
  return raw(sql`update memberships as m set role = ${to}
    where ${ofPlace(scope, place)} and m.role = ${from} and ${mayDecide(scope, by, place.accountId)}
      and ${to === 'admin' ? sql`true` : keepsAnAdmin(scope, by, place)}`);
}

/** Takes a person out of an account, under the same conditions. */
export function deleteMembership(scope: TenantScope, by: Decider, place: Place, from: MemberRole) {
  return raw(sql`delete from memberships as m
    where ${ofPlace(scope, place)} and m.role = ${from} and ${mayDecide(scope, by, place.accountId)}
      and ${keepsAnAdmin(scope, by, place)}`);
}

/** Gives a contact of the tenant a place in one of its accounts; one that said `none` is raised. */
export function putMembership(scope: TenantScope, by: Decider, place: Place, role: 'admin' | 'member') {
  return raw(sql`insert into memberships (tenant_id, contact_id, account_id, role, created_at)
    select p.tenant_id, p.id, a.id, ${role}, ${scope.now} from contacts p
    join accounts a on a.tenant_id = p.tenant_id and a.id = ${place.accountId}
    where p.tenant_id = ${scope.tenant.id} and p.id = ${place.contactId} and ${mayDecide(scope, by, place.accountId)}
    on conflict (tenant_id, contact_id, account_id) do update set role = excluded.role where role = 'none'`);
}

/** Ends the sessions that the contact's memberships no longer carry: those in a lost account, and all when none is left. */
export function endLostSessions(scope: TenantScope, contactId: string) {
  return raw(sql`update sessions set ended_at = ${scope.now}
    where tenant_id = ${scope.tenant.id} and kind in ('contact', 'view-as') and subject_id = ${contactId}
      and ended_at is null
      and not exists (select 1 from memberships m where m.tenant_id = sessions.tenant_id
        and m.contact_id = sessions.subject_id and m.role <> 'none'
        and (sessions.account_id is null or m.account_id = sessions.account_id))`);
}

/** Who was a guest of requests of an account is none any more where they lost their place in it. */
export function uninviteGuest(scope: TenantScope, { contactId, accountId }: Place) {
  return raw(sql`update ticket_people set guest = null where tenant_id = ${scope.tenant.id}
    and contact_id = ${contactId} and account_id = ${accountId} and guest is not null and not exists (select 1
    from memberships m where m.tenant_id = ${scope.tenant.id} and m.contact_id = ${contactId}
      and m.account_id = ${accountId} and m.role <> 'none')`);
}

/** Withdraws what a person without access there was offered before: they come back by a new invitation or not at all. */
export function withdrawOffers(scope: TenantScope, place: Place) {
  return raw(sql`update invitations as i set withdrawn_at = ${scope.now}
    where i.tenant_id = ${scope.tenant.id} and i.account_id = ${place.accountId} and ${isPending}
      and i.email in (select e.email from contact_addresses e
        where e.tenant_id = ${scope.tenant.id} and e.contact_id = ${place.contactId})
      and not exists (select 1 from memberships m where ${ofPlace(scope, place)} and m.role <> 'none')`);
}

/** True in SQL while this person may decide about access to the account. */
export function mayDecide(scope: TenantScope, by: Decider, accountId: string): SQL {
  return by.kind === 'agent'
    ? sql`exists (select 1 from agents d where d.tenant_id = ${scope.tenant.id} and d.id = ${by.id}
        and d.state = 'active' and d.role in ('owner', 'admin'))`
    : sql`exists (select 1 from memberships d
        join contacts dc on dc.tenant_id = d.tenant_id and dc.id = d.contact_id and dc.state = 'active'
        where d.tenant_id = ${scope.tenant.id} and d.contact_id = ${by.id} and d.account_id = ${accountId}
          and d.role = 'admin')`;
}

/**
 * One page of an account's people by role (their words happen to sort by rank)
 * and then by how long we know them: a range of `memberships_account`.
 */
export function membersOfAccount(
  scope: TenantScope,
  accountId: string,
  page: { readonly after: { role: MemberRole; contactId: string } | null; readonly most: number; withNone: boolean },
) {
  const { after, most, withNone } = page;
  return rawRows(
    sql`select ${memberColumns} from memberships m
      cross join contacts p on p.tenant_id = m.tenant_id and p.id = m.contact_id
      where m.tenant_id = ${scope.tenant.id} and m.account_id = ${accountId} and m.role <= ${withNone ? 'none' : 'member'}
        and ${after ? sql`(m.role, m.contact_id) > (${after.role}, ${after.contactId})` : sql`true`}
      order by m.role, m.contact_id limit ${most}`,
    memberOf,
  );
}

/** One of them, with whether the account would have no admin without them. */
export function memberAt(scope: TenantScope, place: Place) {
  return rawRow(
    sql`select ${memberColumns}, m.role = 'admin' and not ${hasOtherAdmin(scope, place)} as isLast from memberships m
        join contacts p on p.tenant_id = m.tenant_id and p.id = m.contact_id
        where ${ofPlace(scope, place)}`,
    (row) => ({ ...memberOf(row), isLastAdmin: row['isLast'] === 1 }),
  );
}

export function membersSeeAllOf(scope: TenantScope, accountId: string) {
  return mapped(
    rawRows(
      sql`select members_see_all as seeAll from accounts where tenant_id = ${scope.tenant.id} and id = ${accountId}`,
      (row) => row['seeAll'] === 1,
    ),
    ([seeAll]) => seeAll ?? false,
  );
}

/** Whether somebody who is not there now was removed once, by the audit's word. */
export function removalOf(scope: TenantScope, { contactId, accountId }: Place) {
  return hasRow(sql`select 1 as n from audit_entries where tenant_id = ${scope.tenant.id} and subject_id = ${contactId}
        and account_id = ${accountId} and action = 'membership.removed' limit 1`);
}

const memberColumns = sql`m.contact_id as contactId, m.account_id as accountId, p.name as name, p.email as email,
  m.role as role, m.last_seen_at as lastSeenAt, m.created_at as createdAt, p.state as state`;

function memberOf(row: Record<string, SqlValue>): Member {
  return {
    contactId: String(row['contactId']),
    accountId: String(row['accountId']),
    name: String(row['name']),
    email: String(row['email']),
    role: memberRoleOf(row['role']),
    lastSeenAt: row['lastSeenAt'] === null ? null : Number(row['lastSeenAt']),
    createdAt: Number(row['createdAt']),
    isDisabled: row['state'] === 'disabled',
  };
}

/** Agents may leave an account without an admin; its own admins may not, whoever of them is quicker. */
function keepsAnAdmin(scope: TenantScope, by: Decider, place: Place): SQL {
  return by.kind === 'agent' ? sql`true` : sql`(m.role <> 'admin' or ${hasOtherAdmin(scope, place)})`;
}

/** In SQL: the account has an active admin besides this contact. */
export function hasOtherAdmin(scope: TenantScope, { contactId, accountId }: Place): SQL {
  return sql`exists (select 1 from memberships o
    join contacts oc on oc.tenant_id = o.tenant_id and oc.id = o.contact_id and oc.state = 'active'
    where o.tenant_id = ${scope.tenant.id} and o.account_id = ${accountId} and o.role = 'admin'
      and o.contact_id <> ${contactId})`;
}

function ofPlace(scope: TenantScope, { contactId, accountId }: Place): SQL {
  return sql`m.tenant_id = ${scope.tenant.id} and m.contact_id = ${contactId} and m.account_id = ${accountId}`;
}
