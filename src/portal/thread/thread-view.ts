import { fileSizes, standingAnswers } from '#http/standing-answers.ts';
import { withoutOpening } from '#tickets/entries.ts';
import type { PortalThread } from '#tickets/portal-thread-page.ts';
import { portalLines } from '#tickets/sent-answers.ts';
import { takesReply } from '#tickets/status-rules.ts';
import type { StatusView } from '#ui/status-badge.tsx';
import { authorName } from '../author-name.ts';
import { type EntryView, entryView, isOwn, type Reading } from './entry-view.ts';
import { type PeopleLine, peopleLine } from './people-line.ts';

export interface ThreadView {
  readonly number: number;
  readonly subject: string;
  readonly status: StatusView;
  /** Null: the reader asked. */
  readonly requester: string | null;
  readonly createdAt: number;
  readonly followUpOf: number | null;
  readonly followUps: PortalThread['followUps'];
  readonly people: PeopleLine | null;
  readonly entries: readonly EntryView[];
  /** Above which entry "new since your last visit" stands; null: nowhere. */
  readonly firstNew: number | null;
  readonly older: { readonly href: string; readonly count: number } | null;
  readonly newerHref: string | null;
  /** Number of the newest entry that the page reaches. */
  readonly after: number;
}

/** `base`: the path of its page. */
export function threadView(given: Reading, thread: PortalThread, base = `/requests/${thread.number}`): ThreadView {
  const { number, subject, createdAt, followUpOf, followUps, entries, requester } = thread;
  const reading = { ...given, editPath: editPathOf(given, thread), sizes: fileSizes(thread.sent, thread.values) };
  const pathFrom = (from: number) => `${base}?from=${from}`;
  const first = entries[0]?.publicSeq ?? 1;
  return {
    number,
    subject,
    status: { category: thread.category, label: thread.publicLabel },
    requester:
      requester.id === reading.actor.id ? null : authorName(reading.reader, requester.name, reading.actor.accountName),
    createdAt,
    followUpOf,
    followUps,
    people: peopleLine(reading, thread),
    entries: withoutOpening(entries).map((entry) => withAnswers(reading, thread, entryView(reading, entry))),
    firstNew: firstNew(reading, thread),
    older: thread.older === null ? null : { href: pathFrom(thread.older), count: first - thread.older },
    newerHref: thread.newer === null ? null : pathFrom(thread.newer),
    after: thread.newer === null ? thread.publicSeq : thread.newer - 1,
  };
}

/** The first entry is the request itself. */
function withAnswers({ reader }: Reading, { sent, values }: PortalThread, entry: EntryView): EntryView {
  if (entry.kind !== 'message' || entry.message.seq !== 1) return entry;
  const answers = standingAnswers(reader, portalLines(reader, sent), values);
  return { ...entry, message: { ...entry.message, answers } };
}

/** Nobody's where the reader only looks, comes by a link, or the request takes nothing any more. */
export function editPathOf({ actor }: Reading, { number, category }: PortalThread): string | undefined {
  const may = actor.id !== '' && actor.viewedBy === null && takesReply(category);
  return may ? `/requests/${number}/messages` : undefined;
}

/** The first entry of others that the reader has not seen; on a first visit all of it is new, and no line says so. */
function firstNew({ actor }: Reading, { entries, readPublicSeq }: PortalThread): number | null {
  if (readPublicSeq === 0) return null;
  const found = entries.find(({ publicSeq, author }) => publicSeq > readPublicSeq && !isOwn(actor, author));
  return found?.publicSeq ?? null;
}

/** How many messages of others came in between what the reader last saw and what they have just sent; null: they sent nothing. */
export function cameBeforeSent(reading: Reading, { entries, readPublicSeq }: PortalThread): number | null {
  const unseen = entries.filter(({ kind, publicSeq }) => kind === 'message' && publicSeq > readPublicSeq);
  const sent = unseen.findLast(({ author }) => isOwn(reading.actor, author));
  if (!sent) return null;
  return unseen.filter(({ author, publicSeq }) => publicSeq < sent.publicSeq && !isOwn(reading.actor, author)).length;
}
