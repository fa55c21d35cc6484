import { draftFiles } from '#attachments/draft-files.ts';
import type { AppContext } from '#http/context.ts';
import { contactFiles } from '#http/form-files.ts';
import type { ValueAgain } from '#http/value-form.tsx';
import { isControl, typedFor, valueForm, withFileFaults } from '#http/value-input.ts';
import { visitAsContact } from '#http/visit.ts';
import { notFound } from '#lib/problem.ts';
import { changeValue, loadPortalChange } from '#tickets/change-value.ts';
import { readKeyedForm } from '../forms/keyed-form.ts';
import { askForWorkspace } from '../forms/other-workspace.tsx';
import { requestNumberOf } from '../request-number.ts';
import { showThreadAgain } from './show-thread.tsx';

/** POST /requests/:number/fields/:field: its control is named by its key. */
export async function changeField(c: AppContext): Promise<Response> {
  const number = requestNumberOf(c);
  const form = await readKeyedForm(c, valueForm, { repeats: isControl, files: contactFiles(c) });
  const { fields } = form;
  const draft = fields['upload_key'];
  const { actor, rows } = await visitAsContact(c, (scope, claim) => ({
    ...loadPortalChange(scope, claim, number),
    uploaded: draftFiles(scope, { kind: 'contact', id: claim.contactId }, draft),
  }));
  if (fields['workspace'] !== actor.accountId) return askForWorkspace(c, actor, fields);
  const field = rows.values.find((held) => held.field.id === c.req.param('field'))?.field;
  if (!field) throw notFound();
  const typed = typedFor(field, fields);
  const again = (reason: ValueAgain) =>
    showThreadAgain(c, fields, () => ({ body: '', notice: null, again: reason }), 422);
  const broken = withFileFaults(field, form, typed);
  if (broken) return again(broken);
  const input = { key: fields['key'] ?? '', fieldId: field.id, typed, draft: draft ?? '', uploaded: rows.uploaded };
  const result = await changeValue(c.get('scope'), actor, rows, input, c.get('effects'));
  if (result.outcome === 'fault') return again({ fieldId: field.id, typed, fault: result.fault, uploadKey: draft });
  return c.redirect(`/requests/${number}#request-details`, 303);
}
