import type { Child } from 'hono/jsx';
import { fileSizes, standingAnswers } from '#http/standing-answers.ts';
import type { Agent } from '#lib/actor.ts';
import { renderMarkdown } from '#lib/markdown.ts';
import type { DeskThread } from '#tickets/desk-ticket-page.ts';
import { editRefusal } from '#tickets/edits/edit-rules.ts';
import { type DeskEntry, type MessageSource, withoutOpening } from '#tickets/entries.ts';
import { deskLines } from '#tickets/sent-answers.ts';
import type { DeliveryView } from '#ui/delivery-mark.tsx';
import type { IconName } from '#ui/icon.tsx';
import type { MessageView } from '#ui/message.tsx';
import type { NoteView } from '#ui/note-entry.tsx';
import type { Reader } from '#ui/reader.ts';
import { writtenText } from '#ui/written-text.ts';
import { authorName } from './author-name.ts';
import { deliveriesOf } from './deliveries.ts';
import { eventLineOf } from './event-words.tsx';
import { ticketHref, type View } from './list-input.ts';

/** The mails of one message; `id` names it for updates. */
export interface MailsView {
  readonly id: string;
  readonly deliveries: readonly DeliveryView[];
}

export type EntryView =
  | { readonly kind: 'message'; readonly message: MessageView; readonly mails: MailsView }
  | { readonly kind: 'note'; readonly note: NoteView }
  | {
      readonly kind: 'event';
      readonly seq: number;
      readonly at: number;
      readonly icon: IconName;
      readonly words: Child;
    };

export interface ThreadView {
  readonly entries: readonly EntryView[];
  /** Number of the last of them. */
  readonly last: number | null;
  /** First entry that came in while a draft was written. */
  readonly cameInAt: number | null;
  readonly older: { readonly href: string; readonly count: number } | undefined;
  readonly newerHref: string | null;
  readonly newestHref: string;
  readonly liveHref: string | null;
  readonly updatesHref: string;
  /** Mails of messages that stand outside the window. */
  readonly otherMails: readonly MailsView[];
}

/** How many other messages' mails an update brings along. */
const otherMailsMost = 20;

export function threadViewOf(
  reader: Reader,
  agent: Agent,
  thread: DeskThread,
  from: View,
  seen: number | null,
): ThreadView {
  const { ticket, entries, older, newer } = thread;
  const first = entries[0]?.seq ?? 1;
  const sizes = fileSizes(thread.sent, thread.values);
  const href = (below: string) => ticketHref(ticket.number, from, below);
  const windowHref = (start: number) => `${href('')}${href('').includes('?') ? '&' : '?'}from=${start}`;
  return {
    entries: withoutOpening(entries).map((entry) => entryOf({ reader, agent, thread, from, sizes }, entry)),
    last: entries.at(-1)?.seq ?? null,
    cameInAt: (seen !== null && entries.find((entry) => entry.seq > seen && !isBy(agent, entry))?.seq) || null,
    older: older === null ? undefined : { href: windowHref(older), count: first - 1 },
    newerHref: newer === null ? null : windowHref(newer),
    newestHref: href(''),
    liveHref: newer === null ? href('/live') : null,
    updatesHref: href('/updates'),
    otherMails: otherMailsOf(reader, thread),
  };
}

export function isBy(agent: Agent, { author }: DeskEntry): boolean {
  return author.kind === 'agent' && author.id === agent.id;
}

interface Reading {
  readonly reader: Reader;
  readonly agent: Agent;
  readonly thread: DeskThread;
  readonly from: View;
  readonly sizes: ReadonlyMap<string, number>;
}

function entryOf({ reader, agent, thread, from, sizes }: Reading, entry: DeskEntry): EntryView {
  const { ticket, sent, values } = thread;
  const { seq, at } = entry;
  const author = authorName(reader, entry.author);
  if (entry.kind === 'event') return { kind: 'event', seq, at, ...eventLineOf(reader, author, entry, sizes) };
  const written = writtenText(entry.body, entry.files, '/files');
  if (entry.kind === 'note') return { kind: 'note', note: { seq, author, at, ...written } };
  const byContact = entry.author.kind === 'contact';
  const message: MessageView = {
    seq,
    author,
    affiliation: byContact ? ticket.accountName : undefined,
    side: byContact ? 'customer' : isBy(agent, entry) ? 'own' : 'team',
    at,
    ...written,
    ...editOf(agent, ticket, from, entry, reader.now),
    quotedHtml: entry.quoted ? renderMarkdown(entry.quoted) : undefined,
    // The first entry is the request itself.
    answers: seq === 1 ? standingAnswers(reader, deskLines(reader, sent), values) : undefined,
    via: doorOf(entry.via),
  };
  return { kind: 'message', message, mails: { id: entry.id, deliveries: deliveriesOf(reader, entry.deliveries) } };
}

/** That a message was changed, where its author changes it while they may, and what it said before. */
export function editOf(
  agent: Agent,
  { number, category }: Pick<DeskThread['ticket'], 'number' | 'category'>,
  from: View,
  {
    seq,
    author,
    at,
    editedAt,
  }: Pick<Extract<DeskEntry, { kind: 'message' }>, 'seq' | 'at' | 'editedAt'> & {
    readonly author: { readonly kind: string; readonly id: string | null };
  },
  now: number,
): Pick<MessageView, 'editedAt' | 'editHref' | 'versionsHref'> {
  const href = (below: string) => ticketHref(number, from, `/messages/${seq}/${below}`);
  const isOwn = author.kind === 'agent' && author.id === agent.id;
  const may = isOwn && editRefusal({ category, sentAt: at }, now) === null;
  return {
    editedAt,
    editHref: may ? href('revision') : undefined,
    versionsHref: editedAt === null ? undefined : href('versions'),
  };
}

function doorOf(via: MessageSource): MessageView['via'] {
  return via === 'email' ? 'mail' : via === 'link' ? 'link' : undefined;
}

function otherMailsOf(reader: Reader, { otherDeliveries }: DeskThread): MailsView[] {
  const ids = new Set(otherDeliveries.flatMap(({ messageId }) => messageId ?? []));
  return [...ids].slice(0, otherMailsMost).map((id) => ({
    id,
    deliveries: deliveriesOf(
      reader,
      otherDeliveries.filter(({ messageId }) => messageId === id),
    ),
  }));
}
