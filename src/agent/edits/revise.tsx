import { raw } from 'hono/html';
import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { formKey, newKey } from '#http/form-key.ts';
import { isFromScript } from '#http/is-from-script.ts';
import { type FormResult, readForm } from '#http/read-form.ts';
import { sendFragment } from '#http/send-page.ts';
import { tellSent } from '#http/tell-sent.ts';
import { visitAsAgent } from '#http/visit.ts';
import { Problem } from '#lib/problem.ts';
import { cleanText, isLongerThan, longestMessage } from '#lib/text.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import { editMessage, loadEdit, ownMessageOf } from '#tickets/edits/edit-message.ts';
import { editRefusal } from '#tickets/edits/edit-rules.ts';
import { writtenText } from '#ui/written-text.ts';
import { sendPlace } from '../send-place.ts';
import { readView, ticketHref } from '../tickets/list-input.ts';
import { ticketNumberOf } from '../tickets/ticket-number.ts';
import { entryNumberOf } from './entry-number.ts';
import { RevisePage, type Revision } from './revise-page.tsx';

/** GET /tickets/:number/messages/:message/revision: one's own reply, to be changed. */
export async function showRevision(c: AppContext): Promise<Response> {
  const visited = await visitOwn(c);
  return page(c, visited, { body: visited.message.body, refusal: visited.refusal });
}

const form = z.strictObject({
  key: formKey,
  preview: z.string().optional(),
  body: z
    .string()
    .default('')
    .transform(cleanText)
    .refine((text) => text !== '', 'missing')
    .refine((text) => !isLongerThan(text, longestMessage), 'too_long'),
});

/** POST of the same. What comes too late is not saved, and shown to be copied. */
export async function revise(c: AppContext): Promise<Response> {
  const read: FormResult<z.infer<typeof form>> = await readForm(c, form);
  if (!read.ok && 'key' in read.errors) throw new Problem('invalid', 'bad_form');
  const visited = await visitOwn(c);
  const typed = read.fields['body'] ?? '';
  const preview = () => writtenText(cleanText(typed), visited.message.files, '/files').html;
  // A script asks for nothing else here.
  if (isFromScript(c)) return sendFragment(c, raw(preview()));
  if (read.fields['preview'] !== undefined) return page(c, visited, { body: typed, preview: preview() });
  if (!read.ok) return page(c, visited, { body: typed, fault: read.errors['body'] });
  const { key, body } = read.value;
  const { seen, entry } = visited;
  const { outcome } = await editMessage(c.get('scope'), seen.actor, seen.rows, { key, entry, body }, c.get('effects'));
  if (outcome !== 'done' && outcome !== 'unchanged') return page(c, visited, { body: typed, refusal: outcome });
  tellSent(c, key);
  return c.redirect(`${ticketHref(ticketNumberOf(c), readView(c.req.query('view')))}#m${entry}`, 303);
}

async function visitOwn(c: AppContext) {
  const number = ticketNumberOf(c);
  const entry = entryNumberOf(c);
  const seen = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskFrame(scope, claim),
    ...loadEdit(scope, { kind: 'agent', agentId: claim.agentId }, number, entry),
  }));
  const { ticket, message } = ownMessageOf(seen.rows);
  const refusal = editRefusal({ ...message, category: ticket.category }, c.get('now'));
  return { seen, message, entry, refusal };
}

function page(
  c: AppContext,
  { seen, message, entry }: Awaited<ReturnType<typeof visitOwn>>,
  revision: Revision,
): Promise<Response> {
  const number = ticketNumberOf(c);
  const href = ticketHref(number, readView(c.req.query('view')));
  const status = revision.refusal || revision.fault ? 422 : 200;
  return sendPlace(
    c,
    seen,
    (props) => (
      <RevisePage
        {...props}
        number={number}
        href={href}
        action={c.req.path}
        formKey={newKey()}
        draft={{ person: seen.actor.id, form: `ticket/${number}/edit/${entry}`, fresh: revision.body === message.body }}
        files={message.files}
        revision={revision}
      />
    ),
    status,
  );
}
