import { raw } from 'hono/html';
import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
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
import { previewOf } from '../forms/preview-of.ts';
import { bodyRule, textFault, textOf } from '../forms/text-rule.ts';
import type { LinkedReply } from './linked-view.ts';
import { linkedPage } from './show-linked.tsx';
import { linkLook, openLinkOf, readByLink } from './with-link.tsx';

const form = z.strictObject({ key: formKey, body: textOf(bodyRule), preview: z.string().optional() });

/** POST /r/:token/messages: the holder's reply, and marked as one that came by the link. */
export async function replyByLink(c: AppContext): Promise<Response> {
  const typed: FormResult<z.infer<typeof form>> = await readForm(c, form);
  if (!typed.ok && 'key' in typed.errors) throw new Problem('invalid', 'bad_form');
  const words = typed.fields['body'] ?? '';
  const claim = await openLinkOf(c, words);
  if (claim instanceof Response) return claim;
  const scope = c.get('scope');
  if (typed.fields['preview'] !== undefined || !typed.ok) return showTyped(c, claim, typed);
  await countWrite(c, { tenantId: scope.tenant.id, contactId: claim.contactId });
  const { key, body } = typed.value;
  const number = claim.ticketNumber;
  const statements = { ...loadReply(scope, claim, number), isJustSaid: isJustSaid(scope, claim, number, body) };
  const linked = await readByLink(c, claim, statements, words);
  if (linked instanceof Response) return linked;
  const sent = () => {
    tellSent(c, key);
    return c.redirect(`${ticketLinkPath(c.req.param('token') ?? '')}?sent`, 303);
  };
  if (linked.rows.isJustSaid) return sent();
  const result = await postReply(scope, linked.actor, linked.rows, { key, body, via: 'link' }, c.get('effects'));
  if (result.outcome === 'closed') return showAgain(c, claim, { key, body, notice: null }, 409);
  if (result.outcome !== 'other_text') return sent();
  return showAgain(c, claim, { key: newKey(), body, notice: 'reply.alreadySent' }, 409);
}

/** POST /r/:token/preview: what stands in the box, as it will look; for the script beside it. */
export async function previewByLink(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, z.strictObject({ key: z.string().optional(), body: z.string().default('') }));
  const claim = await openLinkOf(c);
  if (claim instanceof Response) return claim;
  const linked = await readByLink(c, claim, {});
  if (linked instanceof Response) return linked;
  return sendFragment(c, raw(previewOf(linkLook(c, linked.actor).frame.reader, fields['body'] ?? '')));
}

/** What was typed, with what is wrong with it, or as it will look. */
async function showTyped(c: AppContext, claim: LinkClaim, typed: FormResult<unknown>): Promise<Response> {
  const [body, isPreview] = [typed.fields['body'] ?? '', typed.fields['preview'] !== undefined];
  const fault = typed.ok || isPreview ? undefined : typed.errors['body'];
  return showAgain(
    c,
    claim,
    { key: typed.fields['key'] ?? newKey(), body, notice: null },
    isPreview ? 200 : 422,
    fault,
  );
}

async function showAgain(
  c: AppContext,
  claim: LinkClaim,
  reply: LinkedReply,
  status: 200 | 409 | 422,
  fault?: string,
): Promise<Response> {
  const { body } = reply;
  const statements = loadThread(c.get('scope'), claim, claim.ticketNumber, 'unread');
  const linked = await readByLink(c, claim, statements, body);
  if (linked instanceof Response) return linked;
  const { reader } = linkLook(c, linked.actor).frame;
  const error = textFault(reader, bodyRule, fault, body);
  const preview = status === 200 ? previewOf(reader, body) : undefined;
  return linkedPage(
    c,
    linked.actor,
    threadOf(linked.rows),
    { browser: { of: 'nobody' }, reply: { ...reply, error, preview } },
    status,
  );
}
