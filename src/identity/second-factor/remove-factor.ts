import { run } from '#db/run.ts';
import { notFound } from '#lib/problem.ts';
import { factorRemoved } from './factor-changed.ts';
import type { FactorDeps } from './factor-deps.ts';
import { deletePasskey } from './passkey-queries.ts';
import { deleteTotp } from './totp-queries.ts';

/** Takes the authenticator app away. Throws Problem `not_found` where there is none. */
export async function removeTotp(deps: FactorDeps): Promise<void> {
  const { removed } = await run(deps.directory.db, { removed: deleteTotp(deps.directory, deps.actor.email) });
  if (removed === 0) throw notFound();
  await factorRemoved(deps, 'authenticator_app');
}

/** Takes one of the person's own passkeys away. */
export async function removePasskey(deps: FactorDeps, id: string): Promise<void> {
  const { removed } = await run(deps.directory.db, { removed: deletePasskey(deps.directory, deps.actor.email, id) });
  if (removed === 0) throw notFound();
  await factorRemoved(deps, 'passkey');
}
