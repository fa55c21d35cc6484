import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Agent, AgentRole } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { notFound } from '#lib/problem.ts';
import { mustManage } from '#lib/rights.ts';
import type { Reach } from '../seats/place.ts';
import { deleteSeat, putSeat } from '../seats/seat-queries.ts';
import { agentOf, changeAgentRole, changeAgentState, endSessionsOf, endSessionsOfDisabled } from './agent-queries.ts';
import type { AgentRow } from './agent-row.ts';
import { rolesToGive, whyNotChange } from './agent-rules.ts';

/** Who changes whom; both were found in one confirmed visit. */
export interface AgentChange {
  readonly scope: TenantScope;
  readonly by: Agent;
  readonly agent: AgentRow;
  readonly origin: Origin;
}

/** Gives an agent another role; their pages follow at the next request. */
export async function giveRole(change: AgentChange, role: AgentRole): Promise<void> {
  const { scope, by, agent } = allowed(change);
  if (!rolesToGive(by.role).includes(role)) throw notFound();
  await run(scope.db, {
    changed: changeAgentRole(scope, by, agent.id, role),
    entry: entryOf(change, 'agent.changed', { from: agent.role, to: role }),
  });
}

/** Shuts an agent out: no session is left, no seat; what they wrote and took stays. */
export async function disableAgent(change: AgentChange, { directory }: Reach): Promise<void> {
  const { scope, by, agent } = allowed(change);
  const { after } = await run(scope.db, {
    changed: changeAgentState(scope, by, agent.id, 'disabled'),
    entry: entryOf(change, 'agent.disabled', {}),
    sessions: endSessionsOfDisabled(scope, agent.id),
    after: agentOf(scope, agent.id),
  });
  // Refused in the batch, the last owner keeps the seat too, or nobody could come in any more.
  if (after?.isActive === false) await run(directory.db, { seat: deleteSeat(directory, agent.email, scope.tenant.id) });
}

/** Lets them in again, in the role that they had. */
export async function enableAgent(change: AgentChange, { directory }: Reach): Promise<void> {
  const { scope, by, agent } = allowed(change);
  const { after } = await run(scope.db, {
    changed: changeAgentState(scope, by, agent.id, 'active'),
    entry: entryOf(change, 'agent.enabled', {}),
    after: agentOf(scope, agent.id),
  });
  // A crash before this leaves them without a seat; the next press finds them active and puts it back.
  const seat = { email: agent.email, tenantId: scope.tenant.id, agentId: agent.id };
  if (after?.isActive) await run(directory.db, { seat: putSeat(directory, seat) });
}

/** Signs somebody out on every device, at this tenant. */
export async function endSessionsOfAgent(change: AgentChange): Promise<void> {
  const { scope, by, agent } = allowed(change);
  await run(scope.db, {
    ended: endSessionsOf(scope, by, agent.id),
    entry: entryOf(change, 'sessions.ended', {}),
  });
}

function allowed(change: AgentChange): AgentChange {
  mustManage(change.by);
  if (whyNotChange(change.by, change.agent) !== null) throw notFound();
  return change;
}

function entryOf(
  { scope, by, agent, origin }: AgentChange,
  action: 'agent.changed' | 'agent.disabled' | 'agent.enabled' | 'sessions.ended',
  detail: Readonly<Record<string, string>>,
) {
  return auditedIfChanged(scope, {
    action,
    actor: { kind: 'agent', id: by.id },
    subjectId: agent.id,
    detail,
    origin,
  });
}
