import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { sendFragment } from '#http/send-page.ts';
import { visitAsAgent } from '#http/visit.ts';
import { deskThreadOf, loadDeskTicket } from '#tickets/desk-ticket-page.ts';
import { loadDeskEdited } from '#tickets/edits/edited-messages.ts';
import { ViewCount } from '#ui/agent-shell.tsx';
import { EditedText } from '#ui/message-text.tsx';
import { writtenText } from '#ui/written-text.ts';
import { readView, views } from './list-input.ts';
import { Entry, Mails } from './thread-entries.tsx';
import { editOf, threadViewOf } from './thread-view.ts';
import { TicketFields, ticketFieldsOf } from './ticket-fields.tsx';
import { TicketActions, TicketMeta } from './ticket-head.tsx';
import { ticketNumberOf } from './ticket-number.ts';
import { TicketSettings } from './ticket-settings.tsx';
import { ticketViewOf } from './ticket-view.ts';

/** What came after an entry, and the facts of the page as they stand now. */
export async function showUpdates(c: AppContext): Promise<Response> {
  const number = ticketNumberOf(c);
  const after = afterOf(c.req.query('after'));
  const { actor, rows } = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskTicket(scope, claim, number, after + 1),
    ...loadDeskEdited(scope, number, after),
  }));
  const { reader } = (await agentLook(c, actor)).frame;
  const thread = deskThreadOf(rows, after + 1);
  const from = readView(c.req.query('view'));
  const ticket = ticketViewOf(reader, actor, rows, thread, from);
  const view = threadViewOf(reader, actor, thread, from, null);
  c.header('X-After', String(view.last ?? Math.max(after, thread.ticket.seq)));
  return sendFragment(
    c,
    <>
      {view.entries.map((entry) => (
        <Entry reader={reader} entry={entry} />
      ))}
      {rows.edited.map(({ entry: seq, sentAt: at, ...edited }) => (
        <EditedText
          reader={reader}
          text={{
            seq,
            ...writtenText(edited.body, edited.files, '/files'),
            ...editOf(actor, thread.ticket, from, { ...edited, seq, at }, reader.now),
          }}
        />
      ))}
      {view.otherMails.map((mails) => (
        <Mails reader={reader} mails={mails} />
      ))}
      <TicketMeta reader={reader} ticket={ticket} />
      <TicketActions reader={reader} ticket={ticket} />
      {views.map((each) => (
        <ViewCount view={each} count={rows.counts[each]} />
      ))}
      <TicketSettings reader={reader} ticket={ticket} />
      <TicketFields reader={reader} fields={ticketFieldsOf(reader, rows, thread, from)} />
    </>,
  );
}

function afterOf(text: string | undefined): number {
  return text && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
