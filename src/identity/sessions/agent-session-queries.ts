import { type SQL, sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { mapped, raw, rawRow, rawRows } from '#db/statement.ts';
import type { AgentClaim } from '#lib/actor.ts';
import type { ThisSession } from './agent-session.ts';
import { sessionLifetime } from './session-lifetime.ts';

const chain = sql`coalesce(chain, challenge_hash)`;

export function sessionOfClaim(scope: TenantScope, claim: AgentClaim) {
  return rawRow(
    sql`select ${chain} as chain, created_at as createdAt, expires_at as expiresAt, second_factor as secondFactor,
        second_factor_at as secondFactorAt
      from sessions where tenant_id = ${scope.tenant.id} and secret_hash = ${claim.secretHash} and kind = 'agent'
        and ended_at is null`,
    (row): ThisSession => ({
      secretHash: claim.secretHash,
      chain: String(row['chain']),
      createdAt: Number(row['createdAt']),
      expiresAt: Number(row['expiresAt']),
      secondFactor: row['secondFactor'] === 'owed' || row['secondFactor'] === 'passed' ? row['secondFactor'] : 'none',
      secondFactorAt: row['secondFactorAt'] === null ? null : Number(row['secondFactorAt']),
    }),
  );
}

export function addressOfAgent(scope: TenantScope, agentId: string) {
  return mapped(
    rawRows(sql`select email from agents where tenant_id = ${scope.tenant.id} and id = ${agentId}`, (row) =>
      String(row['email']),
    ),
    ([email]) => email ?? '',
  );
}

/** The person of this new session has no second factor. */
export function nothingOwed(scope: TenantScope, secretHash: string) {
  return raw(sql`update sessions set second_factor = 'none'
    where tenant_id = ${scope.tenant.id} and secret_hash = ${secretHash} and second_factor = 'owed'`);
}

/** The second factor was given in this session. */
export function passSession(scope: TenantScope, secretHash: string) {
  return raw(sql`update sessions set second_factor = 'passed', second_factor_at = ${scope.now}
    where tenant_id = ${scope.tenant.id} and secret_hash = ${secretHash} and kind = 'agent' and ended_at is null`);
}

/**
 * A first factor was added in the sign-in of this chain: its sessions have
 * proven it, all others of the person owe it from now on.
 */
export function requireOfOthers(scope: TenantScope, agentId: string, of: string) {
  return raw(sql`update sessions
    set second_factor = case when ${chain} = ${of} then 'passed' else 'owed' end,
      second_factor_at = case when ${chain} = ${of} then ${scope.now} end
    where ${ofAgent(scope, agentId)} and second_factor <> 'passed'`);
}

/** No factor is left: nothing was proven that still counts, and what was owed cannot be given any more. */
export function forgetFactor(scope: TenantScope, agentId: string) {
  return raw(sql`update sessions
    set ended_at = case when second_factor = 'owed' then ${scope.now} end, second_factor = 'none', second_factor_at = null
    where ${ofAgent(scope, agentId)}`);
}

/** Ends one sign-in of an agent here. */
export function endChain(scope: TenantScope, agentId: string, of: string) {
  return raw(sql`update sessions set ended_at = ${scope.now} where ${ofAgent(scope, agentId)} and ${chain} = ${of}`);
}

/** Ends all of an agent's sessions here. */
export function endAllOfAgent(scope: TenantScope, agentId: string) {
  return raw(sql`update sessions set ended_at = ${scope.now} where ${isLivingOfAgent(scope, agentId)}`);
}

/** In SQL on `sessions`: the agent's here, also those in which they view as somebody. */
export function isLivingOfAgent(scope: TenantScope, agentId: string): SQL {
  return sql`tenant_id = ${scope.tenant.id} and ended_at is null
    and ((kind = 'agent' and subject_id = ${agentId}) or (kind = 'view-as' and viewed_by = ${agentId}))`;
}

function ofAgent(scope: TenantScope, agentId: string) {
  return sql`tenant_id = ${scope.tenant.id} and kind = 'agent' and subject_id = ${agentId} and ended_at is null`;
}

/** No agent's session here lasts longer than a short one would. */
export function cutAgentSessions(scope: TenantScope) {
  const { absoluteMs, idleMs } = sessionLifetime.shortAgent;
  return raw(sql`update sessions set expires_at = min(expires_at, created_at + ${absoluteMs}),
      idle_expires_at = min(idle_expires_at, last_seen_at + ${idleMs}, created_at + ${absoluteMs})
    where tenant_id = ${scope.tenant.id} and kind = 'agent' and ended_at is null`);
}
