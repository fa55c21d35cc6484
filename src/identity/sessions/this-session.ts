import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { AgentClaim } from '#lib/actor.ts';
import { sessionOfClaim } from './agent-session-queries.ts';

/** What an agent's session row says besides who it is: when it began, when it was last proven. */
export interface ThisSession {
  readonly secretHash: string;
  /** The same for all sessions of one sign-in, at whichever tenants. */
  readonly chain: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly secondFactor: 'none' | 'owed' | 'passed';
  /** When the second factor was last given. */
  readonly secondFactorAt: number | null;
}

/** For the batch that confirms the claim; null only where that fails too. */
export function thisSession(scope: TenantScope, claim: AgentClaim): Statement<ThisSession | null> {
  return sessionOfClaim(scope, claim);
}
