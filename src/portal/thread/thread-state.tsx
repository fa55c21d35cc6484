import { ButtonLink } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';
import type { ThreadView } from './thread-view.ts';

interface ThreadStateProps {
  reader: Reader;
  thread: ThreadView;
  /** Words for it stand below, and what became of them. */
  hasWords?: boolean;
}

/** What there is to know before one answers: that it is solved, or takes no answer. Live updates replace it. */
export const ThreadState = ({ reader, reader: { t }, thread, hasWords = false }: ThreadStateProps) => (
  <div id="thread-state">
    {thread.status.category === 'solved' && (
      <Notice tone="success">
        <p>{t('request.solved.text')}</p>
      </Notice>
    )}
    {thread.status.category === 'closed' && !hasWords && (
      <Notice>
        <h2>{t('request.closed.title')}</h2>
        <p>{t('request.closed.text')}</p>
        {thread.followUps.length > 0 && <FollowUps reader={reader} followUps={thread.followUps} />}
        <ButtonLink href={`/requests/new?follow_up=${thread.number}`} look="primary">
          {t('request.followUp')}
        </ButtonLink>
      </Notice>
    )}
  </div>
);

/** Where it goes on. */
const FollowUps = ({ reader: { t }, followUps }: { reader: Reader; followUps: ThreadView['followUps'] }) => (
  <>
    <p>{t('request.followUps')}</p>
    <ul>
      {followUps.map(({ number, subject }) => (
        <li>
          <a href={`/requests/${number}`}>
            #{number} <bdi>{subject}</bdi>
          </a>
        </li>
      ))}
    </ul>
  </>
);
