import { run } from '#db/run.ts';
import type { Statement } from '#db/statement.ts';
import { keyedHash } from '#lib/secrets.ts';
import type { FactorDeps } from './factor-deps.ts';
import { passed, recordFailure } from './passed.ts';
import { recoveryHash } from './recovery-code.ts';
import { useRecoveryCode } from './recovery-queries.ts';
import { unsealTotp } from './sealed-totp.ts';
import { stepOf } from './totp.ts';
import { totpOf, useStep } from './totp-queries.ts';
import { countAddressTry, countSessionTry, uncountAddressTry, uncountSessionTry } from './try-queries.ts';
import { type TypedCode, typedCode } from './typed-code.ts';

/** `wait`: too many wrong ones; nothing was compared. */
export type CodeOutcome = 'passed' | 'wrong' | 'wait';

/**
 * The second factor by a code of the authenticator app or a recovery code. The
 * try is counted, by session and by address, before anything is compared; what
 * fits is used up by one conditional statement.
 */
export async function giveCode(deps: FactorDeps, typed: string): Promise<CodeOutcome> {
  const code = typedCode(typed);
  if (!code) return 'wrong';
  const { directory, actor, settings } = deps;
  const keys = {
    session: `factor|session|${deps.session.secretHash}`,
    address: `factor|address|${await keyedHash(settings.pepper, 'factor', actor.email)}`,
  };
  const { counted, totp } = await run(directory.db, {
    counted: countSessionTry(directory, keys),
    byAddress: countAddressTry(directory, keys),
    totp: totpOf(directory, actor.email),
  });
  if (counted === 0) {
    await recordFailure(deps, 'too_many_tries');
    return 'wait';
  }
  const use = await useOf(deps, code, totp);
  const { used } = use
    ? await run(directory.db, {
        used: use,
        session: uncountSessionTry(directory, keys),
        address: uncountAddressTry(directory, keys),
      })
    : { used: 0 };
  if (used === 0) {
    await recordFailure(deps, doors[code.kind]);
    return 'wrong';
  }
  await passed(deps, doors[code.kind]);
  return 'passed';
}

const doors = { totp: 'authenticator_app', recovery: 'recovery_code' } as const;

/** The statement that uses what was typed, where it can be right at all. */
async function useOf(
  { directory, actor, settings }: FactorDeps,
  { kind, code }: NonNullable<TypedCode>,
  totp: { readonly secret: string; readonly isConfirmed: boolean } | null,
): Promise<Statement<number> | null> {
  if (kind === 'recovery')
    return useRecoveryCode(directory, actor.email, await recoveryHash(settings.pepper, actor.email, code));
  const secret = totp?.isConfirmed ? await unsealTotp(settings.sealKeys, actor.email, totp.secret) : null;
  const step = secret === null ? null : stepOf(secret, code, directory.now);
  return step === null ? null : useStep(directory, actor.email, step);
}
