import { SessionEnded } from '#db/session-errors.ts';
import type { AppContext } from '#http/context.ts';
import { uploadsView } from '#http/form-files.ts';
import { newKey } from '#http/form-key.ts';
import { sendPage } from '#http/send-page.ts';
import { visitAsVisitor } from '#http/visit.ts';
import type { Contact, LinkClaim, Visitor } from '#lib/actor.ts';
import { ticketLinkPath } from '#mail/ticket-link.ts';
import { loadThread, type PortalThread, threadOf } from '#tickets/portal-thread-page.ts';
import { numberIn } from '../request-number.ts';
import { detailsOf } from '../thread/details.tsx';
import { LinkedPage } from './linked-page.tsx';
import { type Browser, type LinkedReply, linkedThread } from './linked-view.ts';
import { linkLook, openLinkOf, readByLink } from './with-link.tsx';
import { withoutAddresses } from './without-addresses.ts';

/** GET /r/:token: the request at once. It writes nothing, so that no scanner of mail can do harm by it. */
export async function showLinked(c: AppContext): Promise<Response> {
  const claim = await openLinkOf(c);
  if (claim instanceof Response) return claim;
  const other = await signedIn(c);
  const isHolder = other?.id === claim.contactId;
  if (isHolder && !claim.isGuest && isThere(other, claim)) return c.redirect(`/requests/${claim.ticketNumber}`, 303);
  const from = numberIn(c.req.query('from'));
  const start = from === null ? 'unread' : { from };
  const linked = await readByLink(c, claim, loadThread(c.get('scope'), claim, claim.ticketNumber, start));
  if (linked instanceof Response) return linked;
  const notice = c.req.query('sent') === undefined ? null : 'reply.sent';
  const uploads = uploadsView(newKey(), [], linkBase(c));
  const reply = { key: newKey(), body: '', notice, files: { uploads, ids: [] } } as const;
  return linkedPage(c, linked, threadOf(linked.rows), { browser: browserOf(other, isHolder), reply }, 200);
}

/** The page, with this in its reply box. */
export function linkedPage(
  c: AppContext,
  { actor, claim }: { readonly actor: Contact; readonly claim: LinkClaim },
  told: PortalThread,
  { browser, reply }: { readonly browser: Browser; readonly reply: LinkedReply },
  status: 200 | 409 | 422,
): Promise<Response> {
  const look = linkLook(c, actor);
  const { reader, brand } = look.frame;
  const base = linkBase(c);
  const thread = withoutAddresses(told, reader.t('request.unnamed', { workspace: actor.accountName }));
  const linked = {
    base,
    details: detailsOf({ reader, workspace: null, filesPath: `${base}/files` }, thread),
    thread: linkedThread({ reader, brand: brand.name }, actor, thread, base),
    holder: { id: actor.id, name: actor.name || actor.email, email: actor.email, isGuest: claim.isGuest },
    browser,
  };
  return sendPage(c, look, <LinkedPage frame={look.frame} linked={linked} reply={reply} />, status);
}

/** The link's own path. */
export function linkBase(c: AppContext): string {
  return ticketLinkPath(c.req.param('token') ?? '');
}

function browserOf(person: Contact | Visitor | null, isHolder: boolean): Browser {
  if (!person) return { of: 'nobody' };
  return isHolder ? { of: 'holder' } : { of: 'another', email: person.email };
}

/** In the request's workspace, or about to choose one. */
function isThere(person: Contact | Visitor, { accountId }: LinkClaim): boolean {
  return person.kind === 'visitor' || person.accountId === accountId;
}

/** Who is signed in in this browser in person; null: nobody. */
async function signedIn(c: AppContext): Promise<Contact | Visitor | null> {
  const claim = c.get('claim');
  if (claim?.kind !== 'contact' || claim.isViewAs) return null;
  try {
    return (await visitAsVisitor(c, () => ({}))).actor;
  } catch (error) {
    if (error instanceof SessionEnded) return null;
    throw error;
  }
}
