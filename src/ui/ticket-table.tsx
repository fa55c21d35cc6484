import { lengthOfTime } from '#lib/times.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icon.tsx';
import type { Reader } from './reader.ts';
import { StatusBadge, type StatusView } from './status-badge.tsx';
import { Time } from './time.tsx';

export type TicketRowView = {
  number: number;
  href: string;
  subject: string;
  status: StatusView;
  requester: string;
  account?: string | undefined;
  assignee?: string | undefined;
  /** Level 0 is the lowest. Drawn as bars from 2 (high) on. */
  priority: { label: string; level: 0 | 1 | 2 | 3 };
  /** Since when the customer waits for an answer (ms); absent when it is theirs to answer. */
  waitingSince?: number | undefined;
  lastCustomerMessageAt: number;
  /** Given where the list is sorted by it. */
  openedAt?: number | undefined;
  /** How it came; drawn where it was not by the portal. */
  source?: { kind: 'portal' | 'agent' | 'email' | 'api'; label: string } | undefined;
};

const columns = ['status', 'ticket', 'requester', 'assignee', 'priority', 'age', 'waiting'] as const;

type TicketTableProps = { reader: Reader; label: string; rows: readonly TicketRowView[] };

/** The queue. `<agent-keys>` moves through `[data-row] a`; the longest wait is marked in words. */
export const TicketTable = ({ reader, label, rows }: TicketTableProps) => (
  <table class="tickets" aria-label={label}>
    <thead>
      <tr>
        {columns
          .filter((column) => column !== 'age' || rows[0]?.openedAt)
          .map((column) => (
            <th scope="col" class={`col-${column}`}>
              {reader.t(`agent.list.column.${column}`)}
            </th>
          ))}
      </tr>
    </thead>
    <tbody data-list>
      {rows.map((row) => (
        <TicketRow reader={reader} row={row} />
      ))}
    </tbody>
  </table>
);

const TicketRow = ({ reader, row }: { reader: Reader; row: TicketRowView }) => (
  <tr data-row={row.number}>
    <td class="col-status">
      <StatusBadge {...row.status} />
    </td>
    <th scope="row" class="col-ticket">
      <div class="subject">
        <a href={row.href}>
          <span class="number">{row.number}</span> <bdi>{row.subject}</bdi>
        </a>
        {row.source && <SourceMark source={row.source} />}
      </div>
    </th>
    <td class="col-requester">
      <bdi>{row.requester}</bdi>{' '}
      {row.account && (
        <small>
          <bdi>{row.account}</bdi>
        </small>
      )}
    </td>
    <td class="col-assignee">
      {row.assignee ? (
        <>
          <Avatar name={row.assignee} side="team" />
          <bdi>{row.assignee}</bdi>
        </>
      ) : (
        <span class="none">{reader.t('agent.list.nobody')}</span>
      )}
    </td>
    <td class="col-priority">
      <span class="priority" data-level={row.priority.level}>
        {row.priority.label}
      </span>
    </td>
    {row.openedAt !== undefined && (
      <td class="col-age">
        <Time at={row.openedAt} reader={reader} />
      </td>
    )}
    <td class="col-waiting">
      <Waiting reader={reader} row={row} />
    </td>
  </tr>
);

const SourceMark = ({ source }: { source: NonNullable<TicketRowView['source']> }) => (
  <span class="source" title={source.label}>
    {source.kind !== 'portal' && <Icon name={sourceIcons[source.kind]} />}
    <span class="unseen">{source.label}</span>
  </span>
);

const sourceIcons = { agent: 'person', email: 'mail', api: 'key' } as const;

const Waiting = ({ reader, row }: { reader: Reader; row: TicketRowView }) =>
  row.waitingSince === undefined ? (
    <span class="none">
      <Time at={row.lastCustomerMessageAt} reader={reader} />
    </span>
  ) : (
    <Waited reader={reader} ms={reader.now - row.waitingSince} />
  );

const Waited = ({ reader, ms }: { reader: Reader; ms: number }) => {
  const time = lengthOfTime(ms, reader.locale);
  return (
    <span class="waiting" data-long={howLong(ms)}>
      <Icon name="clock" />
      <span aria-hidden="true">{time}</span>
      <span class="unseen">{reader.t('agent.list.waitingFor', { time })}</span>
    </span>
  );
};

const day = 86_400_000;
const howLong = (ms: number): 'yes' | 'very' | undefined => (ms > 3 * day ? 'very' : ms > day ? 'yes' : undefined);
