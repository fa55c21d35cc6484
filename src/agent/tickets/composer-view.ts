import type { ChosenFile } from '#attachments/upload.ts';
import type { Results } from '#db/statement.ts';
import { uploadsView } from '#http/form-files.ts';
import type { Agent } from '#lib/actor.ts';
import { cleanText, lengthOf, longestMessage } from '#lib/text.ts';
import type { DeskThread, loadDeskTicket } from '#tickets/desk-ticket-page.ts';
import type { AgentComposerProps } from '#ui/agent-composer.tsx';
import { fileFaultWords } from '#ui/file-view.ts';
import type { Reader } from '#ui/reader.ts';
import { previewText } from '#ui/written-text.ts';
import type { Draft } from './draft.ts';
import { afterReply } from './entry-form.ts';
import { isBy } from './thread-view.ts';

type Rows = Results<ReturnType<typeof loadDeskTicket>>;

export interface ComposerView
  extends Pick<
    AgentComposerProps,
    'kind' | 'people' | 'statusAfter' | 'status' | 'value' | 'error' | 'preview' | 'noteOnly' | 'files'
  > {
  readonly key: string;
  /** Newest entry that the writer has seen. */
  readonly seen: number;
  /** Why the draft was not sent, in words. */
  readonly stopped: string | null;
  /** Fields that are needed to solve it are empty. */
  readonly isHeldBack: boolean;
}

export function composerOf(
  reader: Reader,
  agent: Agent,
  rows: Rows & { readonly kept: readonly ChosenFile[] },
  thread: DeskThread,
  draft: Draft,
): ComposerView {
  const { ticket } = thread;
  const noteOnly = ticket.category === 'closed';
  const files = { uploads: uploadsView(draft.files.key, rows.kept), ids: draft.files.ids };
  return {
    kind: noteOnly ? 'note' : draft.kind,
    noteOnly,
    people: recipients(reader, rows, thread),
    statusAfter: afterReply.map((category) => {
      const status = rows.statuses.find((each) => each.category === category)?.label ?? category;
      return { value: category, label: reader.t('agent.compose.then', { status }) };
    }),
    status: draft.status,
    value: draft.body,
    error: errorWords(reader, draft),
    preview: draft.preview ? previewText(cleanText(draft.body), files) : undefined,
    files: { ...files, error: fileFaultWords(reader, draft.files.faults) },
    key: draft.key,
    seen: draft.stopped === 'moved' ? ticket.seq : (draft.seen ?? ticket.seq),
    isHeldBack: draft.stopped === 'needed',
    stopped: stoppedWords(reader, agent, thread, draft),
  };
}

/** How many people stand above the box by name; all of them stand beside the thread. */
const mostNamed = 3;

/** Those who get a reply by mail: requester and participants who may still see the ticket. */
function recipients(reader: Reader, { people, participants }: Rows, { ticket }: DeskThread): string {
  const reached = new Set(people.flatMap(({ contactId, sees }) => (sees === 1 ? contactId : [])));
  const requester = { id: ticket.requesterId, name: ticket.requesterName, email: ticket.requesterEmail };
  const names = [requester, ...participants]
    .filter(({ id }) => reached.has(id))
    .map(({ name, email }) => name || email);
  const more = names.length - mostNamed;
  if (more > 1) names.splice(mostNamed, more, reader.t('agent.compose.moreNames', { count: more }));
  return new Intl.ListFormat(reader.locale, { type: 'conjunction' }).format(names);
}

function errorWords({ t }: Reader, { error, body }: Draft): string | undefined {
  if (error === undefined) return undefined;
  return error === 'too_long'
    ? t('field.tooLong', { max: longestMessage, length: lengthOf(cleanText(body)) })
    : t('field.missing');
}

function stoppedWords(reader: Reader, agent: Agent, thread: DeskThread, { stopped, seen }: Draft): string | null {
  const { t } = reader;
  if (stopped === undefined || stopped === 'needed') return null;
  if (stopped === 'closed') return t('agent.compose.closed');
  if (stopped === 'other_text') return t('agent.compose.otherText');
  const count = thread.entries.filter((entry) => entry.seq > (seen ?? 0) && !isBy(agent, entry)).length;
  return t('agent.compose.moved', { count: Math.max(1, count) });
}
