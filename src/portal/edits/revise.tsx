import { raw } from 'hono/html';
import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { uploadsView } from '#http/form-files.ts';
import { newKey } from '#http/form-key.ts';
import { portalLook } from '#http/frame.ts';
import { isFromScript } from '#http/is-from-script.ts';
import type { FormResult } from '#http/read-form.ts';
import { sendFragment, sendPage } from '#http/send-page.ts';
import { visitAsContact } from '#http/visit.ts';
import type { Contact } from '#lib/actor.ts';
import type { SafeHtml } from '#lib/markdown.ts';
import { notFound } from '#lib/problem.ts';
import { editMessage, loadEdit, ownMessageOf } from '#tickets/edits/edit-message.ts';
import { editRefusal } from '#tickets/edits/edit-rules.ts';
import type { EntryFile } from '#tickets/entry-files.ts';
import type { ComposerFiles } from '#ui/composer.tsx';
import { keyedFields, readKeyedForm } from '../forms/keyed-form.ts';
import { askForWorkspace } from '../forms/other-workspace.tsx';
import { previewOf } from '../forms/preview-of.ts';
import { bodyRule, textFault, textOf } from '../forms/text-rule.ts';
import { numberIn, requestNumberOf } from '../request-number.ts';
import { RevisePage } from './revise-page.tsx';

/** GET /requests/:number/messages/:message/revision: one's own message, to be changed. */
export async function showRevision(c: AppContext): Promise<Response> {
  const { actor, message, refusal } = await visitOwn(c);
  return page(c, actor, { body: message.body, refusal }, refusal ? 409 : 200);
}

const form = z.strictObject({ ...keyedFields, body: textOf(bodyRule) });

/** POST of the same. What comes too late is not saved, and shown to be copied. */
export async function revise(c: AppContext): Promise<Response> {
  const read: FormResult<z.infer<typeof form>> = await readKeyedForm(c, form);
  const { fields } = read;
  const visited = await visitOwn(c);
  const { actor, entry } = visited;
  if (fields['workspace'] !== actor.accountId) return askForWorkspace(c, actor, fields);
  const typed = fields['body'] ?? '';
  const { reader } = portalLook(c, actor).frame;
  const preview = () => previewOf(reader, typed, sentWith(visited.message.files));
  // A script asks for nothing else here.
  if (isFromScript(c)) return sendFragment(c, raw(preview()));
  if (fields['preview'] !== undefined) return page(c, actor, { body: typed, preview: preview() }, 200);
  if (!read.ok)
    return page(c, actor, { body: typed, error: textFault(reader, bodyRule, read.errors['body'], typed) }, 422);
  const { key, body } = read.value;
  const { outcome } = await editMessage(c.get('scope'), actor, visited.rows, { key, entry, body }, c.get('effects'));
  if (outcome === 'late' || outcome === 'closed') return page(c, actor, { body: typed, refusal: outcome }, 409);
  return c.redirect(`/requests/${requestNumberOf(c)}#m${entry}`, 303);
}

/** A message keeps its files. */
function sentWith(files: readonly EntryFile[]): ComposerFiles {
  return { uploads: uploadsView('', files), ids: files.map(({ id }) => id) };
}

/** Who looks with another's eyes changes nothing, and finds no such page. */
async function visitOwn(c: AppContext) {
  const number = requestNumberOf(c);
  const entry = numberIn(c.req.param('message')) ?? 0;
  const { actor, rows } = await visitAsContact(c, (scope, viewer) =>
    loadEdit(scope, { kind: 'contact', viewer }, number, entry),
  );
  if (actor.viewedBy !== null) throw notFound();
  const { ticket, message } = ownMessageOf(rows);
  const refusal = editRefusal({ category: ticket.category, sentAt: message.sentAt }, c.get('now'));
  return { actor, rows, message, entry, refusal };
}

interface Shown {
  readonly body: string;
  readonly error?: string | undefined;
  readonly preview?: SafeHtml;
  readonly refusal?: 'late' | 'closed' | null;
}

function page(c: AppContext, actor: Contact, shown: Shown, status: 200 | 409 | 422): Promise<Response> {
  const look = portalLook(c, actor);
  const keys = { key: newKey(), workspace: actor.accountId };
  return sendPage(
    c,
    look,
    <RevisePage
      frame={look.frame}
      actor={actor}
      number={requestNumberOf(c)}
      action={c.req.path}
      keys={keys}
      body={shown.body}
      error={shown.error}
      preview={shown.preview}
      refusal={shown.refusal ?? null}
    />,
    status,
  );
}
