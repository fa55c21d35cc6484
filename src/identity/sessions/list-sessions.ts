import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { livingSessions } from './own-session-queries.ts';
import type { OwnSession, SessionOwner } from './session-owner.ts';

/** The living sessions of a person at this tenant, the one that asks first (`current`: its secret's hash), then by last use. */
export function listSessions(
  scope: TenantScope,
  owner: SessionOwner,
  current: string | null,
): Statement<readonly OwnSession[]> {
  return livingSessions(scope, owner, current);
}
