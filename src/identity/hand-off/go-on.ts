import { runIdempotent } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { ContactClaim } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { sha256 } from '#lib/secrets.ts';
import { newContactClaim } from '../sessions/new-contact-claim.ts';
import { contactOpened, newContactSession } from '../sessions/new-session-queries.ts';
import { sessionSecret } from '../sign-in/challenge.ts';
import { putArrivalSession, takeArrival } from './arrival-queries.ts';

export interface GoOn {
  /** What the browser's cookie holds. */
  readonly secret: string;
  readonly host: string;
  readonly pepper: string;
  readonly origin: Origin;
}

export interface WentOn {
  readonly claim: ContactClaim;
  /** For the session cookie. */
  readonly secret: string;
  readonly returnTo: string;
  readonly isNameless: boolean;
}

/**
 * Opens the session of a hand-off that arrived in this browser within the last
 * minute: one, however often the browser comes. Null: too late, or signed out since.
 */
export async function goOn(scope: TenantScope, it: GoOn): Promise<WentOn | null> {
  const hash = await sha256(it.secret);
  const secret = await sessionSecret(it.pepper, hash, it.secret);
  const { device, place } = it.origin;
  const session = { secretHash: await sha256(secret), challengeHash: hash, host: it.host, device, place };
  const { taken, made } = await runIdempotent(scope.db, {
    taken: takeArrival(scope, hash, it.host),
    put: putArrivalSession(scope, session),
    opened: contactOpened(scope, session, { door: 'hand_off', origin: it.origin }),
    made: newContactSession(scope, session),
  });
  if (!taken || !made) return null;
  const claim = newContactClaim(scope, made, session);
  return { claim, secret, returnTo: taken.returnTo, isNameless: made.name === '' };
}
