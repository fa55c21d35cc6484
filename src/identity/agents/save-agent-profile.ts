import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Agent } from '#lib/actor.ts';
import type { Profile } from '../people/save-profile.ts';
import { changeAgentProfile } from './agent-queries.ts';

/** An agent's own name and zone, at this tenant. */
export async function saveAgentProfile(scope: TenantScope, actor: Agent, profile: Profile): Promise<void> {
  await run(scope.db, { profile: changeAgentProfile(scope, actor.id, profile) });
}
