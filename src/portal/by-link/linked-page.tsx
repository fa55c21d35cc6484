import { Button, ButtonLink } from '#ui/button.tsx';
import type { Frame } from '#ui/frame.ts';
import { Notice } from '#ui/notice.tsx';
import { OpenShell } from '#ui/open-shell.tsx';
import { PageHead } from '#ui/page-head.tsx';
import type { Reader } from '#ui/reader.ts';
import { Thread } from '#ui/thread.tsx';
import { Details } from '../thread/details.tsx';
import { Entries } from '../thread/entries.tsx';
import { ThreadFacts } from '../thread/thread-head.tsx';
import type { LinkedReply, LinkedView } from './linked-view.ts';
import { ReplyByLink } from './reply-by-link.tsx';
import { SignInAs } from './sign-in-as.tsx';

interface LinkedPageProps {
  frame: Frame;
  linked: LinkedView;
  reply: LinkedReply;
}

/** One request for whoever holds its link: whose link it is, what was said, and a place to answer. Nothing around it. */
export const LinkedPage = ({ frame, linked, reply }: LinkedPageProps) => {
  const { reader } = frame;
  const { thread } = linked;
  return (
    <OpenShell frame={frame} title={thread.subject} action={<WayOn reader={reader} linked={linked} />}>
      <Whose reader={reader} linked={linked} />
      <PageHead title={thread.subject} meta={<ThreadFacts reader={reader} thread={thread} />} />
      <Details reader={reader} details={linked.details} />
      <Thread reader={reader} older={thread.older ?? undefined}>
        <Entries reader={reader} entries={thread.entries} />
      </Thread>
      {thread.newerHref && (
        <a class="older" href={thread.newerHref}>
          <span>{reader.t('request.laterMessages')}</span>
        </a>
      )}
      <div class="below-thread">
        <ReplyByLink reader={reader} linked={linked} reply={reply} />
      </div>
    </OpenShell>
  );
};

/** To the whole portal, by the shortest way there is from here. */
const WayOn = ({ reader, linked: { thread, holder, browser } }: { reader: Reader; linked: LinkedView }) => {
  if (holder.isGuest && browser.of === 'nobody') return null;
  if (browser.of === 'nobody') return <SignInAs reader={reader} holder={holder} number={thread.number} />;
  return browser.of === 'holder' && !holder.isGuest ? (
    <ButtonLink href={`/requests/${thread.number}`}>{reader.t('byLink.openThere')}</ButtonLink>
  ) : (
    <ButtonLink href="/">{reader.t('byLink.ownRequests')}</ButtonLink>
  );
};

/** A forwarded mail is a danger: the page names its holder, and lets anybody close it. */
const Whose = ({ reader: { t, rich }, linked: { base, holder, browser } }: { reader: Reader; linked: LinkedView }) => {
  const { name } = holder;
  return (
    <Notice tone={browser.of === 'another' ? 'warning' : 'info'}>
      <p>{rich('byLink.whose', { email: <b class="address">{holder.email}</b>, name: <bdi>{name}</bdi> })}</p>
      {browser.of === 'another' && (
        <p>{rich('byLink.signedInAs', { email: <b class="address">{browser.email}</b>, name: <bdi>{name}</bdi> })}</p>
      )}
      <details class="not-you">
        <summary>{rich('byLink.notYou', { name: <bdi>{name}</bdi> })}</summary>
        <p>{t('byLink.notYou.text', { name })}</p>
        <form method="post" action={`${base}/revocation`}>
          <Button>{t('byLink.turnOff')}</Button>
        </form>
      </details>
    </Notice>
  );
};
