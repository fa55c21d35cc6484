import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { ownPlaces } from '../seats/own-places.ts';
import type { Reach } from '../seats/place.ts';
import { endAllOfAgent } from './agent-session-queries.ts';

/** Ends every session of an agent at all their tenants, this one too. */
export async function endEverywhere(reach: Reach, here: TenantScope, actor: Agent, origin: Origin): Promise<void> {
  for (const { scope, agentId } of await ownPlaces(reach, here, actor)) {
    await run(scope.db, {
      ended: endAllOfAgent(scope, agentId),
      entry: auditedIfChanged(scope, {
        action: 'sessions.ended',
        actor: { kind: 'agent', id: agentId },
        subjectId: agentId,
        origin,
      }),
    });
  }
}
