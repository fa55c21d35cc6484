import type { Agent, AgentRole } from '#lib/actor.ts';
import type { AgentRow } from './agent-row.ts';

/** Why somebody may not change an agent, or null: nobody themself, and an owner only another owner. So one owner always stays. */
export function whyNotChange(by: Agent, { id, role }: Pick<AgentRow, 'id' | 'role'>): 'self' | 'owner' | null {
  if (by.id === id) return 'self';
  return role === 'owner' && by.role !== 'owner' ? 'owner' : null;
}

/** The roles that somebody may give: only owners make owners. */
export function rolesToGive(by: AgentRole): readonly AgentRole[] {
  return by === 'owner' ? ['owner', 'admin', 'agent'] : ['admin', 'agent'];
}
