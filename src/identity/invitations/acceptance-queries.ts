import { type SQL, sql } from 'drizzle-orm';
import { inviterName, isVouchedFor } from '#db/invitation-standing.ts';
import type { TenantScope } from '#db/scopes.ts';
import { raw, rawRow, type SqlValue } from '#db/statement.ts';
import type { OpenedInvitation } from './invitation.ts';
import { isOpen, roleOf } from './invitation-queries.ts';

export function openedBy(scope: TenantScope, tokenHash: string, to: 'account' | 'agents') {
  return rawRow(
    sql`select i.id as id, i.email as email, i.account_id as accountId, a.name as account, i.role as role,
        ${inviterName} as inviterName, e.contact_id as contactId,
        case when i.accepted_at is not null then 'accepted'
          when i.expires_at <= coalesce(i.withdrawn_at, ${scope.now}) then 'expired'
          when i.withdrawn_at is not null or not ${isVouchedFor} then 'withdrawn' else 'open' end as state
      from invitations i
      left join accounts a on a.tenant_id = i.tenant_id and a.id = i.account_id
      left join contact_addresses e on e.tenant_id = i.tenant_id and e.email = i.email
      where i.tenant_id = ${scope.tenant.id} and i.token_hash = ${tokenHash}
        and ${to === 'agents' ? sql`i.account_id is null` : sql`i.account_id is not null`}`,
    (row): OpenedInvitation => ({
      id: String(row['id']),
      state: stateOf(row['state']),
      email: String(row['email']),
      accountId: row['accountId'] === null ? null : String(row['accountId']),
      account: String(row['account'] ?? ''),
      role: roleOf(row['role']),
      inviterName: String(row['inviterName'] ?? ''),
      contactId: row['contactId'] === null ? null : String(row['contactId']),
    }),
  );
}

/** The place of an invited contact who is signed in; each of these asks again whether the invitation is open and theirs. */
export function givePlace(scope: TenantScope, id: string, contactId: string) {
  return raw(sql`insert into memberships (tenant_id, contact_id, account_id, role, created_at)
    select i.tenant_id, ${contactId}, i.account_id, i.role, ${scope.now}
    from invitations i where ${isTheirs(scope, id, contactId)}
    on conflict do nothing`);
}

/** More than they were invited to is kept. */
export function raiseGivenPlace(scope: TenantScope, id: string, contactId: string) {
  return raw(sql`update memberships as m set role = (select i.role from invitations i where ${isTheirs(scope, id, contactId)})
    where m.tenant_id = ${scope.tenant.id} and m.contact_id = ${contactId}
      and exists (select 1 from invitations i where ${isTheirs(scope, id, contactId)} and i.account_id = m.account_id
        and (m.role = 'none' or (m.role = 'member' and i.role = 'admin')))`);
}

export function accept(scope: TenantScope, id: string, contactId: string) {
  return raw(sql`update invitations as i set accepted_at = ${scope.now} where ${isTheirs(scope, id, contactId)}`);
}

function isTheirs(scope: TenantScope, id: string, contactId: string): SQL {
  return sql`i.tenant_id = ${scope.tenant.id} and i.id = ${id} and ${isOpen(scope)}
    and exists (select 1 from contact_addresses e
      join contacts p on p.tenant_id = e.tenant_id and p.id = e.contact_id and p.state = 'active'
      where e.tenant_id = i.tenant_id and e.email = i.email and e.contact_id = ${contactId})`;
}

function stateOf(value: SqlValue | undefined): OpenedInvitation['state'] {
  return value === 'open' || value === 'accepted' || value === 'expired' ? value : 'withdrawn';
}
