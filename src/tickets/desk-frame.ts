import type { TenantScope } from '#db/scopes.ts';
import type { AgentClaim } from '#lib/actor.ts';
import { countViews } from './desk-list-queries.ts';

/** What stands around every page of the agents, for pages that are not about tickets. */
export function loadDeskFrame(scope: TenantScope, claim: AgentClaim) {
  return { counts: countViews(scope, claim.agentId) };
}
