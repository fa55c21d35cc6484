import { auditedIfChanged } from '#audit/audited.ts';
import { runIdempotent } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { ContactClaim } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { enterAccount } from '../sessions/session-queries.ts';
import { listWorkspaces } from '../workspaces/list-workspaces.ts';
import { accept, givePlace, raiseGivenPlace } from './acceptance-queries.ts';
import type { OpenedInvitation } from './invitation.ts';

/**
 * Joins a contact who is signed in with the invited address to the account, and
 * takes them there: the claim that comes back goes into a new cookie. `claim`
 * was confirmed before. Null: the invitation is not theirs, or not open any more.
 */
export async function acceptInvitation(
  scope: TenantScope,
  claim: ContactClaim,
  { id, accountId, role }: OpenedInvitation,
  origin: Origin,
): Promise<ContactClaim | null> {
  if (accountId === null || claim.isViewAs) return null;
  const { contactId } = claim;
  const entry = { actor: { kind: 'contact', id: contactId }, accountId, subjectId: contactId, origin } as const;
  const { entered, workspaces } = await runIdempotent(scope.db, {
    place: givePlace(scope, id, contactId),
    placeEntry: auditedIfChanged(scope, { ...entry, action: 'membership.added', detail: { role } }),
    raised: raiseGivenPlace(scope, id, contactId),
    raisedEntry: auditedIfChanged(scope, { ...entry, action: 'membership.changed', detail: { to: role } }),
    accepted: accept(scope, id, contactId),
    acceptedEntry: auditedIfChanged(scope, {
      ...entry,
      action: 'invitation.accepted',
      subjectId: id,
      detail: { role },
    }),
    entered: enterAccount(scope, claim, accountId),
    workspaces: listWorkspaces(scope, contactId),
  });
  const place = workspaces.find((workspace) => workspace.accountId === accountId);
  // A second press finds it accepted, and its person inside.
  if (!place || entered === 0) return null;
  return { ...claim, accountId, role: place.role, sees: place.sees };
}
