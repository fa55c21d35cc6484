import { draftFiles } from '#attachments/draft-files.ts';
import type { AppContext } from '#http/context.ts';
import type { Fields } from '#http/fields.ts';
import { typedFiles, uploadsView } from '#http/form-files.ts';
import { newKey } from '#http/form-key.ts';
import { portalLook } from '#http/frame.ts';
import { sendPage } from '#http/send-page.ts';
import type { ValueAgain } from '#http/value-form.tsx';
import { visitAsContact } from '#http/visit.ts';
import { takeDraft } from '#identity/drafts/take-draft.ts';
import { hasOwnLinks } from '#identity/ticket-links/list-ticket-links.ts';
import type { Contact } from '#lib/actor.ts';
import { renderMarkdown, type SafeHtml } from '#lib/markdown.ts';
import { findElsewhere } from '#tickets/find-elsewhere.ts';
import { keepReadMark } from '#tickets/keep-read-mark.ts';
import { loadThread, type PortalThread, threadOf } from '#tickets/portal-thread-page.ts';
import type { ComposerFiles } from '#ui/composer.tsx';
import { type FileFaultView, fileFaultWords } from '#ui/file-view.ts';
import { keyedFields } from '../forms/keyed-form.ts';
import { askForWorkspace } from '../forms/other-workspace.tsx';
import { previewOf } from '../forms/preview-of.ts';
import { numberIn, requestNumberOf } from '../request-number.ts';
import { detailsOf, type TypedValue } from './details.tsx';
import { ElsewherePage } from './elsewhere-page.tsx';
import type { Reading } from './entry-view.ts';
import type { ReplyView } from './reply-part.tsx';
import { type JustDone, ThreadPage } from './thread-page.tsx';
import { cameBeforeSent, threadView } from './thread-view.ts';

/** GET /requests/:number */
export async function showThread(c: AppContext): Promise<Response> {
  const number = requestNumberOf(c);
  const from = numberIn(c.req.query('from'));
  const { actor, rows } = await visitAsContact(c, (scope, claim) => ({
    ...loadThread(scope, claim, number, from === null ? 'unread' : { from }),
    draft: takeDraft(scope, claim, c.req.path),
    hasLinks: hasOwnLinks(scope, claim.contactId, number),
    elsewhere: findElsewhere(scope, claim.contactId, number, claim.accountId),
  }));
  if (!rows.ticket && rows.elsewhere && actor.viewedBy === null) return offerSwitch(c, actor, number, rows.elsewhere);
  const thread = threadOf(rows);
  if (isOpened(c) && actor.viewedBy === null) markSeen(c, actor, thread);
  return page(
    c,
    actor,
    thread,
    {
      ...draftOf(rows.draft, actor),
      hasLinks: rows.hasLinks,
      saved: c.req.query('saved'),
      doneOf: (reading) => doneOf(c, reading, thread),
    },
    200,
  );
}

function offerSwitch(c: AppContext, actor: Contact, number: number, made: { accountId: string; name: string }) {
  const look = portalLook(c, actor);
  return sendPage(c, look, <ElsewherePage frame={look.frame} actor={actor} number={number} made={made} />);
}

interface Typed {
  readonly key?: string | undefined;
  readonly body: string;
  readonly notice: ReplyView['notice'];
  readonly error?: string | undefined;
  /** Whether its words are shown as they will look. */
  readonly isPreview?: boolean;
  /** What is wrong with its files. */
  readonly faults?: readonly FileFaultView[];
  readonly files?: ComposerFiles;
  readonly hasLinks?: boolean;
  /** A field's form that could not be sent as it was. */
  readonly again?: ValueAgain;
  /** A field's value that came too late. */
  readonly unsaved?: TypedValue;
  /** The field that was saved just now. */
  readonly saved?: string | undefined;
  readonly doneOf?: (reading: Reading) => JustDone | null;
}

/** The same page after a form of it could not be sent as it was: everything typed stays in the box. */
export async function showThreadAgain(
  c: AppContext,
  fields: Fields,
  typedOf: (actor: Contact) => Typed,
  status: 200 | 409 | 422,
): Promise<Response> {
  const number = requestNumberOf(c);
  const files = typedFiles(fields);
  const { actor, rows } = await visitAsContact(c, (scope, claim) => ({
    ...loadThread(scope, claim, number, 'unread'),
    kept: draftFiles(scope, { kind: 'contact', id: claim.contactId }, files.key),
  }));
  if (fields['workspace'] !== actor.accountId) return askForWorkspace(c, actor, fields);
  const typed = typedOf(actor);
  const error = fileFaultWords(portalLook(c, actor).frame.reader, typed.faults);
  const uploads = uploadsView(files.key, rows.kept);
  return page(c, actor, threadOf(rows), { ...typed, files: { uploads, ids: files.ids, error } }, status);
}

function page(c: AppContext, actor: Contact, thread: PortalThread, typed: Typed, status: 200 | 409 | 422) {
  const look = portalLook(c, actor);
  const reading = { reader: look.frame.reader, actor, brand: look.frame.brand.name };
  const workspace = actor.accountId;
  const { key = newKey(), body, notice, error, isPreview, hasLinks = false, doneOf, again, unsaved, saved } = typed;
  const files = typed.files ?? { uploads: uploadsView(newKey(), []), ids: [] };
  const preview = isPreview ? previewOf(look.frame.reader, body, files) : undefined;
  const looking = {
    reader: look.frame.reader,
    workspace: actor.viewedBy === null ? workspace : null,
    filesPath: '/files',
    uploaded: files.uploads.kept,
  };
  return sendPage(
    c,
    look,
    <ThreadPage
      frame={look.frame}
      actor={actor}
      thread={threadView(reading, thread)}
      details={detailsOf({ ...looking, again, unsaved, saved }, thread)}
      reply={{ keys: { key, workspace }, body, notice, error, preview, files }}
      headKeys={{ key: newKey(), workspace }}
      done={doneOf?.(reading) ?? null}
      hasLinks={hasLinks && actor.viewedBy === null}
    />,
    status,
  );
}

function draftOf(draft: Fields | null, actor: Contact): Typed {
  const isHere = draft !== null && draft['workspace'] === actor.accountId && draft['body'] !== undefined;
  if (!isHere) return { body: '', notice: null };
  return { key: keyedFields.key.safeParse(draft['key']).data, body: draft['body'] ?? '', notice: 'reply.draftKept' };
}

function doneOf(c: AppContext, reading: Reading, thread: PortalThread): JustDone | null {
  if (c.req.query('opened') !== undefined && thread.publicSeq === 2)
    return { kind: 'opened', words: successOf(thread) };
  if (c.req.query('links-off') !== undefined) return { kind: 'linksOff' };
  const between = c.req.query('sent') === undefined ? null : cameBeforeSent(reading, thread);
  return between === null ? null : { kind: 'sent', between };
}

/** What the form says to who has sent it; empty: nothing of its own. */
function successOf({ sent }: PortalThread): SafeHtml | null {
  return sent && sent.form.success !== '' ? renderMarkdown(sent.form.success) : null;
}

/** A person looks at it: not a HEAD, and not a browser that fetches ahead (DESIGN §7). */
function isOpened(c: AppContext): boolean {
  return c.req.method === 'GET' && !/\bprefetch\b/.test(c.req.header('Sec-Purpose') ?? '');
}

function markSeen(c: AppContext, actor: Contact, thread: PortalThread): void {
  const seen = thread.newer === null ? thread.publicSeq : thread.newer - 1;
  if (seen <= thread.readPublicSeq) return;
  c.get('effects').after(() => keepReadMark(c.get('scope'), actor.id, thread.id, seen));
}
