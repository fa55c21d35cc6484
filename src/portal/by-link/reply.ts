import { raw } from 'hono/html';
import * as z from 'zod';
import { areAllSent, draftFiles } from '#attachments/draft-files.ts';
import type { AppContext } from '#http/context.ts';
import type { Fields } from '#http/fields.ts';
import {
  dropAfter,
  faultsIn,
  fileFields,
  isFileList,
  lostFile,
  sentFiles,
  typedFiles,
  uploadsView,
} from '#http/form-files.ts';
import { formKey, newKey } from '#http/form-key.ts';
import { countWrite } from '#http/limit-writes.ts';
import { type FormResult, readForm } from '#http/read-form.ts';
import { sendFragment } from '#http/send-page.ts';
import { tellSent } from '#http/tell-sent.ts';
import type { LinkClaim } from '#lib/actor.ts';
import { Problem } from '#lib/problem.ts';
import { ticketLinkPath } from '#mail/ticket-link.ts';
import { isJustSaid } from '#tickets/just-said.ts';
import { loadThread, threadOf } from '#tickets/portal-thread-page.ts';
import { loadReply, postReply } from '#tickets/post-reply.ts';
import { type FileFaultView, fileFaultWords } from '#ui/file-view.ts';
import { previewOf } from '../forms/preview-of.ts';
import { bodyRule, textFault, textOf } from '../forms/text-rule.ts';
import { linkFiles } from './files.ts';
import type { LinkedReply } from './linked-view.ts';
import { linkBase, linkedPage } from './show-linked.tsx';
import { linkLook, openLinkOf, readByLink } from './with-link.tsx';

const form = z.strictObject({ ...fileFields, key: formKey, body: textOf(bodyRule), preview: z.string().optional() });
type Reply = z.infer<typeof form>;

/** POST /r/:token/messages: the holder's reply, and marked as one that came by the link. */
export async function replyByLink(c: AppContext): Promise<Response> {
  const typed = await readReply(c);
  if (typed instanceof Response) return typed;
  const { fields } = typed;
  const words = fields['body'] ?? '';
  const claim = await openLinkOf(c, words);
  if (claim instanceof Response) return claim;
  const scope = c.get('scope');
  if (isOnlyLooked(fields) || !typed.ok) return showTyped(c, claim, typed);
  await countWrite(c, { tenantId: scope.tenant.id, contactId: claim.contactId });
  const { key, body, upload_key } = typed.value;
  const number = claim.ticketNumber;
  const statements = {
    ...loadReply(scope, claim, number),
    isJustSaid: isJustSaid(scope, claim, number, body),
    files: draftFiles(scope, { kind: 'contact', id: claim.contactId }, upload_key),
  };
  const linked = await readByLink(c, claim, statements, words);
  if (linked instanceof Response) return linked;
  const sent = () => {
    tellSent(c, key);
    return c.redirect(`${ticketLinkPath(c.req.param('token') ?? '')}?sent`, 303);
  };
  const files = sentFiles(typed.value, linked.rows.files);
  const lost = () => showAgain(c, claim, { key, body, notice: null, fields, faults: [lostFile] }, 422);
  if (!files) return lost();
  if (linked.rows.isJustSaid && areAllSent(files)) return sent();
  const input = { key, body, via: 'link', files } as const;
  const result = await postReply(scope, linked.actor, linked.rows, input, c.get('effects'));
  if (result.outcome === 'lost_file') return lost();
  if (result.outcome === 'closed') return showAgain(c, claim, { key, body, notice: null, fields }, 409);
  if (result.outcome !== 'other_text') return sent();
  return showAgain(c, claim, { key: newKey(), body, notice: 'reply.alreadySent', fields }, 409);
}

/** What was sent, its files kept; the page of a dead link, with the words, where somebody uploads by one. */
async function readReply(c: AppContext): Promise<FormResult<Reply> | Response> {
  try {
    const typed: FormResult<Reply> = await readForm(c, form, { repeats: isFileList, files: linkFiles(c) });
    if (!typed.ok && 'key' in typed.errors) throw new Problem('invalid', 'bad_form');
    return typed;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'link_off') throw error;
    const dead = await openLinkOf(c, c.get('form')?.['body'] ?? '');
    if (dead instanceof Response) return dead;
    throw error;
  }
}

/** A button that sends nothing. */
function isOnlyLooked(fields: Fields): boolean {
  return fields['preview'] !== undefined || fields['drop_file'] !== undefined;
}

/** POST /r/:token/preview: what stands in the box, as it will look; for the script beside it. */
export async function previewByLink(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, z.looseObject({ body: z.string().default('') }), { repeats: isFileList });
  const claim = await openLinkOf(c);
  if (claim instanceof Response) return claim;
  const { key, ids } = typedFiles(fields);
  const kept = draftFiles(c.get('scope'), { kind: 'contact', id: claim.contactId }, key);
  const linked = await readByLink(c, claim, { kept });
  if (linked instanceof Response) return linked;
  const files = { uploads: uploadsView(key, linked.rows.kept, linkBase(c)), ids };
  return sendFragment(c, raw(previewOf(linkLook(c, linked.actor).frame.reader, fields['body'] ?? '', files)));
}

/** What was typed, with what is wrong with it, or as it will look. */
async function showTyped(c: AppContext, claim: LinkClaim, typed: FormResult<unknown>): Promise<Response> {
  const { fields } = typed;
  const faults = faultsIn(typed);
  const fault = typed.ok || isOnlyLooked(fields) ? undefined : typed.errors['body'];
  dropAfter(c, { kind: 'contact', id: claim.contactId }, fields);
  const again = { key: fields['key'] ?? newKey(), body: fields['body'] ?? '', notice: null, fields, faults };
  return showAgain(c, claim, again, isOnlyLooked(fields) && faults.length === 0 ? 200 : 422, fault);
}

interface Again extends Pick<LinkedReply, 'key' | 'body' | 'notice'> {
  readonly fields: Fields;
  readonly faults?: readonly FileFaultView[];
}

async function showAgain(
  c: AppContext,
  claim: LinkClaim,
  { key, body, notice, fields, faults = [] }: Again,
  status: 200 | 409 | 422,
  fault?: string,
): Promise<Response> {
  const scope = c.get('scope');
  const typed = typedFiles(fields);
  const statements = {
    ...loadThread(scope, claim, claim.ticketNumber, 'unread'),
    kept: draftFiles(scope, { kind: 'contact', id: claim.contactId }, typed.key),
  };
  const linked = await readByLink(c, claim, statements, body);
  if (linked instanceof Response) return linked;
  const { reader } = linkLook(c, linked.actor).frame;
  const files = {
    uploads: uploadsView(typed.key, linked.rows.kept, linkBase(c)),
    ids: typed.ids,
    error: fileFaultWords(reader, faults),
  };
  const error = textFault(reader, bodyRule, fault, body);
  const preview = fields['preview'] === undefined ? undefined : previewOf(reader, body, files);
  const reply = { key, body, notice, error, preview, files };
  return linkedPage(c, linked, threadOf(linked.rows), { browser: { of: 'nobody' }, reply }, status);
}
