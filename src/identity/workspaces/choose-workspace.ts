import { auditedIfChanged } from '#audit/audited.ts';
import type { AuditEvent } from '#audit/event.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { ContactClaim } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { notFound } from '#lib/problem.ts';
import { enterAccount } from '../sessions/session-queries.ts';
import type { Workspace } from './list-workspaces.ts';

/**
 * Enters a workspace: the choice goes into the session's row, and the claim that
 * comes back into a new cookie. `claim` and `workspaces` come from one confirmed
 * visit. Throws Problem `not_found` for an account that is not among them.
 */
export async function chooseWorkspace(
  scope: TenantScope,
  claim: ContactClaim,
  workspaces: readonly Workspace[],
  accountId: string,
  origin: Origin,
): Promise<ContactClaim> {
  const chosen = workspaces.find((workspace) => workspace.accountId === accountId);
  if (!chosen) throw notFound();
  const { entered } = await run(scope.db, {
    entered: enterAccount(scope, claim, accountId),
    // A sign-in with several names no account: this is what the account's admins see of who came in.
    ...(claim.accountId !== accountId && { entry: auditedIfChanged(scope, entryOf(claim, accountId, origin)) }),
  });
  if (entered === 0) throw notFound();
  return { ...claim, accountId, role: chosen.role, sees: chosen.sees };
}

function entryOf({ contactId }: ContactClaim, accountId: string, origin: Origin): AuditEvent {
  return { action: 'workspace.entered', actor: { kind: 'contact', id: contactId }, accountId, origin };
}
