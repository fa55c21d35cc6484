import { run } from '#db/run.ts';
import { decodeBase64Url } from '#lib/secrets.ts';
import type { FactorDeps, RelyingParty } from './factor-deps.ts';
import { passed, recordFailure } from './passed.ts';
import { type AuthenticationAnswer, readAuthentication } from './passkey-answer.ts';
import { passkeyOf, type StoredPasskey, usePasskey } from './passkey-queries.ts';
import { takePasskeyChallenge } from './take-passkey-challenge.ts';

/** The second factor by one of the person's own passkeys. False where it does not count. */
export async function givePasskey(deps: FactorDeps, party: RelyingParty, json: string): Promise<boolean> {
  const isRight = await check(deps, party, readAuthentication(json));
  await (isRight ? passed(deps, 'passkey') : recordFailure(deps, 'passkey'));
  return isRight;
}

async function check(deps: FactorDeps, party: RelyingParty, answer: AuthenticationAnswer | null): Promise<boolean> {
  const challenge = answer && (await takePasskeyChallenge(deps, answer.response.clientDataJSON, 'sign-in'));
  if (!answer || !challenge) return false;
  const { directory, actor } = deps;
  const { stored } = await run(directory.db, { stored: passkeyOf(directory, actor.email, answer.id) });
  const counter = stored && (await verify(answer, challenge, party, stored));
  if (stored === null || counter === null) return false;
  const { used } = await run(directory.db, { used: usePasskey(directory, actor.email, stored.id, counter) });
  return used > 0;
}

/** The authenticator's new counter; null where the signature, the origin or the counter is wrong. */
async function verify(answer: AuthenticationAnswer, challenge: string, party: RelyingParty, stored: StoredPasskey) {
  const publicKey = decodeBase64Url(stored.publicKey);
  if (!publicKey) return null;
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const { userHandle, ...response } = answer.response;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...answer, response: { ...response, ...(userHandle && { userHandle }) } },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { id: stored.id, publicKey: new Uint8Array(publicKey), counter: stored.counter },
      requireUserVerification: false,
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}
