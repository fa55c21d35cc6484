import type { AgentRole } from '#lib/actor.ts';

/** Somebody who answers here, as those who manage the tenant see them. */
export interface AgentRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: AgentRole;
  /** False: disabled. */
  readonly isActive: boolean;
  readonly lastSeenAt: number | null;
  /** How many live. */
  readonly sessions: number;
  readonly openTickets: number;
}
