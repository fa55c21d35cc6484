import { EventLine } from '#ui/event-line.tsx';
import { Message } from '#ui/message.tsx';
import type { Reader } from '#ui/reader.ts';
import { NewSince } from '#ui/thread.tsx';
import type { EntryView } from './entry-view.ts';

interface EntriesProps {
  reader: Reader;
  entries: readonly EntryView[];
  /** Above which number the line "new since" stands. */
  firstNew?: number | null;
}

/** Entries in their order; also what live updates add. */
export const Entries = ({ reader, entries, firstNew = null }: EntriesProps) => (
  <>
    {entries.map((entry) => (
      <>
        {seqOf(entry) === firstNew && <NewSince reader={reader} />}
        <Entry reader={reader} entry={entry} />
      </>
    ))}
  </>
);

const Entry = ({ reader, entry }: { reader: Reader; entry: EntryView }) =>
  entry.kind === 'message' ? (
    <Message reader={reader} message={entry.message} />
  ) : (
    <EventLine reader={reader} at={entry.at} seq={entry.seq} icon={entry.icon}>
      <bdi>{entry.words}</bdi>
    </EventLine>
  );

function seqOf(entry: EntryView): number {
  return entry.kind === 'message' ? entry.message.seq : entry.seq;
}
