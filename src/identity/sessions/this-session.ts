import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { AgentClaim } from '#lib/actor.ts';
import type { ThisSession } from './agent-session.ts';
import { sessionOfClaim } from './agent-session-queries.ts';

/** For the batch that confirms the claim; null only where that fails too. */
export function thisSession(scope: TenantScope, claim: AgentClaim): Statement<ThisSession | null> {
  return sessionOfClaim(scope, claim);
}
