import { auditedIfChanged } from '#audit/audited.ts';
import { runIdempotent } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Claim } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { sha256 } from '#lib/secrets.ts';
import { join } from '../joining/join.ts';
import { joinAgents } from '../joining/join-agents.ts';
import type { Joining } from '../joining/joining.ts';
import { joiningOf } from '../joining/joining-queries.ts';
import { requestAccess } from '../joining/request-access.ts';
import { oweFactor } from '../second-factor/owe-factor.ts';
import { newContactClaim } from '../sessions/new-contact-claim.ts';
import {
  contactOpened,
  hadSession,
  type NewSession,
  newAgentSession,
  newContactSession,
  putAgentSession,
  putContactSession,
} from '../sessions/new-session-queries.ts';
import { sessionSecret } from './challenge.ts';
import { type ChallengeState, challengeState, takeChallenge } from './challenge-queries.ts';
import type { AgentRealm, PortalRealm, Realm } from './realm.ts';

/** What the press of the button came to: a session, or why there is none. */
export type SignInResult =
  | {
      readonly ok: true;
      readonly claim: Claim;
      /** For the cookie. */
      readonly secret: string;
      readonly returnTo: string;
      /** Nobody knows yet what to call this person. */
      readonly isNameless: boolean;
      /** At how many tenants this agent has a seat; 1 for contacts. */
      readonly seats: number;
    }
  | Refused
  | NotJoined;

interface Refused {
  readonly ok: false;
  readonly state: Exclude<ChallengeState['state'], 'live'> | 'refused';
  /** Whose it was; empty if nobody's. */
  readonly email: string;
}

/** The address is proven, and yet nobody is in. */
export interface NotJoined {
  readonly ok: false;
  /** `invitation_over`: it was withdrawn or accepted meanwhile. `asked`: an admin of the account decides. */
  readonly state: 'invitation_over' | 'asked';
  readonly email: string;
  /** The account whose admins were asked. */
  readonly account: string;
  /** Mail that is owed now. */
  readonly mails: readonly string[];
}

export interface Use {
  readonly hash: string;
  /** Made when the page was rendered: its retries get the same session, nobody else's do. */
  readonly attempt: string;
  readonly pepper: string;
  /** The data of an agent's tenant; null when it is gone or suspended. */
  readonly openTenant: (tenantId: string) => Promise<TenantScope | null>;
  /** Written together with the use. */
  readonly also?: Statement<number>;
  /** What it does besides, where that was read before. */
  readonly joining?: Joining | null | undefined;
  readonly door: 'link' | 'code';
  readonly origin: Origin;
}

/** Uses a link or a code that was found right, on the primary: at most one session, ever (SECURITY §1.1). */
export async function useChallenge(realm: Realm, use: Use): Promise<SignInResult> {
  const secret = await sessionSecret(use.pepper, use.hash, use.attempt);
  const { device, place } = use.origin;
  const session = { secretHash: await sha256(secret), challengeHash: use.hash, host: realm.host, device, place };
  return realm.kind === 'portal' ? asContact(realm, use, session, secret) : asAgent(realm, use, session, secret);
}

async function asContact(realm: PortalRealm, use: Use, session: NewSession, secret: string): Promise<SignInResult> {
  const { scope } = realm;
  const joining = use.joining === undefined ? await joiningBy(scope, use.hash) : use.joining;
  const asks = joining?.mode === 'request' ? await requestAccess(scope, joining, use, use.origin) : null;
  const joins = asks?.statements ?? (joining ? join(scope, joining, use, use.origin) : {});
  const door = joining?.mode === 'invitation' ? 'invitation' : use.door;
  const { taken, made, had, state } = await runIdempotent(scope.db, {
    taken: takeChallenge(realm, use.hash, use.attempt),
    ...(use.also && { also: use.also }),
    ...joins,
    put: putContactSession(scope, use.attempt, session),
    opened: contactOpened(scope, session, { door, origin: use.origin }),
    made: newContactSession(scope, session),
    had: hadSession(scope, session),
    state: challengeState(realm, use.hash),
  });
  const [challenge] = taken;
  if (!challenge || !made) {
    const isProven = challenge !== undefined && !had;
    if (!isProven || !joining || joining.mode === 'domain') return refused(state, isProven);
    const { email, account } = joining;
    return { ok: false, state: asks ? 'asked' : 'invitation_over', email, account, mails: asks?.mails ?? [] };
  }
  const claim = newContactClaim(scope, made, session);
  return { ok: true, claim, secret, returnTo: challenge.returnTo, isNameless: made.name === '', seats: 1 };
}

async function joiningBy(scope: TenantScope, hash: string): Promise<Joining | null> {
  return (await runIdempotent(scope.db, { joining: joiningOf(scope, hash) })).joining;
}

/** Two databases: whoever holds the challenge in the directory is the only one who can insert the session. */
async function asAgent(realm: AgentRealm, use: Use, session: NewSession, secret: string): Promise<SignInResult> {
  const { taken, state } = await runIdempotent(realm.scope.db, {
    taken: takeChallenge(realm, use.hash, use.attempt),
    ...(use.also && { also: use.also }),
    state: challengeState(realm, use.hash),
  });
  const [challenge] = taken;
  const scope = challenge && (await use.openTenant(challenge.tenantId));
  if (!scope) return refused(state, challenge !== undefined);
  const { invitationId, joinsEmail } = challenge;
  const isInvited = invitationId !== null && joinsEmail !== null;
  const agentId = isInvited
    ? await joinAgents(realm.scope, scope, { invitationId, email: joinsEmail }, use.origin)
    : challenge.holderId;
  if (agentId === null) return { ok: false, state: 'invitation_over', email: state.email, account: '', mails: [] };
  const { made, had } = await runIdempotent(scope.db, {
    put: putAgentSession(scope, agentId, session),
    opened: auditedIfChanged(scope, {
      action: 'session.opened',
      actor: { kind: 'agent', id: agentId },
      detail: { door: isInvited ? 'invitation' : use.door },
      origin: use.origin,
    }),
    made: newAgentSession(scope, session),
    had: hadSession(scope, session),
  });
  if (!made) return refused(state, !had);
  const { secretHash } = session;
  const seats = await oweFactor(realm.scope, scope, { email: made.email, secretHash });
  const claim: Claim = {
    kind: 'agent',
    tenantId: scope.tenant.id,
    host: realm.host,
    agentId: made.agentId,
    role: made.role,
    secretHash,
  };
  return { ok: true, claim, secret, returnTo: challenge.returnTo, isNameless: false, seats };
}

/** `mayNot`: this attempt holds the challenge and got no session, for the person may no longer enter. */
function refused({ state, email }: ChallengeState, mayNot: boolean): Refused {
  if (mayNot) return { ok: false, state: 'refused', email };
  return { ok: false, state: state === 'live' ? 'unknown' : state, email };
}
