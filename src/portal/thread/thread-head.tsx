import { Button } from '#ui/button.tsx';
import { PageHead } from '#ui/page-head.tsx';
import type { Reader } from '#ui/reader.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import { type FormKeys, HiddenKeys } from '../forms/hidden-keys.tsx';
import type { PeopleLine } from './people-line.ts';
import type { ThreadView } from './thread-view.ts';

interface ThreadHeadProps {
  reader: Reader;
  thread: ThreadView;
  /** Null: the reader can only look. */
  keys: FormKeys | null;
}

/** Subject, where it stands, and the two things one can do to it as a whole. Live updates replace it. */
export const ThreadHead = ({ reader, thread, keys }: ThreadHeadProps) => {
  const { category } = thread.status;
  return (
    <PageHead
      id="thread-head"
      title={thread.subject}
      back={{ href: '/', label: reader.t('request.backToList') }}
      meta={<ThreadFacts reader={reader} thread={thread} />}
    >
      {keys && category !== 'closed' && <SolveForm reader={reader} thread={thread} keys={keys} />}
    </PageHead>
  );
};

/** Number, where it stands, who asked and when. */
export const ThreadFacts = ({ reader, thread }: { reader: Reader; thread: ThreadView }) => {
  const { t, rich } = reader;
  const { number, requester, createdAt, followUpOf, people } = thread;
  return (
    <>
      <span class="number">#{number}</span>
      <StatusBadge {...thread.status} />
      <span>
        <bdi>{requester === null ? t('requests.askedByYou') : t('requests.askedBy', { name: requester })}</bdi>{' '}
        <Time at={createdAt} reader={reader} />
      </span>
      {people && <PeopleFact reader={reader} people={people} />}
      {followUpOf !== null && (
        <span>{rich('request.followUpOf', { request: <a href={`/requests/${followUpOf}`}>#{followUpOf}</a> })}</span>
      )}
    </>
  );
};

/** Who else is on it. Live updates replace it, for no entry tells of a change. */
export const PeopleFact = ({ reader: { t }, people: { words, link } }: { reader: Reader; people: PeopleLine }) => (
  <span id="thread-people">
    {words !== '' && <bdi>{words}</bdi>}{' '}
    {link && <a href={link.href}>{t(link.adds ? 'people.addLink' : 'people.manage')}</a>}
  </span>
);

const SolveForm = ({ reader: { t }, thread: { number, status }, keys }: ThreadHeadProps & { keys: FormKeys }) => {
  const isSolved = status.category === 'solved';
  return (
    <form method="post" action={`/requests/${number}/${isSolved ? 'reopening' : 'solution'}`}>
      <HiddenKeys keys={keys} />
      <Button icon={isSolved ? 'reopen' : 'check'}>{t(isSolved ? 'request.reopen' : 'request.solve')}</Button>
    </form>
  );
};
