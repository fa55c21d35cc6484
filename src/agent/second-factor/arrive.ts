import { SessionEnded } from '#db/session-errors.ts';
import type { AppContext } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import { visitAsArriving } from '#http/visit.ts';
import type { FactorDeps, RelyingParty } from '#identity/second-factor/factor-deps.ts';
import type { Factors } from '#identity/second-factor/factors.ts';
import { listFactors } from '#identity/second-factor/list-factors.ts';
import { thisSession } from '#identity/sessions/this-session.ts';
import type { AgentClaim } from '#lib/actor.ts';
import { reachOf } from '../reach.ts';

export interface Arrived {
  readonly deps: FactorDeps;
  readonly factors: Factors;
  /** The second factor is still to be given. */
  readonly isOwed: boolean;
  /** The tenant wants everybody to have one. */
  readonly isRequired: boolean;
}

/** The agent of this request, who may owe the second factor, with what they have of it. */
export async function arrive(c: AppContext): Promise<Arrived> {
  let claimed: AgentClaim | null = null;
  const { actor, rows, isOwed, isRequired } = await visitAsArriving(c, (scope, claim) => {
    claimed = claim;
    return { session: thisSession(scope, claim) };
  });
  const reach = reachOf(c);
  const { session } = rows;
  if (session === null) throw claimed ? new SessionEnded(claimed) : new Error('A visit without a claim');
  const { pepper, sealKeys } = c.get('settings');
  const deps = { ...reach, scope: c.get('scope'), actor, session, settings: { pepper, sealKeys }, origin: originOf(c) };
  return { deps, factors: await listFactors(reach.directory, actor.email), isOwed, isRequired };
}

/** Passkeys belong to the agents' host. */
export function partyOf(c: AppContext): RelyingParty {
  return { id: c.get('host'), origin: new URL(c.req.url).origin, name: 'Portico' };
}
