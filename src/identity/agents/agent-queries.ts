import { type SQL, sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { mapped, raw, rawRows } from '#db/statement.ts';
import type { Agent, AgentRole } from '#lib/actor.ts';
import { agentRoleOf } from '#lib/roles.ts';
import { isLivingOfAgent } from '../sessions/agent-session-queries.ts';
import type { AgentRow } from './agent-row.ts';

export function changeAgentProfile(
  scope: TenantScope,
  agentId: string,
  { name, zone }: { name: string; zone: string | null },
) {
  return raw(sql`update agents set name = ${name}, zone = ${zone}
    where tenant_id = ${scope.tenant.id} and id = ${agentId}`);
}

const most = 500;

export function agentsOf(scope: TenantScope) {
  return rows(scope, sql`true`);
}

export function agentOf(scope: TenantScope, agentId: string) {
  return mapped(rows(scope, sql`a.id = ${agentId}`), ([row]) => row ?? null);
}

function rows(scope: TenantScope, which: SQL) {
  return rawRows(
    sql`select a.id as id, a.name as name, a.email as email, a.role as role, a.state as state,
        (select max(s.last_seen_at) from sessions s where s.tenant_id = a.tenant_id and s.kind = 'agent'
          and s.subject_id = a.id) as lastSeenAt,
        (select count(*) from sessions s where s.tenant_id = a.tenant_id and s.kind = 'agent' and s.subject_id = a.id
          and s.ended_at is null and s.expires_at > ${scope.now} and s.idle_expires_at > ${scope.now}) as sessions,
        (select count(*) from tickets k where k.tenant_id = a.tenant_id and k.assignee_id = a.id and k.done = 0) as openTickets
      from agents a where a.tenant_id = ${scope.tenant.id} and ${which}
      order by a.state, case a.role when 'owner' then 0 when 'admin' then 1 else 2 end, a.name collate nocase, a.id
      limit ${most}`,
    (row): AgentRow => ({
      id: String(row['id']),
      name: String(row['name']),
      email: String(row['email']),
      role: agentRoleOf(row['role']),
      isActive: row['state'] === 'active',
      lastSeenAt: row['lastSeenAt'] === null ? null : Number(row['lastSeenAt']),
      sessions: Number(row['sessions']),
      openTickets: Number(row['openTickets']),
    }),
  );
}

/**
 * Who may change an agent, asked again in the write: an owner, or an admin where
 * no owner is concerned. Nobody changes themself, and one owner always stays.
 */
function mayChange(scope: TenantScope, by: Agent, agentId: string): SQL {
  const tenantId = scope.tenant.id;
  return sql`agents.tenant_id = ${tenantId} and agents.id = ${agentId} and agents.id <> ${by.id}
    and exists (select 1 from agents me where me.tenant_id = ${tenantId} and me.id = ${by.id} and me.state = 'active'
      and (me.role = 'owner' or (me.role = 'admin' and agents.role <> 'owner')))
    and (agents.role <> 'owner' or agents.state <> 'active' or exists (select 1 from agents o
      where o.tenant_id = ${tenantId} and o.role = 'owner' and o.state = 'active' and o.id <> agents.id))`;
}

export function changeAgentRole(scope: TenantScope, by: Agent, agentId: string, role: AgentRole) {
  return raw(sql`update agents set role = ${role}
    where ${mayChange(scope, by, agentId)} and role <> ${role} and (${role} <> 'owner'
      or exists (select 1 from agents me where me.tenant_id = ${scope.tenant.id} and me.id = ${by.id} and me.role = 'owner'))`);
}

export function changeAgentState(scope: TenantScope, by: Agent, agentId: string, state: 'active' | 'disabled') {
  return raw(sql`update agents set state = ${state} where ${mayChange(scope, by, agentId)} and state <> ${state}`);
}

/** Right after the other: ends the sessions of an agent who was just disabled. */
export function endSessionsOfDisabled(scope: TenantScope, agentId: string) {
  return raw(sql`update sessions set ended_at = ${scope.now}
    where ${isLivingOfAgent(scope, agentId)}
      and exists (select 1 from agents a where a.tenant_id = sessions.tenant_id and a.id = ${agentId} and a.state = 'disabled')`);
}

/** Ends the sessions of an agent, by somebody who may change them. */
export function endSessionsOf(scope: TenantScope, by: Agent, agentId: string) {
  return raw(sql`update sessions set ended_at = ${scope.now}
    where ${isLivingOfAgent(scope, agentId)}
      and exists (select 1 from agents where ${mayChange(scope, by, agentId)})`);
}
