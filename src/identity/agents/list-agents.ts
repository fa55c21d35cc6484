import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { agentOf, agentsOf } from './agent-queries.ts';
import type { AgentRow } from './agent-row.ts';

/** Everybody who answers here, those who may sign in first. */
export function listAgents(scope: TenantScope): Statement<readonly AgentRow[]> {
  return agentsOf(scope);
}

/** One of them, or null. */
export function findAgent(scope: TenantScope, agentId: string): Statement<AgentRow | null> {
  return agentOf(scope, agentId);
}
