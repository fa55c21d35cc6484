import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { PendingInvitation } from './invitation.ts';
import { pendingOf } from './invitation-queries.ts';

const most = 200;

/** Pending invitations to an account, or (null) to the tenant's agents, newest first; 200 at most. */
export function listInvitations(scope: TenantScope, accountId: string | null): Statement<readonly PendingInvitation[]> {
  return pendingOf(scope, accountId, most);
}
