import type { AppContext } from '#http/context.ts';
import { visitAsAgent } from '#http/visit.ts';
import { notFound } from '#lib/problem.ts';
import { joinRoom, refuseHandshake } from '#live/join.ts';
import { loadDeskDoor } from '#tickets/desk-ticket-page.ts';
import { ticketNumberOf } from './ticket-number.ts';

/** The socket of a thread: that there is something new, who is here, who is writing. */
export async function joinTicket(c: AppContext): Promise<Response> {
  const refusal = refuseHandshake(c.req.raw);
  if (refusal) return refusal;
  const number = ticketNumberOf(c);
  const { actor, rows } = await visitAsAgent(c, (scope) => loadDeskDoor(scope, number));
  if (!rows.ticket) throw notFound();
  const { id: ticketId, seq: latest } = rows.ticket;
  const scope = c.get('scope');
  return joinRoom(c.env, c.req.raw, { scope, topic: { kind: 'ticket', ticketId }, actor, host: c.get('host'), latest });
}
