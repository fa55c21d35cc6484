import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { ContactClaim } from '#lib/actor.ts';
import { notFound } from '#lib/problem.ts';
import type { Workspace } from './list-workspaces.ts';
import { enterAccount } from './session-queries.ts';

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
): Promise<ContactClaim> {
  const chosen = workspaces.find((workspace) => workspace.accountId === accountId);
  if (!chosen) throw notFound();
  const { entered } = await run(scope.db, { entered: enterAccount(scope, claim, accountId) });
  if (entered === 0) throw notFound();
  return { ...claim, accountId, role: chosen.role, sees: chosen.sees };
}
