import type { AppContext } from '#http/context.ts';
import { visitAsAgent } from '#http/visit.ts';
import { normalizeAddress } from '#identity/people/normalize-address.ts';
import { isId } from '#lib/ids.ts';
import { type AskedPerson, loadTicketAccess, ticketAccessOf } from '#tickets/access-page.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import { sendPlace } from '../send-place.ts';
import { AccessPage } from './access-page.tsx';
import { readView } from './list-input.ts';
import { ticketNumberOf } from './ticket-number.ts';

/** Who can see the ticket, and by which rule; `?person=` asks about one contact, by address or id. */
export async function showAccess(c: AppContext): Promise<Response> {
  const number = ticketNumberOf(c);
  const typed = (c.req.query('person') ?? '').trim();
  const asked = askedOf(typed);
  const seen = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskFrame(scope, claim),
    ...loadTicketAccess(scope, number, asked),
  }));
  const access = ticketAccessOf(seen.rows);
  const fault = typed === '' || access.asked ? null : asked ? 'unknown' : 'unreadable';
  return sendPlace(c, seen, (props) => (
    <AccessPage {...props} access={access} typed={typed} fault={fault} from={readView(c.req.query('view'))} />
  ));
}

function askedOf(typed: string): AskedPerson | null {
  if (isId('contact', typed)) return { id: typed };
  const email = normalizeAddress(typed);
  return email === null ? null : { email };
}
