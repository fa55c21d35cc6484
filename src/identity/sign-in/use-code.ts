import { run } from '#db/run.ts';
import type { Settings } from '#env.ts';
import { sameSecret } from '#lib/secrets.ts';
import { joiningOf } from '../joining/joining-queries.ts';
import { countFailure, failedCodes, isWithin, uncountFailure } from '../limits/counter-queries.ts';
import { codeHash } from './challenge.ts';
import { countTry } from './challenge-queries.ts';
import type { Realm } from './realm.ts';
import { type NotJoined, type SignInResult, type Use, useChallenge } from './use-challenge.ts';

export interface UseCode extends Omit<Use, 'door' | 'also' | 'joining'> {
  /** Six digits. */
  readonly code: string;
  readonly settings: Pick<Settings, 'limits'>;
  /** Told of a try that was counted and wrong, for every address alike. */
  readonly onWrong: () => void;
}

/**
 * Signs in by the code of a challenge. The try is counted, by challenge and by
 * address, before anything is compared; null says that it does not work, and
 * says no more, whatever the reason. Only who had the right code is told that
 * there was nothing to join.
 */
export async function useCode(
  realm: Realm,
  use: UseCode,
): Promise<Extract<SignInResult, { ok: true }> | NotJoined | null> {
  const failures = failedCodes(realm, use.hash, use.settings.limits.failedCodesPerAddressDay);
  const { stored, joining } = await run(realm.scope.db, {
    failure: countFailure(realm, failures, use.hash, use.attempt),
    stored: countTry(realm, use.hash, use.attempt, isWithin(realm, failures)),
    ...(realm.kind === 'portal' && { joining: joiningOf(realm.scope, use.hash) }),
  });
  const typed = await codeHash(use.pepper, use.hash, use.code);
  if (!(await sameSecret(typed, stored[0] ?? ''))) {
    if (stored.length > 0) use.onWrong();
    return null;
  }
  const also = uncountFailure(realm, failures, use.hash, use.attempt);
  const result = await useChallenge(realm, { ...use, also, joining, door: 'code' });
  return result.ok || result.state === 'asked' || result.state === 'invitation_over' ? result : null;
}
