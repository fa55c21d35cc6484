import { auditedIfChanged } from '#audit/audited.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Origin } from '#lib/origin.ts';
import type { Decider } from './decider.ts';
import { lostWithPlace } from './lost-with-place.ts';
import type { MemberRole, Place } from './member.ts';
import { setRole } from './member-queries.ts';
import { type MemberChange, whileItStands } from './while-it-stands.ts';

/**
 * Sets what somebody may do in an account. The role `none` ends their sessions
 * there at once. `last_admin`: an account's own admins cannot leave it without
 * one; the tenant's agents can. Throws `not_found` for a place that is not
 * there, or when `by` may not decide about it (any more).
 */
export async function changeRole(
  scope: TenantScope,
  by: Decider,
  input: Place & { readonly role: MemberRole },
  origin: Origin,
): Promise<MemberChange> {
  const { contactId, accountId, role } = input;
  return whileItStands(scope, by, input, role, (from) => ({
    changed: setRole(scope, by, input, from, role),
    entry: auditedIfChanged(scope, {
      action: 'membership.changed',
      actor: by,
      accountId,
      subjectId: contactId,
      detail: { from, to: role },
      origin,
    }),
    ...lostWithPlace(scope, by, input, origin),
  }));
}
