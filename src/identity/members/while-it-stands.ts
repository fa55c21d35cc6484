import { run, runIdempotent } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { notFound, Problem } from '#lib/problem.ts';
import type { Decider } from './decider.ts';
import type { MemberRole, Place } from './member.ts';
import { standingOf } from './member-queries.ts';

/** `unchanged`: it was so already. `last_admin`: refused, for the account would have no admin. */
export type MemberChange = { readonly outcome: 'done' | 'unchanged' | 'last_admin' };

type Writes = { readonly changed: Statement<number> } & Readonly<Record<string, Statement<number>>>;

/**
 * Reads a membership, refuses, writes under the condition that it still stands
 * as it was read; reads again when somebody was quicker. `to` null: it goes.
 */
export async function whileItStands(
  scope: TenantScope,
  by: Decider,
  place: Place,
  to: MemberRole | null,
  writes: (from: MemberRole) => Writes,
): Promise<MemberChange> {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const { standing } = await run(scope.db, { standing: standingOf(scope, by, place) });
    if (!standing?.decides) throw notFound();
    const { role, hasOthers } = standing;
    if (role === to) return { outcome: 'unchanged' };
    if (by.kind === 'contact' && role === 'admin' && !hasOthers) return { outcome: 'last_admin' };
    const { changed } = await runIdempotent(scope.db, writes(role));
    if (changed > 0) return { outcome: 'done' };
  }
  throw new Problem('conflict', 'membership_moved');
}
