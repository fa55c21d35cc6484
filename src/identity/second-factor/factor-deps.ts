import type { TenantScope } from '#db/scopes.ts';
import type { Settings } from '#env.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import type { Reach } from '../seats/place.ts';
import type { ThisSession } from '../sessions/agent-session.ts';

/** Who gives or changes a second factor, in which session, from where. */
export interface FactorDeps extends Reach {
  readonly scope: TenantScope;
  readonly actor: Agent;
  readonly session: ThisSession;
  readonly settings: Pick<Settings, 'pepper' | 'sealKeys'>;
  readonly origin: Origin;
}

/** What passkeys are bound to: the agents' host and nothing else. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
  readonly name: string;
}
