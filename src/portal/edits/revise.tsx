import { raw } from 'hono/html';
import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { uploadsView } from '#http/form-files.ts';
import { newKey } from '#http/form-key.ts';
import { portalLook } from '#http/frame.ts';
import { isFromScript } from '#http/is-from-script.ts';
import type { FormResult } from '#http/read-form.ts';
import { sendFragment, sendPage } from '#http/send-page.ts';
import { tellSent } from '#http/tell-sent.ts';
import { visitAsContact } from '#http/visit.ts';
import { takeDraft } from '#identity/drafts/take-draft.ts';
import type { SafeHtml } from '#lib/markdown.ts';
import { notFound } from '#lib/problem.ts';
import { editMessage, loadEdit, ownMessageOf } from '#tickets/edits/edit-message.ts';
import { type EditRefusal, editRefusal } from '#tickets/edits/edit-rules.ts';
import type { EntryFile } from '#tickets/entry-files.ts';
import type { ComposerFiles } from '#ui/composer.tsx';
import { dropSentDraft } from '../forms/drop-sent-draft.ts';
import { keyedFields, readKeyedForm } from '../forms/keyed-form.ts';
import { askForWorkspace } from '../forms/other-workspace.tsx';
import { previewOf } from '../forms/preview-of.ts';
import { bodyRule, textFault, textOf } from '../forms/text-rule.ts';
import { numberIn, requestNumberOf } from '../request-number.ts';
import { RevisePage } from './revise-page.tsx';

/** GET /requests/:number/messages/:message/revision: one's own message, to be changed, or what was typed before a session ended. */
export async function showRevision(c: AppContext): Promise<Response> {
  const visited = await visitOwn(c);
  const { actor, message, refusal, rows } = visited;
  const kept = rows.draft?.['workspace'] === actor.accountId ? rows.draft['body'] : undefined;
  const shown = { body: kept ?? message.body, isKept: kept !== undefined, refusal };
  return page(c, visited, shown, refusal ? 409 : 200);
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
  if (fields['preview'] !== undefined) return page(c, visited, { body: typed, preview: preview() }, 200);
  if (!read.ok)
    return page(c, visited, { body: typed, error: textFault(reader, bodyRule, read.errors['body'], typed) }, 422);
  const { key, body } = read.value;
  const { outcome } = await editMessage(c.get('scope'), actor, visited.rows, { key, entry, body }, c.get('effects'));
  if (outcome !== 'done' && outcome !== 'unchanged') return page(c, visited, { body: typed, refusal: outcome }, 409);
  await dropSentDraft(c.get('scope'), actor.id, c.req.path, visited.rows.draft);
  tellSent(c, key);
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
  const { actor, rows } = await visitAsContact(c, (scope, viewer) => ({
    ...loadEdit(scope, { kind: 'contact', viewer }, number, entry),
    draft: takeDraft(scope, viewer, c.req.path),
  }));
  if (actor.viewedBy !== null) throw notFound();
  const { ticket, message } = ownMessageOf(rows);
  const refusal = editRefusal({ ...message, category: ticket.category }, c.get('now'));
  return { actor, rows, message, entry, refusal };
}

type Own = Awaited<ReturnType<typeof visitOwn>>;

interface Shown {
  readonly body: string;
  /** It was typed before a session ended. */
  readonly isKept?: boolean;
  readonly error?: string | undefined;
  readonly preview?: SafeHtml;
  readonly refusal?: EditRefusal | null;
}

function page(c: AppContext, { actor, message, entry }: Own, shown: Shown, status: 200 | 409 | 422): Promise<Response> {
  const look = portalLook(c, actor);
  const keys = { key: newKey(), workspace: actor.accountId };
  return sendPage(
    c,
    look,
    <RevisePage
      frame={look.frame}
      actor={actor}
      number={requestNumberOf(c)}
      entry={entry}
      action={c.req.path}
      keys={keys}
      body={shown.body}
      isKept={shown.isKept ?? false}
      isFresh={shown.body === message.body}
      error={shown.error}
      preview={shown.preview}
      refusal={shown.refusal ?? null}
    />,
    status,
  );
}
