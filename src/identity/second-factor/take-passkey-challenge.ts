import { run } from '#db/run.ts';
import { sha256 } from '#lib/secrets.ts';
import type { FactorDeps } from './factor-deps.ts';
import { challengeIn } from './passkey-answer.ts';
import { takeChallenge } from './passkey-queries.ts';

/** Uses the challenge that an answer names, before anything else of it is looked at; null where it counts no more. */
export async function takePasskeyChallenge(
  { directory, actor }: FactorDeps,
  clientDataJSON: string,
  purpose: 'register' | 'sign-in',
): Promise<string | null> {
  const challenge = challengeIn(clientDataJSON);
  if (challenge === null) return null;
  const hash = await sha256(challenge);
  const { taken } = await run(directory.db, { taken: takeChallenge(directory, hash, actor.email, purpose) });
  return taken === 0 ? null : challenge;
}
