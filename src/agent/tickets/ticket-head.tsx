import { lengthOfTime } from '#lib/times.ts';
import { Button } from '#ui/button.tsx';
import { PageHead } from '#ui/page-head.tsx';
import type { Reader } from '#ui/reader.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import type { View } from './list-input.ts';
import { listHref } from './list-input.ts';
import { type ChoiceField, wasName } from './ticket-choices.ts';
import type { TicketView } from './ticket-view.ts';

type Props = { reader: Reader; ticket: TicketView };
type HeadProps = Props & {
  from: View;
  /** Where one writes, far below: the text box. */
  writeHref: string;
  /** Only notes can be written. */
  noteOnly: boolean;
};

export const TicketHead = ({ reader, ticket, from, writeHref, noteOnly }: HeadProps) => (
  <PageHead
    title={ticket.subject}
    back={{ href: listHref({ view: from }), label: reader.t(`agent.view.${from}`) }}
    jump={{ href: writeHref, label: reader.t(noteOnly ? 'agent.compose.note' : 'agent.compose.reply') }}
    meta={<TicketMeta reader={reader} ticket={ticket} />}
  >
    <TicketActions reader={reader} ticket={ticket} />
  </PageHead>
);

/** Facts under the subject; updates replace them by id. */
export const TicketMeta = ({ reader, ticket }: Props) => (
  <div class="meta" id="ticket-meta">
    <span class="number">#{ticket.number}</span>
    <StatusBadge {...ticket.status} />
    {ticket.waitingSince !== null && (
      <b>
        {reader.t('agent.list.waitingFor', { time: lengthOfTime(reader.now - ticket.waitingSince, reader.locale) })}
      </b>
    )}
    <span>
      {reader.rich('agent.ticket.opened', {
        name: <bdi>{ticket.requester.name || ticket.requester.email}</bdi>,
        time: <Time at={ticket.createdAt} reader={reader} />,
        source: reader.t(`agent.source.${ticket.source}`),
      })}
    </span>
  </div>
);

/** The steps that need no choice: take it, solve it. */
export const TicketActions = ({ reader, ticket }: Props) => (
  <div class="actions" id="ticket-actions">
    {ticket.takeAs && (
      <quiet-form>
        <form method="post" action={ticket.settings.action}>
          <Asked ticket={ticket} field="assignee" />
          <Button name="assignee" value={ticket.takeAs} icon="person">
            {reader.t('agent.ticket.takeIt')}
          </Button>
        </form>
      </quiet-form>
    )}
    {ticket.solveAs && (
      <quiet-form>
        <form method="post" action={ticket.settings.action}>
          <Asked ticket={ticket} field="status" />
          <Button name="status" value={ticket.solveAs} icon="check" data={{ 'data-key': 'e' }}>
            {reader.t('agent.ticket.solveIt')}
          </Button>
        </form>
      </quiet-form>
    )}
  </div>
);

/** From which page it is pressed: what that showed. */
const Asked = ({ ticket: { settings }, field }: { ticket: TicketView; field: ChoiceField }) => (
  <>
    <input type="hidden" name="key" value={settings.key} autocomplete="off" />
    <input type="hidden" name={wasName(field)} value={settings.choices[field].value} autocomplete="off" />
  </>
);
