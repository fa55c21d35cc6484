import { DeliveryMark } from '#ui/delivery-mark.tsx';
import { EventLine } from '#ui/event-line.tsx';
import { Message } from '#ui/message.tsx';
import { NoteEntry } from '#ui/note-entry.tsx';
import type { Reader } from '#ui/reader.ts';
import { Thread } from '#ui/thread.tsx';
import type { EntryView, MailsView, ThreadView } from './thread-view.ts';

/** The thread, kept fresh where its end is on the page. */
export const ThreadEntries = ({ reader, thread, after }: { reader: Reader; thread: ThreadView; after: number }) => (
  <live-thread
    {...(thread.liveHref && {
      'data-live': thread.liveHref,
      'data-updates': thread.updatesHref,
      'data-after': String(after),
    })}
  >
    <Thread reader={reader} older={thread.older}>
      {thread.entries.map((entry) => (
        <>
          {seqOf(entry) === thread.cameInAt && <CameIn reader={reader} />}
          <Entry reader={reader} entry={entry} />
        </>
      ))}
    </Thread>
    {thread.newerHref && (
      <p class="older newer">
        <span>
          <a href={thread.newerHref}>{reader.t('agent.ticket.newer')}</a> ·{' '}
          <a href={thread.newestHref}>{reader.t('agent.ticket.newest')}</a>
        </span>
      </p>
    )}
  </live-thread>
);

export const Entry = ({ reader, entry }: { reader: Reader; entry: EntryView }) => {
  if (entry.kind === 'note') return <NoteEntry reader={reader} note={entry.note} />;
  if (entry.kind === 'message') {
    return (
      <Message reader={reader} message={entry.message}>
        <Mails reader={reader} mails={entry.mails} />
      </Message>
    );
  }
  return (
    <EventLine reader={reader} at={entry.at} icon={entry.icon} seq={entry.seq}>
      {entry.words}
    </EventLine>
  );
};

/** Where the mails of a message stand. */
export const Mails = ({ reader, mails }: { reader: Reader; mails: MailsView }) => (
  <div id={`mails-${mails.id}`}>
    {mails.deliveries.map((delivery) => (
      <DeliveryMark reader={reader} delivery={delivery} />
    ))}
  </div>
);

const CameIn = ({ reader }: { reader: Reader }) => (
  <li class="new-since" id="new">
    <span>{reader.t('agent.ticket.cameIn')}</span>
  </li>
);

function seqOf(entry: EntryView): number {
  if (entry.kind === 'event') return entry.seq;
  return entry.kind === 'note' ? entry.note.seq : entry.message.seq;
}
