import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { countWrite } from '#http/limit-writes.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { visitAsContact } from '#http/visit.ts';
import { revokeTicketLinks } from '#identity/ticket-links/revoke-ticket-links.ts';
import { notFound } from '#lib/problem.ts';
import { ticketLinkPath } from '#mail/ticket-link.ts';
import { loadLiveThread } from '#tickets/portal-live-thread.ts';
import { requestNumberOf } from '../request-number.ts';
import { openLinkOf, readByLink } from './with-link.tsx';

/** POST /r/:token/revocation: whoever holds a link may close it, and those of the same person and request with it. */
export async function revokeByLink(c: AppContext): Promise<Response> {
  await readForm(c, z.strictObject({}));
  const claim = await openLinkOf(c);
  if (claim instanceof Response) return claim;
  const scope = c.get('scope');
  await countWrite(c, { tenantId: scope.tenant.id, contactId: claim.contactId });
  const linked = await readByLink(c, claim, {});
  if (linked instanceof Response) return linked;
  const by = { kind: 'contact', id: linked.actor.id } as const;
  const ticket = { id: claim.ticketId, accountId: claim.accountId };
  await revokeTicketLinks(scope, { ticket, contactId: by.id, by, door: 'link', origin: originOf(c) });
  return c.redirect(ticketLinkPath(c.req.param('token') ?? ''), 303);
}

/** POST /requests/:number/link-revocation: a contact turns off their own. */
export async function revokeOwn(c: AppContext): Promise<Response> {
  const number = requestNumberOf(c);
  await readForm(c, z.strictObject({}));
  const { actor, rows } = await visitAsContact(c, (scope, claim) => loadLiveThread(scope, claim, number));
  if (!rows.ticket) throw notFound();
  const by = { kind: 'contact', id: actor.id } as const;
  const ticket = { id: rows.ticket.id, accountId: actor.accountId };
  const revocation = { ticket, contactId: actor.id, by, door: 'session', origin: originOf(c) } as const;
  await revokeTicketLinks(c.get('scope'), revocation);
  return c.redirect(`/requests/${number}?links-off`, 303);
}
