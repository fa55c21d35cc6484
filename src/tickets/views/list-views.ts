import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Viewer } from '../access-queries.ts';
import type { SavedView } from './view.ts';
import { viewsOf } from './view-queries.ts';

/** The views of a person in an account: those for all of it first. */
export function listViews(scope: TenantScope, { contactId, accountId }: Viewer): Statement<readonly SavedView[]> {
  return viewsOf(scope, contactId, accountId);
}
