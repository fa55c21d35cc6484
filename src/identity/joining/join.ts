import { auditedIfChanged } from '#audit/audited.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statements } from '#db/statement.ts';
import { newId } from '#lib/ids.ts';
import type { Origin } from '#lib/origin.ts';
import type { Joining, Taken } from './joining.ts';
import {
  acceptTaken,
  holderOf,
  makeAddress,
  makeContact,
  putPlace,
  raisePlace,
  settleHolder,
} from './joining-queries.ts';

/**
 * What joins somebody to an account, for the batch in which their challenge is
 * used and between that and the session. Each statement asks again what it
 * stands on (the invitation is pending, the domain confirmed), so that none does
 * anything where that fell meanwhile.
 */
export function join(scope: TenantScope, it: Joining, taken: Taken, origin: Origin): Statements {
  const contactId = newId('contact', scope.now);
  const { accountId, role, invitationId } = it;
  const actor = { kind: 'contact', id: holderOf(scope, taken.hash) } as const;
  const entry = { actor, accountId, subjectId: actor.id, origin } as const;
  const detail = { role };
  return {
    contact: makeContact(scope, it, taken, contactId),
    contactEntry: auditedIfChanged(scope, {
      ...entry,
      action: 'contact.added',
      actor: { kind: 'contact', id: contactId },
      subjectId: contactId,
    }),
    address: makeAddress(scope, contactId),
    holder: settleHolder(scope, taken),
    place: putPlace(scope, it, taken),
    placeEntry: auditedIfChanged(scope, { ...entry, action: 'membership.added', detail }),
    ...(invitationId !== null && {
      raised: raisePlace(scope, it, taken),
      raisedEntry: auditedIfChanged(scope, { ...entry, action: 'membership.changed', detail: { to: role } }),
      accepted: acceptTaken(scope, it, taken),
      acceptedEntry: auditedIfChanged(scope, {
        ...entry,
        action: 'invitation.accepted',
        subjectId: invitationId,
        detail,
      }),
    }),
  };
}
