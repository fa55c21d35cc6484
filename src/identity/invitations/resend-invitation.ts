import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import { invitationToken } from '#lib/invitation-token.ts';
import { notFound } from '#lib/problem.ts';
import { sha256 } from '#lib/secrets.ts';
import { oweMailIfChanged } from '#mail/owe-mail.ts';
import type { Decider } from '../members/decider.ts';
import { type InvitationDeps, invitationLifetimeMs } from './invitation.ts';
import { invitationMail } from './invitation-mail.ts';
import { pendingInvitation, renewInvitation } from './invitation-queries.ts';
import { sendingCounts } from './sending-counts.ts';

export interface InvitationAt {
  readonly invitationId: string;
  /** The account it must be of; null: the tenant's agents. */
  readonly accountId: string | null;
}

/**
 * Sends a pending invitation again, as `by`'s own: a new link that lives 14
 * days, and the old one is void. Throws `not_found` where it is not pending
 * there, or `by` may not invite there.
 */
export async function resendInvitation(
  scope: TenantScope,
  by: Decider,
  { invitationId, accountId }: InvitationAt,
  { pepper, origin, effects }: InvitationDeps,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly fault: 'too_many' }> {
  const { pending } = await run(scope.db, { pending: pendingInvitation(scope, by, invitationId, accountId) });
  if (!pending?.may) throw notFound();
  const it = { id: invitationId, accountId, email: pending.email };
  const tokenHash = await sha256(await invitationToken(pepper, invitationId, pending.version + 1));
  const mail = invitationMail(scope, it);
  const expiresAt = scope.now + invitationLifetimeMs;
  const { byAddress, renewed } = await run(scope.db, {
    ...(await sendingCounts(scope, pepper, it)),
    renewed: renewInvitation(scope, by, { ...it, tokenHash, expiresAt, seen: pending.version }),
    entry: auditedIfChanged(scope, {
      action: 'invitation.resent',
      actor: by,
      accountId,
      subjectId: invitationId,
      detail: { role: pending.role },
      origin,
    }),
    owed: oweMailIfChanged(scope, [mail]),
  });
  if (byAddress === 0) return { ok: false, fault: 'too_many' };
  // Nothing changed though it might have: somebody else sent or ended it in this moment.
  if (renewed > 0) effects.sendMail([mail.id]);
  return { ok: true };
}
