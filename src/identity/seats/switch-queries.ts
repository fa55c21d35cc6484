import { type SQL, sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { raw, rawRow } from '#db/statement.ts';
import type { Origin } from '#lib/origin.ts';
import { agentRoleOf } from '#lib/roles.ts';
import type { ThisSession } from '../sessions/agent-session.ts';
import { sessionLifetime } from '../sessions/session-lifetime.ts';

const { agent, shortAgent } = sessionLifetime;
const idleMs = sql`case when t.short_agent_sessions = 1 then ${shortAgent.idleMs} else ${agent.idleMs} end`;

/** The session of this sign-in at another tenant. */
export interface Switched {
  readonly secretHash: string;
  /** Made of chain and tenant: a second switch finds the session, and none comes back once it was ended. */
  readonly challengeHash: string;
  readonly agentId: string;
  readonly email: string;
  readonly host: string;
  readonly origin: Origin;
  /** The living one that it comes from. */
  readonly from: ThisSession;
}

/** Wakes the session that an earlier switch has made. */
export function wakeSwitched(scope: TenantScope, { challengeHash, from }: Switched) {
  return raw(sql`update sessions set last_seen_at = ${scope.now},
      idle_expires_at = min(expires_at, ${scope.now} + (select ${idleMs} from tenant_settings t where t.tenant_id = sessions.tenant_id)),
      second_factor = case when ${from.secondFactor} = 'passed' then 'passed' else second_factor end,
      second_factor_at = coalesce(${from.secondFactorAt}, second_factor_at)
    where tenant_id = ${scope.tenant.id} and challenge_hash = ${challengeHash} and kind = 'agent'
      and ended_at is null and expires_at > ${scope.now}`);
}

/** Makes it, with the age and the end of the one that it comes from: switching prolongs nothing. */
export function putSwitched(scope: TenantScope, it: Switched) {
  const { now } = scope;
  const { from } = it;
  const until = sql`min(${from.expiresAt}, case when t.short_agent_sessions = 1
    then ${from.createdAt + shortAgent.absoluteMs} else ${from.expiresAt} end)`;
  return raw(sql`insert into sessions (tenant_id, secret_hash, host, kind, subject_id, account_id, challenge_hash,
      created_at, expires_at, idle_expires_at, last_seen_at, device, place, chain, second_factor, second_factor_at)
    select a.tenant_id, ${it.secretHash}, ${it.host}, 'agent', a.id, null, ${it.challengeHash},
      ${from.createdAt}, ${until}, min(${until}, ${now} + ${idleMs}), ${now}, ${it.origin.device}, ${it.origin.place},
      ${from.chain}, ${from.secondFactor}, ${from.secondFactorAt}
    from agents a join tenant_settings t on t.tenant_id = a.tenant_id
    where a.tenant_id = ${scope.tenant.id} and a.id = ${it.agentId} and a.email = ${it.email} and a.state = 'active'
      and ${until} > ${now} and not ${wasEnded(scope, it)}
    on conflict do nothing`);
}

/** The role of the agent whose living session this is; null where there is none. */
export function switchedRole(scope: TenantScope, { secretHash, agentId }: Switched) {
  return rawRow(
    sql`select a.role as role from sessions s
      join agents a on a.tenant_id = s.tenant_id and a.id = s.subject_id and a.state = 'active'
      where s.tenant_id = ${scope.tenant.id} and s.secret_hash = ${secretHash} and s.subject_id = ${agentId}
        and s.kind = 'agent' and s.ended_at is null and s.expires_at > ${scope.now} and s.idle_expires_at > ${scope.now}`,
    (row) => agentRoleOf(row['role']),
  );
}

/** True in SQL where somebody has ended this sign-in at the tenant, whichever of its sessions it was: then they sign in anew. */
function wasEnded(scope: TenantScope, { agentId, from }: Switched): SQL {
  return sql`exists (select 1 from sessions e where e.tenant_id = ${scope.tenant.id} and e.kind = 'agent'
    and e.subject_id = ${agentId} and coalesce(e.chain, e.challenge_hash) = ${from.chain} and e.ended_at is not null)`;
}
