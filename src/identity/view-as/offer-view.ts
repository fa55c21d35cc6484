import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Agent } from '#lib/actor.ts';
import { randomToken } from '#lib/secrets.ts';
import { viewTokenHash } from './view-token.ts';
import { putViewToken, type Whom } from './view-token-queries.ts';

/**
 * A token with which this agent may open the portal as that contact, once and
 * within a minute. Every agent may: they read the same requests here. Null where
 * the contact may not enter the account (any more).
 */
export async function offerView(scope: TenantScope, agent: Agent, whom: Whom, pepper: string): Promise<string | null> {
  const token = randomToken();
  const hash = await viewTokenHash(pepper, scope.tenant.id, token);
  const host = scope.tenant.canonicalHost;
  const { put } = await run(scope.db, { put: putViewToken(scope, { ...whom, hash, agentId: agent.id, host }) });
  return put > 0 ? token : null;
}
