import { auditedIfChanged } from '#audit/audited.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { ContactClaim } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { endAllOfContact } from './own-session-queries.ts';
import { endThis } from './session-queries.ts';

/**
 * Signs a contact out: the session of this claim, or all that they have at the
 * tenant (then the claim must have been confirmed before). In this order, in one
 * batch: what ended nothing is not recorded.
 */
export function signContactOut(
  scope: TenantScope,
  claim: ContactClaim,
  which: 'this' | 'all',
  origin: Origin,
): Readonly<Record<'ended' | 'entry', Statement<number>>> {
  return {
    ended: which === 'this' ? endThis(scope, claim) : endAllOfContact(scope, claim.contactId),
    entry: auditedIfChanged(scope, {
      action: which === 'this' ? 'session.ended' : 'sessions.ended',
      actor: { kind: 'contact', id: claim.contactId },
      accountId: claim.accountId,
      subjectId: claim.contactId,
      origin,
    }),
  };
}
