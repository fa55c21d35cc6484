import { draftFiles } from '#attachments/draft-files.ts';
import type { AppContext } from '#http/context.ts';
import { contactFiles } from '#http/form-files.ts';
import { portalLook } from '#http/frame.ts';
import type { FormResult } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import type { ValueAgain } from '#http/value-form.tsx';
import { isControl, typedFor, valueForm, withFileFaults } from '#http/value-input.ts';
import { shownFor, wasName } from '#http/value-was.ts';
import { visitAsContact } from '#http/visit.ts';
import type { Contact } from '#lib/actor.ts';
import { isId } from '#lib/ids.ts';
import { severalOf } from '#lib/several.ts';
import { changeValue, loadPortalChange } from '#tickets/change-value.ts';
import { isOpenToContacts } from '#tickets/field-value.ts';
import { LostPage, ShutPage } from '../forms/kept-words.tsx';
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
  if (!rows.ticket || !field || !isOpenToContacts(field)) return showLost(c, actor, form, rows.ticket !== null);
  const typed = typedFor(field, fields);
  const again = (reason: ValueAgain, status: 409 | 422 = 422) =>
    showThreadAgain(c, fields, () => ({ body: '', notice: null, again: reason }), status);
  const broken = withFileFaults(field, form, typed);
  if (broken) return again(broken);
  const input = {
    key: fields['key'] ?? '',
    fieldId: field.id,
    typed,
    shown: shownFor(field, fields),
    draft: draft ?? '',
    uploaded: rows.uploaded,
  };
  const result = await changeValue(c.get('scope'), actor, rows, input, c.get('effects'));
  const tried = { fieldId: field.id, typed, uploadKey: draft };
  if (result.outcome === 'fault') return again({ ...tried, fault: result.fault, was: fields[wasName(field)] });
  if (result.outcome === 'stale') return again({ ...tried, fault: 'stale' }, 409);
  if (result.outcome === 'closed') {
    const unsaved = { fieldId: field.id, typed };
    return showThreadAgain(c, fields, () => ({ body: '', notice: null, unsaved }), 409);
  }
  return c.redirect(`/requests/${number}?saved=${field.id}`, 303);
}

/** The request is gone for this person, or the field shut to them: what they wrote is theirs all the same. */
function showLost(c: AppContext, actor: Contact, { fields }: FormResult<unknown>, isHere: boolean): Promise<Response> {
  const look = portalLook(c, actor);
  const words = Object.keys(fields).flatMap((name) => (isControl(name) ? severalOf(fields[name] ?? '') : []));
  const said = { frame: look.frame, actor, words: words.filter((text) => !isId('attachment', text)).join('\n') };
  const page = isHere ? <ShutPage {...said} back={`/requests/${requestNumberOf(c)}`} /> : <LostPage {...said} />;
  return sendPage(c, look, page, 404);
}
