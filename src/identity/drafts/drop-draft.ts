import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { deleteDraft } from './draft-queries.ts';

/** For the batch of the write that sent the form: its draft is needed no more. */
export function dropDraft(scope: TenantScope, contactId: string, page: string): Statement<number> {
  return deleteDraft(scope, contactId, page);
}
