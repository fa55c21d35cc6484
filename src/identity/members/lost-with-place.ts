import { auditedIfChanged } from '#audit/audited.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Origin } from '#lib/origin.ts';
import type { Decider } from './decider.ts';
import type { Place } from './member.ts';
import { endLostSessions, uninviteGuest, withdrawOffers } from './member-queries.ts';

/** For the batch that takes a place away, or its access: the sessions that stood on it, invitations that would give it back, and single requests that they were let in to before. */
export function lostWithPlace(
  scope: TenantScope,
  by: Decider,
  place: Place,
  origin: Origin,
): Readonly<Record<'ended' | 'uninvited' | 'withdrawn' | 'withdrawnEntry', Statement<number>>> {
  const { contactId, accountId } = place;
  return {
    ended: endLostSessions(scope, contactId),
    uninvited: uninviteGuest(scope, place),
    withdrawn: withdrawOffers(scope, place),
    withdrawnEntry: auditedIfChanged(scope, {
      action: 'invitation.withdrawn',
      actor: by,
      accountId,
      subjectId: contactId,
      origin,
    }),
  };
}
