import { auditedIfChanged } from '#audit/audited.ts';
import { runIdempotent } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Origin } from '#lib/origin.ts';
import { notFound } from '#lib/problem.ts';
import type { Decider } from './decider.ts';
import type { Place } from './member.ts';
import { putMembership, standingOf } from './member-queries.ts';

/**
 * Gives a contact whom the tenant knows a place in an account. `unchanged`: they
 * have access already; the role `none` is raised. Throws `not_found` for a contact or
 * account of nobody's, or when `by` may not decide about it.
 */
export async function addMember(
  scope: TenantScope,
  by: Decider,
  input: Place & { readonly role: 'admin' | 'member' },
  origin: Origin,
): Promise<{ readonly outcome: 'done' | 'unchanged' }> {
  const { contactId, accountId, role } = input;
  const { added, standing } = await runIdempotent(scope.db, {
    added: putMembership(scope, by, input, role),
    entry: auditedIfChanged(scope, {
      action: 'membership.added',
      actor: by,
      accountId,
      subjectId: contactId,
      detail: { role },
      origin,
    }),
    standing: standingOf(scope, by, input),
  });
  if (!standing?.decides) throw notFound();
  return { outcome: added > 0 ? 'done' : 'unchanged' };
}
