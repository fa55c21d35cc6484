import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { newId } from '#lib/ids.ts';
import type { EventActor, NewEvent, NewMessage, NewNote, TicketState } from './new-entry.ts';
import { type Category, isDone, publicChange, type Status } from './status-rules.ts';
import { makeTags, tagTicket, untagTicket } from './tag-queries.ts';
import {
  insertEvent,
  insertMessage,
  insertNote,
  joinPeople,
  movePeople,
  moveTicket,
  type TicketMove,
} from './write-queries.ts';

/** What happens to a ticket in one batch; entries stand in this order: message, note, events. */
export interface Change {
  readonly message?: NewMessage;
  readonly note?: NewNote;
  readonly events?: readonly NewEvent[];
  readonly status?: Pick<Status, 'id' | 'category'>;
  readonly priorityId?: string;
  readonly assigneeId?: string | null;
  readonly teamId?: string | null;
  /** Names of tags. */
  readonly tags?: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** Fields that a contact changes: the change fails unless they may at that moment. */
  readonly writes?: readonly string[];
}

export interface PlannedChange {
  readonly statements: readonly Statement<unknown>[];
  readonly seq: number;
  readonly publicSeq: number;
  /** Contacts can see something of it. */
  readonly isPublic: boolean;
}

/** The statements of a change, numbers given. The first of them fails when the ticket has moved on. */
export function planChange(scope: TenantScope, ticket: TicketState, change: Change): PlannedChange {
  let { seq, publicSeq } = ticket;
  const entries: Statement<unknown>[] = [];
  if (change.message) entries.push(insertMessage(scope, ticket.id, ++seq, ++publicSeq, change.message));
  if (change.note) entries.push(insertNote(scope, ticket.id, ++seq, change.note));
  for (const { actor, event, open } of change.events ?? []) {
    const id = newId('event', scope.now);
    entries.push(insertEvent(scope, ticket.id, ++seq, open ? ++publicSeq : null, { id, actor, event, open }));
  }
  const move = moveOf(scope, ticket, change, seq, publicSeq);
  return {
    statements: [
      moveTicket(scope, ticket, move),
      movePeople(scope, ticket.id, move),
      ...takingPart(scope, ticket, change),
      ...tagging(scope, ticket, change),
      ...entries,
    ],
    seq,
    publicSeq,
    isPublic: publicSeq > ticket.publicSeq,
  };
}

/** Whoever writes takes part: they get the answer by mail, and find the request among their own. */
function takingPart(scope: TenantScope, ticket: TicketState, { message }: Change): Statement<unknown>[] {
  return message?.authorKind === 'contact' ? [joinPeople(scope, ticket.id, message.authorId)] : [];
}

function tagging(scope: TenantScope, ticket: TicketState, { tags }: Change): Statement<unknown>[] {
  if (!tags) return [];
  const { added, removed } = tags;
  return [
    ...(added.length > 0 ? [makeTags(scope, added), tagTicket(scope, ticket.id, added)] : []),
    ...(removed.length > 0 ? [untagTicket(scope, ticket.id, removed)] : []),
  ];
}

function moveOf(scope: TenantScope, ticket: TicketState, change: Change, seq: number, publicSeq: number): TicketMove {
  const category = change.status?.category ?? ticket.category;
  return {
    seq,
    publicSeq,
    publicActivityAt: publicSeq > ticket.publicSeq ? scope.now : ticket.publicActivityAt,
    done: isDone(category) ? 1 : 0,
    waitingSince: waitingSinceOf(scope, ticket, change, category),
    message: change.message ?? null,
    status: change.status ?? null,
    priorityId: change.priorityId ?? null,
    assignee: change.assigneeId === undefined ? null : { id: change.assigneeId },
    team: change.teamId === undefined ? null : { id: change.teamId },
    contactId: contactOf(change),
    writes: change.writes ?? [],
  };
}

function contactOf({ message, events = [] }: Change): string | null {
  if (message) return message.authorKind === 'contact' ? message.authorId : null;
  return events.find(({ actor }) => actor.kind === 'contact')?.actor.id ?? null;
}

/** Since when the customer has had no answer: from their first word after ours to our next, or to the end. */
function waitingSinceOf(scope: TenantScope, ticket: TicketState, change: Change, category: Category): number | null {
  if (isDone(category)) return null;
  if (change.message) return change.message.authorKind === 'contact' ? (ticket.waitingSince ?? scope.now) : null;
  return isDone(ticket.category) ? scope.now : ticket.waitingSince;
}

/** The event of a change of status, with what contacts learn of it. */
export function statusEvent(actor: EventActor, from: Status, to: Status): NewEvent {
  const inside = ({ id, category, label }: Status) => ({ id, category, label });
  return { actor, event: { kind: 'status', from: inside(from), to: inside(to) }, open: publicChange(from, to) };
}
