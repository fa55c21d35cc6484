import { type SQL, sql } from 'drizzle-orm';
import { inviterName, isPending, isVouchedFor } from '#db/invitation-standing.ts';
import type { TenantScope } from '#db/scopes.ts';
import { mapped, raw, rawRow, rawRows, type SqlValue } from '#db/statement.ts';
import type { Decider } from '../members/decider.ts';
import { mayDecide } from '../members/member-queries.ts';
import type { InvitedRole, PendingInvitation } from './invitation.ts';

export interface NewInvitation {
  readonly id: string;
  readonly accountId: string | null;
  /** Normalized. */
  readonly email: string;
  readonly name: string;
  readonly role: InvitedRole;
  readonly tokenHash: string;
  readonly expiresAt: number;
}

type Place = Pick<NewInvitation, 'accountId' | 'email'>;

/** What inviting depends on: whether `by` may, whether the person is in, and the invitation that holds already. */
export function inviteStanding(scope: TenantScope, by: Decider, it: Place & Pick<NewInvitation, 'role'>) {
  const rows = rawRows(
    sql`select ${mayInvite(scope, by, it.accountId, it.role)} as may, ${isIn(scope, it)} as isIn,
      (select i.id from invitations i where ${ofPlace(scope, it)} and ${isOpen(scope)}) as openId`,
    (row) => ({ may: row['may'] === 1, isIn: row['isIn'] === 1, openId: textOrNull(row['openId']) }),
  );
  return mapped(rows, ([row]) => row ?? { may: false, isIn: false, openId: null });
}

/** Puts aside what expired or lost its inviter and still stands in the way of a new one. */
export function dropLapsed(scope: TenantScope, it: Place) {
  return raw(sql`update invitations as i set withdrawn_at = ${scope.now}
    where ${ofPlace(scope, it)} and ${isPending} and not ${isOpen(scope)}`);
}

/** Written where the statement before it, the count, let it pass. */
export function insertInvitation(scope: TenantScope, by: Decider, it: NewInvitation) {
  return raw(sql`insert into invitations (tenant_id, id, account_id, email, name, role, token_hash, version,
      inviter_kind, inviter_id, created_at, sent_at, expires_at)
    select ${scope.tenant.id}, ${it.id}, ${it.accountId}, ${it.email}, ${it.name}, ${it.role}, ${it.tokenHash}, 1,
      ${by.kind}, ${by.id}, ${scope.now}, ${scope.now}, ${it.expiresAt} where changes() > 0`);
}

/** A pending one of this account, or of the agents, with whether `by` may decide about it; null when there is none. */
export function pendingInvitation(scope: TenantScope, by: Decider, id: string, accountId: string | null) {
  const role = sql`(select i.role from invitations i where i.tenant_id = ${scope.tenant.id} and i.id = ${id})`;
  return rawRow(
    sql`select i.version as version, i.email as email, i.role as role, ${mayInvite(scope, by, accountId, role)} as may
      from invitations i where ${thisOne(scope, id, accountId)} and ${isPending}`,
    (row) => ({
      version: Number(row['version']),
      email: String(row['email']),
      role: roleOf(row['role']),
      may: row['may'] === 1,
    }),
  );
}

/** A new token and a new life, vouched for by whoever sends it; written where the count before it let it pass. */
export function renewInvitation(
  scope: TenantScope,
  by: Decider,
  it: Pick<NewInvitation, 'id' | 'accountId' | 'tokenHash' | 'expiresAt'> & { readonly seen: number },
) {
  return raw(sql`update invitations as i set version = version + 1, token_hash = ${it.tokenHash}, sent_at = ${scope.now},
      expires_at = ${it.expiresAt}, inviter_kind = ${by.kind}, inviter_id = ${by.id}
    where ${thisOne(scope, it.id, it.accountId)} and ${isPending} and i.version = ${it.seen} and changes() > 0`);
}

export function withdraw(scope: TenantScope, id: string, accountId: string | null) {
  return raw(sql`update invitations as i set withdrawn_at = ${scope.now}
    where ${thisOne(scope, id, accountId)} and ${isPending}`);
}

/** A sending and its mail are written in one moment, so the index by ticket (none) and time finds the mail. */
const isUndelivered = sql`exists (select 1 from outbox o where o.tenant_id = i.tenant_id and o.ticket_id = ''
  and o.created_at = i.sent_at and o.recipient_id = i.id and o.state = 'failed')`;

/** Those that are neither accepted nor withdrawn, newest first. */
export function pendingOf(scope: TenantScope, accountId: string | null, most: number) {
  return rawRows(
    sql`select i.id as id, i.email as email, i.name as name, i.role as role, ${inviterName} as inviterName,
        i.sent_at as sentAt, i.expires_at as expiresAt, not ${isOpen(scope)} as isOver,
        ${isUndelivered} as isUndelivered
      from invitations i
      where i.tenant_id = ${scope.tenant.id} and ${ofAccount(accountId)} and ${isPending}
      order by i.created_at desc, i.id desc limit ${most}`,
    (row): PendingInvitation => ({
      id: String(row['id']),
      email: String(row['email']),
      name: String(row['name']),
      role: roleOf(row['role']),
      inviterName: String(row['inviterName'] ?? ''),
      sentAt: Number(row['sentAt']),
      expiresAt: Number(row['expiresAt']),
      isOver: row['isOver'] === 1,
      isUndelivered: row['isUndelivered'] === 1,
    }),
  );
}

/** Pending, in time, and its inviter may still invite. */
export function isOpen(scope: TenantScope): SQL {
  return sql`(${isPending} and i.expires_at > ${scope.now} and ${isVouchedFor})`;
}

export function roleOf(value: SqlValue | undefined): InvitedRole {
  const roles = ['owner', 'admin', 'agent', 'member'] as const;
  return roles.find((role) => role === value) ?? 'member';
}

/** In SQL: whoever decides there may invite there; only owners make owners. */
function mayInvite(scope: TenantScope, by: Decider, accountId: string | null, role: InvitedRole | SQL): SQL {
  const isThere = sql`(${accountId} is null or exists (select 1 from accounts t
    where t.tenant_id = ${scope.tenant.id} and t.id = ${accountId}))`;
  const mayBeOwner = sql`(${role} <> 'owner' or exists (select 1 from agents o
    where o.tenant_id = ${scope.tenant.id} and o.id = ${by.id} and o.role = 'owner'))`;
  return sql`(${isThere} and ${mayDecide(scope, by, accountId ?? '')} and ${mayBeOwner})`;
}

/** The address is somebody's who has a place there: what the inviter's own list of people shows anyway. */
function isIn(scope: TenantScope, { accountId, email }: Place): SQL {
  return accountId === null
    ? sql`exists (select 1 from agents e where e.tenant_id = ${scope.tenant.id} and e.email = ${email})`
    : sql`exists (select 1 from contact_addresses e
        join memberships em on em.tenant_id = e.tenant_id and em.contact_id = e.contact_id
        where e.tenant_id = ${scope.tenant.id} and e.email = ${email} and em.account_id = ${accountId} and em.role <> 'none')`;
}

function thisOne(scope: TenantScope, id: string, accountId: string | null): SQL {
  return sql`i.tenant_id = ${scope.tenant.id} and i.id = ${id} and ${ofAccount(accountId)}`;
}

function ofPlace(scope: TenantScope, { accountId, email }: Place): SQL {
  return sql`i.tenant_id = ${scope.tenant.id} and ${ofAccount(accountId)} and i.email = ${email}`;
}

function ofAccount(accountId: string | null): SQL {
  return accountId === null ? sql`i.account_id is null` : sql`i.account_id = ${accountId}`;
}

function textOrNull(value: SqlValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
