import { readAsLinkHolder } from '#db/read-as.ts';
import type { Results, Statements } from '#db/statement.ts';
import type { AppContext } from '#http/context.ts';
import { type Look, portalLook } from '#http/frame.ts';
import { sendPage } from '#http/send-page.ts';
import { openTicketLink, type TicketLink } from '#identity/ticket-links/open-ticket-link.ts';
import type { Contact, LinkClaim } from '#lib/actor.ts';
import { Problem } from '#lib/problem.ts';
import { DeadLinkPage } from './dead-link-page.tsx';

type Dead = Exclude<TicketLink, { state: 'live' }>;

export interface Linked<S extends Statements> {
  readonly claim: LinkClaim;
  readonly actor: Contact;
  readonly rows: Results<S>;
}

/** What the link of the address names; the page of a dead one where it opens nothing. `words`: what was being sent. */
export async function openLinkOf(c: AppContext, words = ''): Promise<LinkClaim | Response> {
  c.header('X-Robots-Tag', 'noindex');
  const link = await openTicketLink(c.get('scope'), c.req.param('token') ?? '');
  return link.state === 'live' ? link.claim : deadLink(c, link, words);
}

/** Its holder and the rows of the statements; the same page where it has died since. */
export async function readByLink<S extends Statements>(
  c: AppContext,
  claim: LinkClaim,
  statements: S,
  words = '',
): Promise<Linked<S> | Response> {
  try {
    return { claim, ...(await readAsLinkHolder(c.get('scope'), claim, statements)) };
  } catch (error) {
    if (error instanceof Problem && error.code === 'link_off') return deadLink(c, { state: 'off' }, words);
    throw error;
  }
}

/** In the holder's language and zone, and in nothing else as if they were here. */
export function linkLook(c: AppContext, { zone, locale }: Contact): Look {
  return portalLook(c, { zone, locale });
}

function deadLink(c: AppContext, link: Dead, words: string): Promise<Response> {
  const look = portalLook(c);
  const returnTo = link.state === 'expired' ? `/requests/${link.ticketNumber}` : '/';
  const state = link.state === 'expired' && link.isGuest ? 'expiredGuest' : link.state;
  const page = <DeadLinkPage frame={look.frame} state={state} returnTo={returnTo} words={words} />;
  return sendPage(c, look, page, link.state === 'unknown' ? 404 : 410);
}
