import * as z from 'zod';
import type { TenantScope } from '#db/scopes.ts';
import { mapped, type Statement } from '#db/statement.ts';
import { draftOf } from './draft-queries.ts';

const shape = z.record(z.string(), z.string());

/**
 * What was kept for the form of this page, or null. Reading changes nothing:
 * the write that sends the form drops it (`dropDraft`).
 */
export function takeDraft(
  scope: TenantScope,
  contactId: string,
  page: string,
): Statement<Readonly<Record<string, string>> | null> {
  return mapped(draftOf(scope, contactId, page), (draft) => (draft ? shape.parse(JSON.parse(draft.fields)) : null));
}
