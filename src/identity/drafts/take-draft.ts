import * as z from 'zod';
import type { TenantScope } from '#db/scopes.ts';
import { mapped, type Statement } from '#db/statement.ts';
import type { ContactClaim } from '#lib/actor.ts';
import { draftOf } from './draft-queries.ts';

const shape = z.record(z.string(), z.string());

/**
 * What was kept for the form of this page, or null; who only looks sees no words
 * that were never sent. Reading changes nothing:
 * the write that sends the form drops it (`dropDraft`).
 */
export function takeDraft(
  scope: TenantScope,
  claim: Pick<ContactClaim, 'contactId' | 'isViewAs'>,
  page: string,
): Statement<Readonly<Record<string, string>> | null> {
  return mapped(draftOf(scope, claim.contactId, page), (draft) =>
    draft && !claim.isViewAs ? shape.parse(JSON.parse(draft.fields)) : null,
  );
}
