import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Origin } from '#lib/origin.ts';
import { notFound } from '#lib/problem.ts';
import type { Decider } from '../members/decider.ts';
import { pendingInvitation, withdraw } from './invitation-queries.ts';
import type { InvitationAt } from './resend-invitation.ts';

/** Makes a pending invitation void at once. Throws `not_found` where it is not pending there, or is not `by`'s to decide about. */
export async function withdrawInvitation(
  scope: TenantScope,
  by: Decider,
  { invitationId, accountId }: InvitationAt,
  origin: Origin,
): Promise<void> {
  const { pending } = await run(scope.db, { pending: pendingInvitation(scope, by, invitationId, accountId) });
  if (!pending?.may) throw notFound();
  await run(scope.db, {
    withdrawn: withdraw(scope, invitationId, accountId),
    entry: auditedIfChanged(scope, {
      action: 'invitation.withdrawn',
      actor: by,
      accountId,
      subjectId: invitationId,
      origin,
    }),
  });
}
