import { run } from '#db/run.ts';
import { encodeBase64Url } from '#lib/secrets.ts';
import { algorithms } from './ask-for-passkey.ts';
import { factorAdded } from './factor-changed.ts';
import type { FactorDeps, RelyingParty } from './factor-deps.ts';
import { type RegistrationAnswer, readRegistration } from './passkey-answer.ts';
import { putPasskey } from './passkey-queries.ts';
import type { Added } from './set-up-totp.ts';
import { takePasskeyChallenge } from './take-passkey-challenge.ts';

/** Keeps the passkey that the browser has made; `name` has been through `nameOf`. Null where it cannot be taken. */
export async function addPasskey(
  deps: FactorDeps,
  party: RelyingParty,
  json: string,
  name: string,
): Promise<Added | null> {
  const answer = readRegistration(json);
  const challenge = answer && (await takePasskeyChallenge(deps, answer.response.clientDataJSON, 'register'));
  const made = challenge ? await verify(answer, challenge, party) : null;
  if (!answer || !made) return null;
  const { directory, actor } = deps;
  const { put } = await run(directory.db, {
    put: putPasskey(directory, {
      email: actor.email,
      id: made.id,
      publicKey: encodeBase64Url(made.publicKey),
      counter: made.counter,
      transports: JSON.stringify(answer.response.transports),
      name,
    }),
  });
  return put === 0 ? null : { codes: await factorAdded(deps, 'passkey') };
}

async function verify(response: RegistrationAnswer, challenge: string, party: RelyingParty) {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: false,
      supportedAlgorithmIDs: algorithms,
    });
    return registrationInfo?.credential ?? null;
  } catch {
    return null;
  }
}
