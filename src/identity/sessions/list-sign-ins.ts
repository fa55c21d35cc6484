import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Agent } from '#lib/actor.ts';
import { ownPlaces } from '../seats/own-places.ts';
import type { OwnPlace, Reach } from '../seats/place.ts';
import { listSessions } from './list-sessions.ts';
import type { OwnSession } from './session-owner.ts';

/** One sign-in of an agent: all its sessions, at whichever tenants they switched to. */
export interface SignIn {
  /** Names it on pages; it opens nothing. */
  readonly id: string;
  readonly device: string;
  readonly place: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  /** The one that asks. */
  readonly isThis: boolean;
  /** Their names, where it reached others than the present one. */
  readonly companies: readonly string[];
  readonly sessions: readonly { readonly at: OwnPlace; readonly session: OwnSession }[];
}

/** An agent's living sign-ins over all their tenants: this one first, then by last use. */
export async function listSignIns(reach: Reach, here: TenantScope, actor: Agent): Promise<readonly SignIn[]> {
  const found = new Map<string, SignIn>();
  for (const at of await ownPlaces(reach, here, actor)) {
    const owner = { kind: 'agent', id: at.agentId } as const;
    const { sessions } = await run(at.scope.db, { sessions: listSessions(at.scope, owner, actor.secretHash) });
    for (const session of sessions) {
      const id = (session.chain ?? session.id).slice(0, 16);
      found.set(id, joined(id, found.get(id), here, { at, session }));
    }
  }
  return [...found.values()].sort((a, b) => Number(b.isThis) - Number(a.isThis) || b.lastSeenAt - a.lastSeenAt);
}

function joined(id: string, known: SignIn | undefined, here: TenantScope, one: SignIn['sessions'][number]): SignIn {
  const { device, place, createdAt, lastSeenAt, isThis } = one.session;
  const sessions = [...(known?.sessions ?? []), one];
  const companies = companiesOf(here, sessions);
  if (!known) return { id, device, place, createdAt, lastSeenAt, isThis, companies, sessions };
  return {
    ...known,
    lastSeenAt: Math.max(known.lastSeenAt, lastSeenAt),
    isThis: known.isThis || isThis,
    companies,
    sessions,
  };
}

function companiesOf(here: TenantScope, sessions: SignIn['sessions']): readonly string[] {
  const names = new Map(sessions.map(({ at }) => [at.scope.tenant.id, at.scope.tenant.brand.name]));
  return names.size === 1 && names.has(here.tenant.id) ? [] : [...names.values()];
}
