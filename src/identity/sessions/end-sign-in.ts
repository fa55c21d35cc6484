import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { AgentClaim } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { ownPlaces } from '../seats/own-places.ts';
import type { Reach } from '../seats/place.ts';
import { addressOfAgent, endChain, sessionOfClaim } from './agent-session-queries.ts';

/**
 * Signs an agent out: all sessions of this sign-in end, at every tenant that
 * they switched to. A claim whose session is over already ends nothing.
 */
export async function endSignIn(reach: Reach, here: TenantScope, claim: AgentClaim, origin: Origin): Promise<void> {
  const { session, email } = await run(here.db, {
    session: sessionOfClaim(here, claim),
    email: addressOfAgent(here, claim.agentId),
  });
  if (!session) return;
  for (const { scope, agentId } of await ownPlaces(reach, here, { id: claim.agentId, email })) {
    await run(scope.db, {
      ended: endChain(scope, agentId, session.chain),
      entry: auditedIfChanged(scope, {
        action: 'session.ended',
        actor: { kind: 'agent', id: agentId },
        subjectId: agentId,
        origin,
      }),
    });
  }
}
