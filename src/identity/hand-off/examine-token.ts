import { compactVerify, errors } from 'jose';
import { checkClaims } from './check-claims.ts';
import { findKey, type KeyFound, type KeyRing } from './find-key.ts';
import { type Claims, readClaims } from './read-claims.ts';
import { readHeader } from './read-header.ts';
import { readToken, type TokenParts } from './read-token.ts';
import { type CheckName, checkNames, type Refusal } from './reasons.ts';

export interface Check {
  readonly name: CheckName;
  /** `open`: something before it failed, so that it could not be looked at. */
  readonly state: 'passed' | 'failed' | 'open';
  readonly refusal: Refusal | null;
}

export interface Examined {
  /** Every check that looks at the token alone, in order. */
  readonly checks: readonly Check[];
  /** What it says, where that can be read; believed only if all checks passed. */
  readonly parts: TokenParts | null;
  /** The claims and the key, when all checks passed. */
  readonly accepted: { readonly claims: Claims; readonly kid: string; readonly issuer: string } | null;
  /** The `kid` of the key that was found, for the list of refusals. */
  readonly kid: string | null;
}

type Outcome = Refusal | 'passed' | 'open';

/** The checks of one token; each is said once. */
class Report {
  readonly #outcomes = new Map<CheckName, Outcome>();

  say(name: CheckName, outcome: Outcome | null): void {
    this.#outcomes.set(name, outcome ?? 'passed');
  }

  get checks(): readonly Check[] {
    return tokenChecks.map((name) => checkOf(name, this.#outcomes.get(name) ?? 'open'));
  }
}

/** Those that follow need the database: whether it was used, and whose it is. */
const tokenChecks = checkNames.filter((name) => name !== 'once' && name !== 'person');

/** Looks at a token from all sides and changes nothing: a sign-in takes the first failure, the agents' check page shows all. */
export async function examineToken(ring: KeyRing, origins: readonly string[], token: string): Promise<Examined> {
  const report = new Report();
  const read = readToken(token);
  report.say('shape', read.ok ? null : refusalOf(read));
  if (!read.ok) return { checks: report.checks, parts: null, accepted: null, kid: null };
  const { parts } = read;
  const found = await sayKey(report, ring, parts, token);
  const claims = sayClaims(report, parts, { origins, now: ring.now, issuer: found?.key.issuer ?? null });
  const { checks } = report;
  const isGood = checks.every(({ state }) => state === 'passed');
  const accepted = isGood && claims && found ? { claims, kid: found.key.kid, issuer: found.key.issuer } : null;
  return { checks, parts, accepted, kid: found?.key.kid ?? null };
}

async function sayKey(report: Report, ring: KeyRing, parts: TokenParts, token: string) {
  const header = readHeader(parts);
  report.say('header', header.ok ? null : refusalOf(header));
  if (!header.ok) return null;
  const found = await findKey(ring, header.kid);
  report.say('key', found.ok ? null : refusalOf(found));
  if (!found.ok) return null;
  const fits = header.algorithm === found.key.algorithm;
  report.say('algorithm', fits ? null : { reason: 'wrong_algorithm' });
  if (fits) report.say('signature', (await isSigned(found, token)) ? null : { reason: 'bad_signature' });
  return found;
}

/** The key's own algorithm and no other: never the one that the token would like (RFC 8725 §3.1). */
async function isSigned({ key, material }: Extract<KeyFound, { ok: true }>, token: string): Promise<boolean> {
  try {
    await compactVerify(token, material, { algorithms: [key.algorithm] });
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return false;
    throw error;
  }
}

function sayClaims(
  report: Report,
  { payload }: TokenParts,
  expected: { origins: readonly string[]; now: number; issuer: string | null },
): Claims | null {
  const read = readClaims(payload);
  report.say('claims', read.ok ? null : refusalOf(read));
  if (!read.ok) return null;
  const faults = checkClaims(read.claims, expected);
  for (const name of ['issuer', 'audience', 'lifetime', 'clock', 'email'] as const) {
    const reason = faults[name];
    report.say(name, reason === null ? null : { reason });
  }
  if (expected.issuer === null) report.say('issuer', 'open');
  return read.claims;
}

/** One check with what came of it. */
export function checkOf(name: CheckName, outcome: Outcome): Check {
  if (outcome === 'passed' || outcome === 'open') return { name, state: outcome, refusal: null };
  return { name, state: 'failed', refusal: outcome };
}

/** The first thing that is wrong; null where nothing is. */
export function firstRefusal(checks: readonly Check[]): Refusal | null {
  return checks.find(({ state }) => state === 'failed')?.refusal ?? null;
}

function refusalOf({ reason, claim }: Refusal): Refusal {
  return claim === undefined ? { reason } : { reason, claim };
}
