import { sql } from 'drizzle-orm';
import { isPending, isVouchedFor } from '#db/invitation-standing.ts';
import type { DirectoryScope, TenantScope } from '#db/scopes.ts';
import { hasRow, rawRow, type SqlValue } from '#db/statement.ts';

const hour = 60 * 60 * 1000;

interface InvitedAsk {
  readonly address: string;
  /** Its keyed hash, as in challenges. */
  readonly addressed: string;
  /** The invitation whose button was pressed. */
  readonly pressed: string | null;
}

/** Somebody with an open invitation who means it, or has no other way in. */
export function invitedContact(scope: TenantScope, { address, addressed, pressed }: InvitedAsk) {
  const meant = sql`i.id in (select c.invitation_id from sign_in_challenges c where c.tenant_id = i.tenant_id
    and c.address_hash = ${addressed} and c.asked_at > ${scope.now - hour} and c.used_at is null)`;
  const hasPlace = sql`exists (select 1 from memberships m where m.tenant_id = p.tenant_id and m.contact_id = p.id
    and m.role <> 'none')`;
  return first(
    sql`select p.id as id, p.locale as locale, i.email as email, i.id as invitationId, i.account_id as accountId
      from invitations i
      left join contact_addresses e on e.tenant_id = i.tenant_id and e.email = i.email
      left join contacts p on p.tenant_id = e.tenant_id and p.id = e.contact_id
      where i.tenant_id = ${scope.tenant.id} and i.email = ${address} and i.account_id is not null
        and ${isPending} and i.expires_at > ${scope.now} and ${isVouchedFor}
        and (p.id is null or p.state = 'active') and (i.id = ${pressed} or ${meant} or not ${hasPlace})
      order by i.id is ${pressed} desc, ${meant} desc, i.created_at desc limit 1`,
  );
}

/** Somebody without a way in whose domain was confirmed for an account, where the tenant lets newcomers in or ask. */
export function newcomer(scope: TenantScope, address: string) {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return first(
    sql`select p.id as id, p.locale as locale, ${address} as email, null as invitationId, d.account_id as accountId
      from account_domains d
      join tenant_settings s on s.tenant_id = d.tenant_id and s.newcomers <> 'known'
      left join contact_addresses e on e.tenant_id = d.tenant_id and e.email = ${address}
      left join contacts p on p.tenant_id = e.tenant_id and p.id = e.contact_id
      where d.tenant_id = ${scope.tenant.id} and d.domain = ${domain} and d.confirmed_at is not null
        and (p.id is null or p.state = 'active')`,
  );
}

/** The invitation that this address has pressed the button of in the last hour, and not used. */
export function askedInvitation(scope: DirectoryScope, addressed: string) {
  return rawRow(
    sql`select c.tenant_id as tenantId, c.invitation_id as id from agent_challenges c
      where c.address_hash = ${addressed} and c.asked_at > ${scope.now - hour} and c.used_at is null
        and c.invitation_id is not null
      order by c.asked_at desc limit 1`,
    (row) => ({ tenantId: String(row['tenantId']), id: String(row['id']) }),
  );
}

/** True while this invitation to the tenant's agents is open for the address. */
export function invitedAgent(scope: TenantScope, id: string, email: string) {
  return hasRow(sql`select 1 as n from invitations i
      where i.tenant_id = ${scope.tenant.id} and i.id = ${id} and i.email = ${email} and i.account_id is null
        and ${isPending} and i.expires_at > ${scope.now} and ${isVouchedFor}
        and not exists (select 1 from agents g where g.tenant_id = i.tenant_id and g.email = i.email and g.state <> 'active')`);
}

function first(query: ReturnType<typeof sql>) {
  return rawRow(query, (row) => ({
    id: textOrNull(row['id']),
    email: String(row['email']),
    locale: textOrNull(row['locale']),
    joins: {
      email: String(row['email']),
      invitationId: textOrNull(row['invitationId']),
      accountId: textOrNull(row['accountId']),
    },
  }));
}

function textOrNull(value: SqlValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
