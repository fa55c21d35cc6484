import { auditedIfChanged } from '#audit/audited.ts';
import { run, runIdempotent } from '#db/run.ts';
import { countInDay } from '../limits/day-counter-queries.ts';
import { passSession } from '../sessions/agent-session-queries.ts';
import type { FactorDeps } from './factor-deps.ts';

/** By what it was given, as the audit says it; `too_many_tries`: nothing was looked at. */
export type Door = 'authenticator_app' | 'recovery_code' | 'passkey' | 'too_many_tries';

/** The person has proven it: this session counts as such from now on. */
export async function passed({ scope, actor, session, origin }: FactorDeps, door: Door): Promise<void> {
  await runIdempotent(scope.db, {
    pass: passSession(scope, session.secretHash),
    entry: auditedIfChanged(scope, {
      action: 'second_factor.passed',
      actor: { kind: 'agent', id: actor.id },
      detail: { door },
      origin,
    }),
  });
}

/** Entries a day for one agent: whoever guesses fills no audit. */
const failuresKept = 50;

/** Somebody who holds the session could not prove it. */
export async function recordFailure({ scope, actor, origin }: FactorDeps, door: Door): Promise<void> {
  await run(scope.db, {
    counted: countInDay(scope, `second-factor|${actor.id}`, failuresKept),
    entry: auditedIfChanged(scope, {
      action: 'second_factor.failed',
      actor: { kind: 'agent', id: actor.id },
      detail: { door },
      origin,
    }),
  });
}
