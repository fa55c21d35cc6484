import { audited, auditedIfChanged } from '#audit/audited.ts';
import { run, runIdempotent } from '#db/run.ts';
import { passSession } from '../sessions/agent-session-queries.ts';
import type { FactorDeps } from './factor-deps.ts';

/** The person has proven it: this session counts as such from now on. */
export async function passed({ scope, actor, session, origin }: FactorDeps, by: string): Promise<void> {
  await runIdempotent(scope.db, {
    pass: passSession(scope, session.secretHash),
    entry: auditedIfChanged(scope, {
      action: 'second_factor.passed',
      actor: { kind: 'agent', id: actor.id },
      detail: { by },
      origin,
    }),
  });
}

/** Somebody who holds the session could not prove it. */
export async function recordFailure({ scope, actor, origin }: FactorDeps, by: string): Promise<void> {
  await run(scope.db, {
    entry: audited(scope, {
      action: 'second_factor.failed',
      actor: { kind: 'agent', id: actor.id },
      detail: { by },
      origin,
    }),
  });
}
