import type { AgentRole, ContactRole } from './actor.ts';

/** An agent's role out of the database; what is none of them may the least. */
export function agentRoleOf(value: unknown): AgentRole {
  return value === 'owner' || value === 'admin' ? value : 'agent';
}

/** A membership's role out of the database; what is none of them may nothing. */
export function memberRoleOf(value: unknown): ContactRole | 'none' {
  return value === 'admin' || value === 'member' ? value : 'none';
}
