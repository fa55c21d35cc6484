import * as z from 'zod';
import { areAllSent, draftFiles } from '#attachments/draft-files.ts';
import type { AppContext } from '#http/context.ts';
import type { Fields } from '#http/fields.ts';
import { contactFiles, dropAfter, faultsIn, fileFields, isFileList, lostFile, sentFiles } from '#http/form-files.ts';
import { pageOfForm } from '#http/form-page.ts';
import { portalLook } from '#http/frame.ts';
import type { FormResult } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { tellSent } from '#http/tell-sent.ts';
import { visitAsContact } from '#http/visit.ts';
import { takeDraft } from '#identity/drafts/take-draft.ts';
import type { Contact } from '#lib/actor.ts';
import { isJustSaid } from '#tickets/just-said.ts';
import { loadReply, postReply } from '#tickets/post-reply.ts';
import { dropSentDraft } from '../forms/drop-sent-draft.ts';
import { LostPage } from '../forms/kept-words.tsx';
import { keyedFields, readKeyedForm } from '../forms/keyed-form.ts';
import { askForWorkspace } from '../forms/other-workspace.tsx';
import { bodyRule, textFault, textOf } from '../forms/text-rule.ts';
import { requestNumberOf } from '../request-number.ts';
import { showThreadAgain } from './show-thread.tsx';

const replyForm = z.strictObject({ ...keyedFields, ...fileFields, body: textOf(bodyRule) });
type Reply = z.infer<typeof replyForm>;

/** POST /requests/:number/messages. Only a closed or lost request refuses a reply; an old page never does. */
export async function sendReply(c: AppContext): Promise<Response> {
  const number = requestNumberOf(c);
  const options = { repeats: isFileList, files: contactFiles(c) };
  const form: FormResult<Reply> = await readKeyedForm(c, replyForm, options);
  const { fields } = form;
  const page = pageOfForm(c.req.path);
  if (isOnlyLooked(fields) || !form.ok) return showTyped(c, form);
  const { key, workspace, body, upload_key } = form.value;
  const { actor, rows } = await visitAsContact(c, (scope, claim) => ({
    ...loadReply(scope, claim, number),
    files: draftFiles(scope, { kind: 'contact', id: claim.contactId }, upload_key),
    draft: takeDraft(scope, claim, page),
    isJustSaid: isJustSaid(scope, claim, number, body),
  }));
  if (workspace !== actor.accountId) return askForWorkspace(c, actor, fields);
  if (!rows.ticket) return showLost(c, actor, fields);
  const files = sentFiles(form.value, rows.files);
  const lost = () => showThreadAgain(c, fields, () => ({ key, body, notice: null, faults: [lostFile] }), 422);
  if (!files) return lost();
  if (rows.isJustSaid && areAllSent(files)) {
    tellSent(c, key);
    return c.redirect(`${page}?sent`, 303);
  }
  const result = await postReply(c.get('scope'), actor, rows, { key, body, via: 'portal', files }, c.get('effects'));
  if (result.outcome === 'lost_file') return lost();
  if (result.outcome === 'closed') return showThreadAgain(c, fields, () => ({ body, notice: null }), 409);
  if (result.outcome === 'other_text') {
    return showThreadAgain(c, fields, () => ({ body, notice: 'reply.alreadySent' }), 409);
  }
  await dropSentDraft(c.get('scope'), actor.id, page, rows.draft);
  tellSent(c, key);
  return c.redirect(`${page}?sent`, 303);
}

/** A button that sends nothing: how it will look, or without one of its files. */
function isOnlyLooked(fields: Fields): boolean {
  return fields['preview'] !== undefined || fields['drop_file'] !== undefined;
}

/** What was typed, with what is wrong with it, or as it will look. */
function showTyped(c: AppContext, form: FormResult<unknown>): Promise<Response> {
  const { fields } = form;
  const [key, body, isPreview] = [fields['key'], fields['body'] ?? '', fields['preview'] !== undefined];
  const faults = faultsIn(form);
  const fault = form.ok || isOnlyLooked(fields) ? undefined : form.errors['body'];
  const typedOf = (actor: Contact) => {
    dropAfter(c, { kind: 'contact', id: actor.id }, fields);
    const { reader } = portalLook(c, actor).frame;
    const error = textFault(reader, bodyRule, fault, body);
    return { key, body, notice: null, error, faults, isPreview };
  };
  return showThreadAgain(c, fields, typedOf, isOnlyLooked(fields) && faults.length === 0 ? 200 : 422);
}

function showLost(c: AppContext, actor: Contact, fields: Fields): Promise<Response> {
  const look = portalLook(c, actor);
  return sendPage(c, look, <LostPage frame={look.frame} actor={actor} words={fields['body'] ?? ''} />, 404);
}
