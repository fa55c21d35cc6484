import { isDuplicate, run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Origin } from '#lib/origin.ts';
import { randomToken, sha256 } from '#lib/secrets.ts';
import { hasArrival } from './arrival-queries.ts';
import { examineToken, firstRefusal } from './examine-token.ts';
import { loadPerson } from './load-person.ts';
import { type HandOffDoor, loadRing } from './load-ring.ts';
import { type Creates, planArrival } from './plan-arrival.ts';
import type { Claims } from './read-claims.ts';
import { readToken } from './read-token.ts';
import type { Refusal } from './reasons.ts';
import { tokenPerson } from './token-person.ts';
import { writeArrival } from './write-arrival.ts';

export interface HandOff {
  readonly token: string;
  /** The host that it came to: the session will be of the same. */
  readonly host: string;
  /** Has been through `returnTo`. */
  readonly returnTo: string;
  readonly origin: Origin;
}

export type HandedOff =
  | {
      readonly ok: true;
      /** For the cookie that goes on with it. */
      readonly secret: string;
    }
  | {
      readonly ok: false;
      readonly refusal: Refusal;
      readonly kid: string | null;
      /** Whom a token that was in order names, if we know them. */
      readonly contactId: string | null;
      /** It was in order, and it is the person who may not come in. */
      readonly isAboutPerson: boolean;
    };

/**
 * Checks a token and uses it. It opens no session: its answer goes to whichever
 * browser brought the token, and only the next page sees who is signed in there.
 */
export async function arrive(scope: TenantScope, handOff: HandOff, door: HandOffDoor): Promise<HandedOff> {
  const read = readToken(handOff.token);
  if (!read.ok) return refused(read, null);
  const { ring, origins, creates } = await loadRing(scope, door);
  const { checks, accepted, kid } = await examineToken(ring, origins, handOff.token);
  if (!accepted) return refused(firstRefusal(checks) ?? { reason: 'malformed' }, kid);
  return enter(scope, handOff, { ...accepted, creates });
}

interface Accepted {
  readonly claims: Claims;
  readonly kid: string;
  readonly creates: Creates;
}

async function enter(scope: TenantScope, handOff: HandOff, { claims, kid, creates }: Accepted): Promise<HandedOff> {
  const person = await tokenPerson(claims);
  const secret = randomToken();
  const { host, returnTo, origin } = handOff;
  const arrival = { hash: await sha256(secret), kid, host, returnTo, origin };
  // Two first arrivals at once may both want to write the same new person: whoever is second looks again.
  for (let attempt = 1; ; attempt += 1) {
    const { isUsed, ...facts } = await loadPerson(scope, person);
    if (isUsed) return refused({ reason: 'used' }, kid);
    const planned = planArrival(person, facts, creates);
    if (!planned.ok) return { ...planned, refusal: { reason: planned.reason }, kid, isAboutPerson: true };
    try {
      await writeArrival(scope, person, planned.plan, arrival);
      return { ok: true, secret };
    } catch (error) {
      if (isDuplicate(error, 'handoff_uses')) return usedAlready(scope, arrival, secret);
      if (attempt === 3 || !isCrossed(error)) throw error;
    }
  }
}

/** Used by somebody else, or by this very arrival, whose answer from the database was lost on the way. */
async function usedAlready(
  scope: TenantScope,
  { hash, kid }: { readonly hash: string; readonly kid: string },
  secret: string,
): Promise<HandedOff> {
  const { isOurs } = await run(scope.db, { isOurs: hasArrival(scope, hash) });
  return isOurs ? { ok: true, secret } : refused({ reason: 'used' }, kid);
}

function isCrossed(error: unknown): boolean {
  const tables = ['contacts', 'contact_addresses', 'contact_subjects', 'accounts', 'memberships'];
  return tables.some((table) => isDuplicate(error, table));
}

function refused({ reason, claim }: Refusal, kid: string | null): HandedOff {
  const refusal = claim === undefined ? { reason } : { reason, claim };
  return { ok: false, refusal, kid, contactId: null, isAboutPerson: false };
}
