import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import type { Fields } from '#http/fields.ts';
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
import { previewOf } from '../forms/preview-of.ts';
import { bodyRule, textFault, textOf } from '../forms/text-rule.ts';
import { requestNumberOf } from '../request-number.ts';
import { showThreadAgain } from './show-thread.tsx';

const replyForm = z.strictObject({ ...keyedFields, body: textOf(bodyRule) });

/** POST /requests/:number/messages. Only a closed or lost request refuses a reply; an old page never does. */
export async function sendReply(c: AppContext): Promise<Response> {
  const number = requestNumberOf(c);
  const form: FormResult<z.infer<typeof replyForm>> = await readKeyedForm(c, replyForm);
  const { fields } = form;
  const page = pageOfForm(c.req.path);
  if (fields['preview'] !== undefined || !form.ok) return showTyped(c, form);
  const { key, workspace, body } = form.value;
  const { actor, rows } = await visitAsContact(c, (scope, claim) => ({
    ...loadReply(scope, claim, number),
    draft: takeDraft(scope, claim, page),
    isJustSaid: isJustSaid(scope, claim, number, body),
  }));
  if (workspace !== actor.accountId) return askForWorkspace(c, actor, fields);
  if (!rows.ticket) return showLost(c, actor, fields);
  if (rows.isJustSaid) {
    tellSent(c, key);
    return c.redirect(`${page}?sent`, 303);
  }
  const result = await postReply(c.get('scope'), actor, rows, { key, body, via: 'portal' }, c.get('effects'));
  if (result.outcome === 'closed') return showThreadAgain(c, fields, () => ({ body, notice: null }), 409);
  if (result.outcome === 'other_text') {
    return showThreadAgain(c, fields, () => ({ body, notice: 'reply.alreadySent' }), 409);
  }
  await dropSentDraft(c.get('scope'), actor.id, page, rows.draft);
  tellSent(c, key);
  return c.redirect(`${page}?sent`, 303);
}

/** What was typed, with what is wrong with it, or as it will look. */
function showTyped(c: AppContext, { fields, ...form }: FormResult<unknown>): Promise<Response> {
  const [key, body, isPreview] = [fields['key'], fields['body'] ?? '', fields['preview'] !== undefined];
  const fault = form.ok || isPreview ? undefined : form.errors['body'];
  const typedOf = (actor: Contact) => {
    const { reader } = portalLook(c, actor).frame;
    const error = textFault(reader, bodyRule, fault, body);
    return { key, body, notice: null, error, preview: isPreview ? previewOf(reader, body) : undefined };
  };
  return showThreadAgain(c, fields, typedOf, isPreview ? 200 : 422);
}

function showLost(c: AppContext, actor: Contact, fields: Fields): Promise<Response> {
  const look = portalLook(c, actor);
  return sendPage(c, look, <LostPage frame={look.frame} actor={actor} words={fields['body'] ?? ''} />, 404);
}
