import { audited } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { FactorDeps } from './factor-deps.ts';
import { newRecoveryCodes, recoveryHash } from './recovery-code.ts';
import { deleteRecoveryCodes, putRecoveryCodes } from './recovery-queries.ts';

/** A new set of recovery codes, the only time that anybody sees them; older ones work no more. */
export async function makeRecoveryCodes(deps: FactorDeps): Promise<readonly string[]> {
  const { directory, scope, actor, settings, origin } = deps;
  const codes = newRecoveryCodes();
  const hashes = await Promise.all(
    codes.map((code) => recoveryHash(settings.pepper, actor.email, code.replaceAll('-', ''))),
  );
  await run(directory.db, {
    older: deleteRecoveryCodes(directory, actor.email),
    put: putRecoveryCodes(directory, actor.email, hashes),
  });
  const by = { kind: 'agent', id: actor.id } as const;
  await run(scope.db, { entry: audited(scope, { action: 'recovery_codes.made', actor: by, origin }) });
  return codes;
}
