import { audited } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import { ownPlaces } from '../seats/own-places.ts';
import { forgetFactor, passSession, requireOfOthers } from '../sessions/agent-session-queries.ts';
import type { FactorDeps } from './factor-deps.ts';
import { hasFactor } from './factors.ts';
import { listFactors } from './list-factors.ts';
import { makeRecoveryCodes } from './make-recovery-codes.ts';
import { deleteRecoveryCodes } from './recovery-queries.ts';

type What = 'authenticator_app' | 'passkey';

/**
 * After a factor was added: this sign-in has proven it, every other session of
 * the person owes it now, at all their tenants. Gives recovery codes to show
 * where there were none.
 */
export async function factorAdded(deps: FactorDeps, what: What): Promise<readonly string[] | null> {
  const { scope: here, session, origin, actor } = deps;
  await run(here.db, { pass: passSession(here, session.secretHash) });
  for (const { scope, agentId } of await ownPlaces(deps, here, actor)) {
    await run(scope.db, {
      others: requireOfOthers(scope, agentId, session.chain),
      entry: audited(scope, {
        action: 'second_factor.added',
        actor: { kind: 'agent', id: agentId },
        subjectId: agentId,
        detail: { what },
        origin,
      }),
    });
  }
  const { codesLeft } = await listFactors(deps.directory, actor.email);
  return codesLeft > 0 ? null : makeRecoveryCodes(deps);
}

/** After one was removed. With the last one goes all that it had proven. */
export async function factorRemoved(deps: FactorDeps, what: What): Promise<void> {
  const { scope: here, origin, actor, directory } = deps;
  const isLast = !hasFactor(await listFactors(directory, actor.email));
  if (isLast) await run(directory.db, { codes: deleteRecoveryCodes(directory, actor.email) });
  for (const { scope, agentId } of await ownPlaces(deps, here, actor)) {
    await run(scope.db, {
      ...(isLast && { sessions: forgetFactor(scope, agentId) }),
      entry: audited(scope, {
        action: 'second_factor.removed',
        actor: { kind: 'agent', id: agentId },
        subjectId: agentId,
        detail: { what },
        origin,
      }),
    });
  }
}
