import type { Contact } from '#lib/actor.ts';
import type { SafeHtml } from '#lib/markdown.ts';
import type { PortalThread } from '#tickets/portal-thread-page.ts';
import type { ComposerFiles } from '#ui/composer.tsx';
import type { Reader } from '#ui/reader.ts';
import type { DetailsView } from '../thread/details.tsx';
import { type ThreadView, threadView } from '../thread/thread-view.ts';

/** Who is signed in in the browser: nobody, the holder (in another workspace), or somebody else by their address. */
export type Browser = { readonly of: 'nobody' | 'holder' } | { readonly of: 'another'; readonly email: string };

/** A request as its link shows it. */
export interface LinkedView {
  /** The link's own path. */
  readonly base: string;
  readonly thread: ThreadView;
  /** What its fields hold, to read only. */
  readonly details: DetailsView;
  /** Whom the link was sent to. */
  readonly holder: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    /** They have no place in the request's account: to sign in would show them nothing of it. */
    readonly isGuest: boolean;
  };
  readonly browser: Browser;
}

/** What stands in the reply box, and what became of it. */
export interface LinkedReply {
  readonly key: string;
  readonly body: string;
  readonly error?: string | undefined;
  readonly preview?: SafeHtml | undefined;
  readonly files: ComposerFiles;
  readonly notice: 'reply.alreadySent' | 'reply.sent' | null;
}

/**
 * Nobody knows who reads, so nothing is called the reader's own, nothing tells
 * how far the holder has read, and no other request is named.
 */
export function linkedThread(
  { reader, brand }: { reader: Reader; brand: string },
  actor: Contact,
  thread: PortalThread,
  base: string,
): ThreadView {
  const somebody = { reader, brand, actor: { ...actor, id: '' }, filesPath: `${base}/files` };
  const alone = { readPublicSeq: 0, followUpOf: null, followUps: [] };
  return threadView(somebody, { ...thread, ...alone }, base);
}
