import { auditedIfChanged } from '#audit/audited.ts';
import { isDuplicate, run, runIdempotent } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import { newId } from '#lib/ids.ts';
import { invitationToken } from '#lib/invitation-token.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { sha256 } from '#lib/secrets.ts';
import { cleanLine, shorten } from '#lib/text.ts';
import { oweMailIfChanged } from '#mail/owe-mail.ts';
import type { Decider } from '../members/decider.ts';
import { normalizeAddress } from '../people/normalize-address.ts';
import { type InvitationDeps, type InvitedRole, invitationLifetimeMs, isRoleOf } from './invitation.ts';
import { invitationMail } from './invitation-mail.ts';
import { dropLapsed, insertInvitation, inviteStanding, type NewInvitation } from './invitation-queries.ts';
import { sendingCounts } from './sending-counts.ts';

export interface Invite {
  /** Null: to the tenant's agents. */
  readonly accountId: string | null;
  /** As typed. */
  readonly email: string;
  /** What the person is called until they say it themselves; may be empty. */
  readonly name: string;
  readonly role: InvitedRole;
}

export type InviteResult =
  | { readonly ok: true; readonly invitationId: string }
  | {
      readonly ok: false;
      /** `already_member`: the inviter's own list shows them. Nothing else is ever said about an address. */
      readonly fault: 'address' | 'already_member' | 'already_invited' | 'too_many';
    };

/**
 * Invites an address to an account, or to the tenant's agents: the row and the
 * mail that is owed, in one batch. Throws `not_found` where `by` may not invite
 * there, and `invalid` for a role that is none there.
 */
export async function invite(
  scope: TenantScope,
  by: Decider,
  input: Invite,
  deps: InvitationDeps,
): Promise<InviteResult> {
  const { accountId, role } = input;
  if (!isRoleOf(accountId, role)) throw new Problem('invalid', 'unknown_role');
  const email = normalizeAddress(input.email);
  if (email === null) return { ok: false, fault: 'address' };
  const { standing } = await run(scope.db, { standing: inviteStanding(scope, by, { accountId, email, role }) });
  if (!standing.may) throw notFound();
  if (standing.isIn) return { ok: false, fault: 'already_member' };
  if (standing.openId !== null) return { ok: false, fault: 'already_invited' };
  const id = newId('invitation', scope.now);
  const tokenHash = await sha256(await invitationToken(deps.pepper, id, 1));
  const name = shorten(cleanLine(input.name), 100);
  const expiresAt = scope.now + invitationLifetimeMs;
  return write(scope, by, { id, accountId, email, name, role, tokenHash, expiresAt }, deps);
}

async function write(
  scope: TenantScope,
  by: Decider,
  it: NewInvitation,
  { pepper, origin, effects }: InvitationDeps,
): Promise<InviteResult> {
  const mail = invitationMail(scope, it);
  try {
    const { put } = await runIdempotent(scope.db, {
      dropped: dropLapsed(scope, it),
      ...(await sendingCounts(scope, pepper, it)),
      put: insertInvitation(scope, by, it),
      entry: auditedIfChanged(scope, {
        action: 'invitation.sent',
        actor: by,
        accountId: it.accountId,
        subjectId: it.id,
        detail: { role: it.role },
        origin,
      }),
      owed: oweMailIfChanged(scope, [mail]),
    });
    if (put === 0) return { ok: false, fault: 'too_many' };
  } catch (error) {
    // Somebody was quicker; or it was this one, and the answer was lost on the way.
    if (!isDuplicate(error, 'invitations')) throw error;
    const { standing } = await run(scope.db, { standing: inviteStanding(scope, by, it) });
    if (standing.openId !== it.id) return { ok: false, fault: 'already_invited' };
  }
  effects.sendMail([mail.id]);
  return { ok: true, invitationId: it.id };
}
