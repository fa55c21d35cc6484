import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import { dropDraft } from '#identity/drafts/drop-draft.ts';

/** What was kept has been sent. A third trip, and only where there was a draft. */
export async function dropSentDraft(
  scope: TenantScope,
  contactId: string,
  page: string,
  draft: Readonly<Record<string, string>> | null,
): Promise<void> {
  if (draft) await run(scope.db, { dropped: dropDraft(scope, contactId, page) });
}
