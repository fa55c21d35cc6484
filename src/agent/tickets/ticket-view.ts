import type { Results } from '#db/statement.ts';
import { newKey } from '#http/form-key.ts';
import type { Agent } from '#lib/actor.ts';
import type { Choice } from '#tickets/change-ticket.ts';
import type { DeskThread, loadDeskTicket } from '#tickets/desk-ticket-page.ts';
import type { DeliveryView } from '#ui/delivery-mark.tsx';
import type { Reader } from '#ui/reader.ts';
import type { Option } from '#ui/select.tsx';
import type { StatusView } from '#ui/status-badge.tsx';
import { accountHref, personHref } from '../accounts/account-address.ts';
import { deliveriesOf } from './deliveries.ts';
import { nobody } from './entry-form.ts';
import { ticketHref, type View } from './list-input.ts';
import type { ChoiceField } from './ticket-choices.ts';
import type { TicketTrouble } from './ticket-trouble.ts';

type Rows = Results<ReturnType<typeof loadDeskTicket>>;

/** What an agent chooses for a ticket. */
export interface ChoiceView {
  readonly value: string;
  readonly options: readonly Option[];
}

/** The tags of a ticket, and those that others have. */
export interface TagsView {
  readonly action: string;
  readonly key: string;
  readonly names: readonly string[];
  readonly suggested: readonly string[];
}

export interface RelatedView {
  readonly number: number;
  readonly href: string;
  readonly subject: string;
  readonly status: StatusView;
}

export interface PersonLine {
  readonly name: string;
  readonly email: string;
  /** Their page in the ticket's account. */
  readonly href: string;
}

export interface TicketView {
  readonly number: number;
  readonly subject: string;
  readonly status: StatusView;
  readonly source: DeskThread['ticket']['source'];
  readonly createdAt: number;
  readonly waitingSince: number | null;
  readonly settings: {
    readonly action: string;
    readonly key: string;
    readonly choices: Readonly<Record<ChoiceField, ChoiceView>>;
    /** What somebody else set meanwhile, in words. */
    readonly stale: readonly string[];
  };
  readonly tags: TagsView;
  /** The agent's own id, where the ticket is not theirs. */
  readonly takeAs: string | null;
  /** The status that solves it; null: it is done. */
  readonly solveAs: string | null;
  readonly requester: PersonLine & { readonly id: string; readonly accountId: string };
  readonly account: { readonly name: string; readonly href: string };
  /** Who can see the ticket, and why. */
  readonly accessHref: string;
  readonly participants: readonly PersonLine[];
  readonly followUpOf: { readonly number: number; readonly href: string } | null;
  readonly followUps: readonly { readonly number: number; readonly href: string }[];
  readonly ofRequester: readonly RelatedView[];
  readonly ofAccount: readonly RelatedView[];
  /** Mails that belong to no message, such as "solved". */
  readonly mails: readonly DeliveryView[];
}

export function ticketViewOf(
  reader: Reader,
  agent: Agent,
  rows: Rows,
  thread: DeskThread,
  from: View,
  trouble: TicketTrouble | null = null,
): TicketView {
  const { ticket } = thread;
  const done = ticket.category === 'solved' || ticket.category === 'closed';
  const related = (row: Rows['ofAccount'][number]): RelatedView => ({
    number: row.number,
    href: ticketHref(row.number, from),
    subject: row.subject,
    status: { category: row.category, label: row.statusLabel },
  });
  const person = ({ id, name, email }: Rows['participants'][number]): PersonLine => ({
    name,
    email,
    href: personHref(ticket.accountId, id),
  });
  return {
    number: ticket.number,
    subject: ticket.subject,
    status: { category: ticket.category, label: ticket.statusLabel },
    source: ticket.source,
    createdAt: ticket.createdAt,
    waitingSince: ticket.waitingSince,
    settings: settingsOf(reader, rows, thread, from, trouble),
    tags: tagsOf(rows, ticket.number, from),
    takeAs: ticket.assigneeId === agent.id ? null : agent.id,
    solveAs: done ? null : (rows.statuses.find(({ category }) => category === 'solved')?.id ?? null),
    requester: {
      id: ticket.requesterId,
      accountId: ticket.accountId,
      ...person({ id: ticket.requesterId, name: ticket.requesterName, email: ticket.requesterEmail }),
    },
    account: { name: ticket.accountName, href: accountHref(ticket.accountId) },
    accessHref: ticketHref(ticket.number, from, '/access'),
    participants: rows.participants.map(person),
    followUpOf:
      ticket.followUpOf === null ? null : { number: ticket.followUpOf, href: ticketHref(ticket.followUpOf, from) },
    followUps: rows.followUps.map((one) => ({ number: one.number, href: ticketHref(one.number, from) })),
    ofRequester: rows.ofRequester.map(related),
    ofAccount: rows.ofAccount.map(related),
    mails: deliveriesOf(
      reader,
      thread.otherDeliveries.filter(({ messageId }) => messageId === null),
    ),
  };
}

function settingsOf(
  reader: Reader,
  rows: Rows,
  thread: DeskThread,
  from: View,
  trouble: TicketTrouble | null,
): TicketView['settings'] {
  const choices = choicesOf(reader, rows, thread);
  return {
    action: ticketHref(thread.ticket.number, from, '/settings'),
    key: newKey(),
    choices,
    stale:
      trouble?.kind === 'stale' ? trouble.choices.map((wish) => staleWords(reader, choices[wish.field], wish)) : [],
  };
}

function staleWords({ t }: Reader, { value, options }: ChoiceView, { field, to }: Choice): string {
  const label = (id: string) => options.find((option) => option.value === id)?.label ?? '';
  return t('agent.ticket.staleOne', {
    field: t(`agent.ticket.${field}`),
    now: label(value),
    chosen: label(to ?? nobody),
  });
}

function choicesOf(reader: Reader, rows: Rows, { ticket }: DeskThread): TicketView['settings']['choices'] {
  const assignee = { value: ticket.assigneeId ?? '', label: ticket.assigneeName ?? '' };
  const team = { value: ticket.teamId ?? '', label: ticket.teamName ?? '' };
  const agents = rows.agents.map(({ id, name }) => ({ value: id, label: name }));
  return {
    status: {
      value: ticket.statusId,
      options: labelled(rows.statuses, { value: ticket.statusId, label: ticket.statusLabel }),
    },
    priority: {
      value: ticket.priorityId,
      options: labelled(rows.priorities, { value: ticket.priorityId, label: ticket.priorityLabel }),
    },
    assignee: {
      value: assignee.value || nobody,
      options: [{ value: nobody, label: reader.t('agent.list.nobody') }, ...withCurrent(agents, assignee)],
    },
    team: {
      value: team.value || nobody,
      options: [
        { value: nobody, label: reader.t('agent.ticket.noTeam') },
        ...withCurrent(
          rows.teams.map(({ id, name }) => ({ value: id, label: name })),
          team,
        ),
      ],
    },
  };
}

function tagsOf({ tags, allTags }: Rows, number: number, from: View): TagsView {
  const names = tags.map(({ name }) => name);
  return {
    action: ticketHref(number, from, '/tags'),
    key: newKey(),
    names,
    suggested: allTags.flatMap(({ name }) => (names.includes(name) ? [] : name)),
  };
}

function labelled(
  rows: readonly { readonly id: string; readonly label: string }[],
  current: Option,
): readonly Option[] {
  return withCurrent(
    rows.map(({ id, label }) => ({ value: id, label })),
    current,
  );
}

/** What was retired, or has left, still stands where it is set. */
function withCurrent(options: readonly Option[], current: Option): readonly Option[] {
  return current.value === '' || options.some(({ value }) => value === current.value) ? options : [current, ...options];
}
