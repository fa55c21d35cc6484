import { auditedIfChanged } from '#audit/audited.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Origin } from '#lib/origin.ts';
import type { Decider } from './decider.ts';
import { lostWithPlace } from './lost-with-place.ts';
import type { Place } from './member.ts';
import { deleteMembership } from './member-queries.ts';
import { type MemberChange, whileItStands } from './while-it-stands.ts';

/**
 * Takes somebody out of an account: their sessions there end in the same batch,
 * all of them when it was their last workspace, and invitations that still wait
 * for them are void. Refuses as `changeRole` does.
 */
export async function removeMember(
  scope: TenantScope,
  by: Decider,
  place: Place,
  origin: Origin,
): Promise<MemberChange> {
  const { contactId, accountId } = place;
  return whileItStands(scope, by, place, null, (role) => ({
    changed: deleteMembership(scope, by, place, role),
    entry: auditedIfChanged(scope, {
      action: 'membership.removed',
      actor: by,
      accountId,
      subjectId: contactId,
      detail: { role },
      origin,
    }),
    ...lostWithPlace(scope, by, place, origin),
  }));
}
