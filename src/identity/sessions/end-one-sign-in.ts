import type { TenantScope } from '#db/scopes.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { notFound } from '#lib/problem.ts';
import type { Reach } from '../seats/place.ts';
import { endOneSession } from './end-one-session.ts';
import { listSignIns } from './list-sign-ins.ts';

/** Ends one of an agent's own sign-ins, by the id that `listSignIns` gave. Throws Problem `not_found` for any other. */
export async function endOneSignIn(
  reach: Reach,
  here: TenantScope,
  actor: Agent,
  id: string,
  origin: Origin,
): Promise<void> {
  const signIn = (await listSignIns(reach, here, actor)).find((each) => each.id === id);
  if (!signIn) throw notFound();
  for (const { at, session } of signIn.sessions) {
    const owner = { kind: 'agent', id: at.agentId } as const;
    await endOneSession(at.scope, owner, session.id, { actor: owner, origin });
  }
}
