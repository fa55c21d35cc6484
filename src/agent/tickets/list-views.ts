import type { Results } from '#db/statement.ts';
import type { DeskListInput, loadDeskList } from '#tickets/desk-list-page.ts';
import type { Reader } from '#ui/reader.ts';
import type { TicketRowView } from '#ui/ticket-table.tsx';
import { ticketHref, type View } from './list-input.ts';

type Rows = Results<ReturnType<typeof loadDeskList>>;

export interface LongestWaitView {
  readonly number: number;
  readonly subject: string;
  readonly href: string;
  /** ms, UTC */
  readonly since: number;
}

export function rowOf(
  reader: Reader,
  { view, sort }: Pick<DeskListInput, 'view' | 'sort'>,
  row: Rows['page']['items'][number],
): TicketRowView {
  return {
    number: row.number,
    href: ticketHref(row.number, view),
    subject: row.subject,
    status: { category: row.category, label: row.statusLabel },
    requester: row.requesterName || row.requesterEmail,
    account: row.accountName,
    assignee: row.assigneeName ?? undefined,
    priority: { label: row.priorityLabel, level: levelOf(row.priorityPosition) },
    source: { kind: row.source, label: reader.t(`agent.source.${row.source}`) },
    waitingSince: row.waitingSince ?? undefined,
    lastCustomerMessageAt: row.lastCustomerAt,
    openedAt: sort === 'age' ? row.createdAt : undefined,
  };
}

export function longestWaitOf(view: View, row: Rows['longestWaiting']): LongestWaitView | null {
  if (row === null || row.waitingSince === null) return null;
  return { number: row.number, subject: row.subject, href: ticketHref(row.number, view), since: row.waitingSince };
}

/** Priorities are the tenant's, lowest first; the table knows four weights. */
function levelOf(position: number): TicketRowView['priority']['level'] {
  return position <= 0 ? 0 : position === 1 ? 1 : position === 2 ? 2 : 3;
}
