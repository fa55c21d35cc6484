import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { putDraft } from './draft-queries.ts';

const draftLifetimeHours = 24;
const draftsPerContact = 20;

/**
 * Keeps what a contact had typed into the form of this page for a day, in the
 * place of what was kept for it before. Only the same contact, signed in, is
 * shown it again (SECURITY §1.6).
 */
export function keepDraft(
  scope: TenantScope,
  contactId: string,
  page: string,
  fields: Readonly<Record<string, string>>,
): Statement<number> {
  const expiresAt = scope.now + draftLifetimeHours * 60 * 60 * 1000;
  return putDraft(scope, { contactId, form: page, fields: JSON.stringify(fields), expiresAt }, draftsPerContact);
}
