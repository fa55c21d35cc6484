import { draftFiles } from '#attachments/draft-files.ts';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { sendPage } from '#http/send-page.ts';
import { visitAsAgent } from '#http/visit.ts';
import { deskThreadOf, loadDeskTicket } from '#tickets/desk-ticket-page.ts';
import { composerOf } from './composer-view.ts';
import type { Draft } from './draft.ts';
import { readView } from './list-input.ts';
import { threadViewOf } from './thread-view.ts';
import { ticketFieldsOf } from './ticket-fields.tsx';
import { ticketNumberOf } from './ticket-number.ts';
import { TicketPage } from './ticket-page.tsx';
import type { TicketTrouble } from './ticket-trouble.ts';
import { ticketViewOf } from './ticket-view.ts';

/** The page of the ticket in the address, with this draft in its composer. */
export async function sendTicket(
  c: AppContext,
  draft: Draft,
  status: 200 | 409 | 422 = 200,
  trouble: TicketTrouble | null = null,
): Promise<Response> {
  const number = ticketNumberOf(c);
  const first = firstOf(c);
  const { actor, rows } = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskTicket(scope, claim, number, first),
    kept: draftFiles(scope, { kind: 'agent', id: claim.agentId }, draft.files.key),
  }));
  const look = await agentLook(c, actor);
  const { reader } = look.frame;
  const thread = deskThreadOf(rows, first);
  const from = readView(c.req.query('view'));
  return sendPage(
    c,
    look,
    <TicketPage
      frame={look.frame}
      person={actor}
      counts={rows.counts}
      from={from}
      ticket={ticketViewOf(reader, actor, rows, thread, from, trouble)}
      fields={ticketFieldsOf(reader, rows, thread, from, trouble)}
      thread={threadViewOf(reader, actor, thread, from, draft.seen)}
      composer={composerOf(reader, actor, rows, thread, draft)}
    />,
    status,
  );
}

/** The first entry that the address asks for; null: the newest. A POST always shows the newest. */
function firstOf(c: AppContext): number | null {
  const from = c.req.query('from');
  return c.req.method !== 'POST' && from && /^[1-9]\d{0,8}$/.test(from) ? Number(from) : null;
}
