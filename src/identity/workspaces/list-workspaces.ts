import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { mapped } from '#db/statement.ts';
import type { ContactRole, Sight } from '#lib/actor.ts';
import { workspacesOf } from './workspace-queries.ts';

export interface Workspace {
  readonly accountId: string;
  readonly name: string;
  readonly role: ContactRole;
  readonly sees: Sight;
}

/** The accounts that a contact may enter, the last used first. */
export function listWorkspaces(scope: TenantScope, contactId: string): Statement<readonly Workspace[]> {
  return mapped(workspacesOf(scope, contactId), (rows) =>
    rows.flatMap(({ role, ...row }) => (role === 'none' ? [] : [{ ...row, role }])),
  );
}
