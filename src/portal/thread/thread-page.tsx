import { raw } from 'hono/html';
import type { Contact } from '#lib/actor.ts';
import type { SafeHtml } from '#lib/markdown.ts';
import type { Frame } from '#ui/frame.ts';
import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';
import { Thread } from '#ui/thread.tsx';
import { TypingLine } from '#ui/typing-line.tsx';
import { ContactPage } from '../contact-page.tsx';
import type { FormKeys } from '../forms/hidden-keys.tsx';
import { Details, type DetailsView } from './details.tsx';
import { Entries } from './entries.tsx';
import { OwnLinks } from './own-links.tsx';
import { ReplyPart, type ReplyView } from './reply-part.tsx';
import { ThreadHead } from './thread-head.tsx';
import { ThreadState } from './thread-state.tsx';
import type { ThreadView } from './thread-view.ts';

/** What has just happened: the request was opened, its links turned off, or a reply sent while so many others came in. */
export type JustDone =
  | { readonly kind: 'opened'; readonly words: SafeHtml | null }
  | { readonly kind: 'linksOff' }
  | { readonly kind: 'sent'; readonly between: number };

export interface ThreadPageProps {
  frame: Frame;
  actor: Contact;
  thread: ThreadView;
  details: DetailsView;
  reply: ReplyView;
  headKeys: FormKeys;
  done: JustDone | null;
  /** Mails to the reader have links that open this without signing in. */
  hasLinks: boolean;
}

/** A request: what was said, in order, and a place to answer. */
export const ThreadPage = ({ frame, actor, thread, details, reply, headKeys, done, hasLinks }: ThreadPageProps) => {
  const { reader } = frame;
  const { older, newerHref } = thread;
  const base = `/requests/${thread.number}`;
  // Who looks for another sits in no room: others would see them come.
  const isLooking = actor.viewedBy !== null;
  // Entries that came in would stand under a gap while later ones are behind a link.
  const isLive = newerHref === null && !isLooking;
  const parts = (
    <>
      <ThreadHead reader={reader} thread={thread} keys={isLooking ? null : headKeys} />
      <Details reader={reader} details={details} />
      <Thread reader={reader} older={older ?? undefined}>
        <Entries reader={reader} entries={thread.entries} firstNew={thread.firstNew} />
      </Thread>
      {newerHref && (
        <a class="older" href={newerHref}>
          <span>{reader.t('request.laterMessages')}</span>
        </a>
      )}
      <TypingLine reader={reader} />
      {done && <Done reader={reader} done={done} email={actor.email} />}
      <ThreadState reader={reader} thread={thread} hasWords={reply.body !== ''} />
      {isLooking ? (
        <Notice>
          <p>{reader.t('viewAs.noReply', { name: actor.name || actor.email })}</p>
        </Notice>
      ) : (
        <ReplyPart {...{ reader, thread, reply }} person={actor.id} />
      )}
      {hasLinks && <OwnLinks reader={reader} number={thread.number} />}
    </>
  );
  return (
    <ContactPage frame={frame} actor={actor} title={thread.subject} current="requests" width="reading" live={isLive}>
      {isLive ? (
        <live-thread
          data-live={`${base}/live`}
          data-updates={`${base}/updates`}
          data-after={thread.after}
          data-reading={`${base}/reading`}
        >
          {parts}
        </live-thread>
      ) : (
        parts
      )}
    </ContactPage>
  );
};

const Done = ({ reader: { t }, done, email }: { reader: Reader; done: JustDone; email: string }) => (
  <Notice tone="success" focus>
    {done.kind === 'opened' && done.words !== null && (
      <div class="prose" dir="auto">
        {raw(done.words)}
      </div>
    )}
    {done.kind === 'opened' && <p>{t('request.received', { email })}</p>}
    {done.kind === 'linksOff' && <p>{t('byLink.own.done')}</p>}
    {done.kind === 'sent' && <p>{t('reply.sent')}</p>}
    {done.kind === 'sent' && done.between > 0 && (
      <p>
        <a href="#new">{t('reply.cameInBetween', { count: done.between })}</a>
      </p>
    )}
  </Notice>
);
