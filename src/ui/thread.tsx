import type { Child } from 'hono/jsx';
import type { Reader } from './reader.ts';

type ThreadProps = {
  reader: Reader;
  /** A link to the entries that are not shown, with how many there are. */
  older?: { href: string; count: number } | undefined;
  /** `<Message>`, `<EventLine>`, `<NoteEntry>`, `<NewSince>` in their order. */
  children: Child;
};

/** The entries of a thread. New ones are added to `[data-entries]`, and the log around it reads them out. */
export const Thread = ({ reader, older, children }: ThreadProps) => (
  <div class="thread">
    {older && <OlderLink reader={reader} {...older} />}
    <div role="log" aria-label={reader.t('request.thread')}>
      <ol data-entries>{children}</ol>
    </div>
  </div>
);

const OlderLink = ({ reader, href, count }: { reader: Reader; href: string; count: number }) => (
  <a class="older" href={href} data-older>
    <span>{reader.t('request.olderMessages', { count })}</span>
  </a>
);

/** Stands above the first entry that the reader has not seen. */
export const NewSince = ({ reader }: { reader: Reader }) => (
  <li class="new-since" id="new">
    <span>{reader.t('request.newSince')}</span>
  </li>
);
