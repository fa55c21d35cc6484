import { Hono } from 'hono';
import * as z from 'zod';
import type { AppContext, AppEnv } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { visitAsAgent } from '#http/visit.ts';
import { listLinkHolders } from '#identity/ticket-links/list-ticket-links.ts';
import { revokeTicketLinks } from '#identity/ticket-links/revoke-ticket-links.ts';
import { notFound } from '#lib/problem.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import { loadDeskDoor } from '#tickets/desk-ticket-page.ts';
import { ticketNumberOf } from '../tickets/ticket-number.ts';
import { TicketLinksPage } from './ticket-links-page.tsx';

const path = '/tickets/:number/link-revocation';

/** Whose mails have links that open a ticket, and turning them off. Any agent may: it takes nothing away but a short way. */
export const ticketLinkRoutes = new Hono<AppEnv>().get(path, show).post(path, revoke);

async function show(c: AppContext): Promise<Response> {
  const number = ticketNumberOf(c);
  const { actor, rows } = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskFrame(scope, claim),
    ...loadDeskDoor(scope, number),
    holders: listLinkHolders(scope, number),
  }));
  if (!rows.ticket) throw notFound();
  const look = await agentLook(c, actor);
  const { counts, holders } = rows;
  return sendPage(c, look, <TicketLinksPage frame={look.frame} {...{ actor, counts, holders, number }} />);
}

async function revoke(c: AppContext): Promise<Response> {
  const number = ticketNumberOf(c);
  await readForm(c, z.strictObject({}));
  const { actor, rows } = await visitAsAgent(c, (scope) => loadDeskDoor(scope, number));
  if (!rows.ticket) throw notFound();
  const by = { kind: 'agent', id: actor.id } as const;
  const revocation = { ticket: rows.ticket, contactId: null, by, door: 'session', origin: originOf(c) } as const;
  await revokeTicketLinks(c.get('scope'), revocation);
  return c.redirect(`/tickets/${number}/link-revocation`, 303);
}
