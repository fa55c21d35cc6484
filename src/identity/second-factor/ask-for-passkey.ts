import { run } from '#db/run.ts';
import { encodeBase64Url, keyedHash, sha256 } from '#lib/secrets.ts';
import type { FactorDeps, RelyingParty } from './factor-deps.ts';
import { listFactors } from './list-factors.ts';
import { putChallenge } from './passkey-queries.ts';

const challengeLifetimeMs = 5 * 60_000;
/** Ed25519, ECDSA on P-256, RSA: what authenticators have. */
export const algorithms = [-8, -7, -257];

/** What a browser needs to make a passkey; its challenge works once, for five minutes. */
export async function askForNewPasskey(deps: FactorDeps, party: RelyingParty) {
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  const { passkeys } = await listFactors(deps.directory, deps.actor.email);
  return generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userName: deps.actor.email,
    userDisplayName: deps.actor.name,
    userID: await userHandle(deps),
    challenge: await newChallenge(deps, 'register'),
    excludeCredentials: passkeys.map(descriptorOf),
    // The mailbox was the first factor, so possession is enough; who can ask for a PIN or a finger does.
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
    supportedAlgorithmIDs: algorithms,
    timeout: challengeLifetimeMs,
  });
}

/** What a browser needs to use one of the person's passkeys. */
export async function askForPasskey(deps: FactorDeps, party: RelyingParty) {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  const { passkeys } = await listFactors(deps.directory, deps.actor.email);
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge: await newChallenge(deps, 'sign-in'),
    allowCredentials: passkeys.map(descriptorOf),
    userVerification: 'preferred',
    timeout: challengeLifetimeMs,
  });
}

async function newChallenge({ directory, actor }: FactorDeps, purpose: 'register' | 'sign-in') {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const hash = await sha256(encodeBase64Url(bytes));
  const expiresAt = directory.now + challengeLifetimeMs;
  await run(directory.db, { put: putChallenge(directory, { hash, email: actor.email, purpose, expiresAt }) });
  return bytes;
}

/** The same for one person at every tenant, and no address (Web Authentication §14.6.1). */
async function userHandle({ actor, settings }: FactorDeps) {
  return new Uint8Array(new TextEncoder().encode(await keyedHash(settings.pepper, 'passkey-user', actor.email)));
}

function descriptorOf({ id, transports }: { readonly id: string; readonly transports: string }) {
  return { id, transports: JSON.parse(transports) as string[] };
}
