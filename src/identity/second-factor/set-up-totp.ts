import { run } from '#db/run.ts';
import { Problem } from '#lib/problem.ts';
import { factorAdded } from './factor-changed.ts';
import type { FactorDeps } from './factor-deps.ts';
import { sealPending, sealTotp, unsealPending } from './sealed-totp.ts';
import { newTotpSecret, stepOf, type TotpKey, totpKey } from './totp.ts';
import { confirmTotp, putPendingTotp, totpOf } from './totp-queries.ts';
import { typedCode } from './typed-code.ts';

/** Begins to set an authenticator app up: a new secret that waits for its first code. One that is in use stays. */
export async function startTotp({ directory, actor, session, settings }: FactorDeps): Promise<void> {
  const sealed = await sealPending(settings.sealKeys, actor.email, session.chain, newTotpSecret());
  const { put } = await run(directory.db, { put: putPendingTotp(directory, actor.email, sealed) });
  if (put === 0) throw new Problem('conflict', 'totp_in_use');
}

/** What the app must take in, or null where nothing waits that this sign-in has begun. */
export async function pendingTotp(deps: FactorDeps, issuer: string): Promise<TotpKey | null> {
  const found = await pendingSecret(deps);
  return found && totpKey(found.secret, deps.actor.email, issuer);
}

export interface Added {
  /** To be shown once; null where the person has codes already. */
  readonly codes: readonly string[] | null;
}

/** The first code of the app: from now on it counts. Null: the code does not fit. */
export async function finishTotp(deps: FactorDeps, typed: string): Promise<Added | null> {
  const [found, code] = [await pendingSecret(deps), typedCode(typed)];
  if (!found || code?.kind !== 'totp') return null;
  const { directory, actor, settings } = deps;
  const step = stepOf(found.secret, code.code, directory.now);
  if (step === null) return null;
  const kept = await sealTotp(settings.sealKeys, actor.email, found.secret);
  const { confirmed } = await run(directory.db, {
    confirmed: confirmTotp(directory, actor.email, { pending: found.sealed, kept, step }),
  });
  return confirmed === 0 ? null : { codes: await factorAdded(deps, 'authenticator_app') };
}

async function pendingSecret({ directory, actor, session, settings }: FactorDeps) {
  const { totp } = await run(directory.db, { totp: totpOf(directory, actor.email) });
  if (!totp || totp.isConfirmed) return null;
  const secret = await unsealPending(settings.sealKeys, actor.email, session.chain, totp.secret);
  return secret === null ? null : { secret, sealed: totp.secret };
}
