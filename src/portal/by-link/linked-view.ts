import type { Contact } from '#lib/actor.ts';
import type { SafeHtml } from '#lib/markdown.ts';
import type { PortalThread } from '#tickets/portal-thread-page.ts';
import type { Reader } from '#ui/reader.ts';
import { type ThreadView, threadView } from '../thread/thread-view.ts';

/** Who is signed in in the browser: nobody, the holder (in another workspace), or somebody else by their address. */
export type Browser = { readonly of: 'nobody' | 'holder' } | { readonly of: 'another'; readonly email: string };

/** A request as its link shows it. */
export interface LinkedView {
  /** The link's own path. */
  readonly base: string;
  readonly thread: ThreadView;
  /** Whom the link was sent to. */
  readonly holder: { readonly id: string; readonly name: string; readonly email: string };
  readonly browser: Browser;
}

/** What stands in the reply box, and what became of it. */
export interface LinkedReply {
  readonly key: string;
  readonly body: string;
  readonly error?: string | undefined;
  readonly preview?: SafeHtml | undefined;
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
  const somebody = { reader, brand, actor: { ...actor, id: '' } };
  return threadView(somebody, { ...thread, readPublicSeq: 0, followUpOf: null }, base);
}
