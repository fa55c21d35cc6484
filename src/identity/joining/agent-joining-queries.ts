import { sql } from 'drizzle-orm';
import { isPending, isVouchedFor } from '#db/invitation-standing.ts';
import type { TenantScope } from '#db/scopes.ts';
import { raw, rawRow } from '#db/statement.ts';

/** An invitation to the tenant's agents, and the address that was proven. */
export interface AgentInvitation {
  readonly invitationId: string;
  readonly email: string;
}

/** The agent, where the invitation is open and the address has none. */
export function makeAgent(scope: TenantScope, it: AgentInvitation, agentId: string) {
  return raw(sql`insert into agents (tenant_id, id, email, name, role, state, notify_unassigned, created_at)
    select i.tenant_id, ${agentId}, i.email, case i.name when '' then substr(i.email, 1, instr(i.email, '@') - 1) else i.name end,
      i.role, 'active', i.role = 'owner', ${scope.now}
    from invitations i where ${isOpen(scope, it)}
    on conflict (tenant_id, email) do nothing`);
}

/** After it: nobody else comes in by this invitation. */
export function acceptByAgent(scope: TenantScope, it: AgentInvitation) {
  return raw(sql`update invitations as i set accepted_at = ${scope.now} where ${isOpen(scope, it)}
    and exists (select 1 from agents g where g.tenant_id = i.tenant_id and g.email = i.email and g.state = 'active')`);
}

/** The active agent of an accepted invitation; null where there is none. */
export function acceptedAgent(scope: TenantScope, { invitationId, email }: AgentInvitation) {
  return rawRow(
    sql`select g.id as id from invitations i
      join agents g on g.tenant_id = i.tenant_id and g.email = i.email and g.state = 'active'
      where i.tenant_id = ${scope.tenant.id} and i.id = ${invitationId} and i.email = ${email}
        and i.account_id is null and i.accepted_at is not null`,
    (row) => String(row['id']),
  );
}

function isOpen(scope: TenantScope, { invitationId, email }: AgentInvitation) {
  return sql`i.tenant_id = ${scope.tenant.id} and i.id = ${invitationId} and i.email = ${email} and i.account_id is null
    and ${isPending} and i.expires_at > ${scope.now} and ${isVouchedFor}`;
}
