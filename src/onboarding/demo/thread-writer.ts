import { newId } from '#lib/ids.ts';
import type { Source } from '#tickets/entries.ts';
import type { EventData, EventKind, PublicEventData } from '#tickets/event-data.ts';
import { isDone, publicChange, type Status } from '#tickets/status-rules.ts';
import type { Named } from './cast.ts';
import type { TicketRows } from './rows.ts';

export type Voice =
  | { readonly kind: 'contact' | 'agent'; readonly id: string }
  | { readonly kind: 'system'; readonly id: null };

type Opened = { readonly kind: 'opened' };
type Change = Exclude<EventData, { kind: 'opened' }> | Opened;
type PublicChange = Exclude<PublicEventData, { kind: 'opened' }> | Opened;

interface Words {
  readonly by: Extract<Voice, { id: string }>;
  readonly body: string;
  readonly quoted: string;
  readonly via: Source;
  /** An agent's answer that also solves. */
  readonly solves: boolean;
}

/** Writes a thread entry by entry and keeps both its clocks, as the operations of tickets/ do. */
export class ThreadWriter {
  readonly messages: TicketRows['messages'][number][] = [];
  readonly notes: TicketRows['notes'][number][] = [];
  readonly events: TicketRows['events'][number][] = [];
  readonly ticketId: string;
  /** Ids of the messages whose mail says that it is solved. */
  readonly solving = new Set<string>();
  seq = 0;
  publicSeq = 0;
  activityAt = 0;
  publicActivityAt = 0;
  status: Status;
  priority: Named;
  assignee: Named | null = null;
  waitingSince: number | null = null;
  lastCustomerAt: number;
  solvedAt: number | null = null;
  closedAt: number | null = null;

  constructor(at: number, status: Status, priority: Named) {
    this.ticketId = newId('ticket', at);
    this.status = status;
    this.priority = priority;
    this.lastCustomerAt = at;
  }

  message(at: number, { by, solves, ...words }: Words): void {
    const author = { authorKind: by.kind, authorId: by.id };
    const publicSeq = this.#public(at);
    this.messages.push({ ...this.#entry('message', at), ...author, ...words, publicSeq, editedAt: null });
    if (by.kind === 'agent') {
      if (solves) this.solving.add(this.messages.at(-1)?.id ?? '');
      this.waitingSince = null;
    } else {
      this.waitingSince ??= at;
      this.lastCustomerAt = at;
    }
  }

  note(at: number, authorId: string, body: string): void {
    this.notes.push({ ...this.#entry('note', at), authorId, body });
  }

  opened(at: number, by: Voice): void {
    this.#event(at, by, { kind: 'opened' }, { kind: 'opened' });
  }

  moveTo(at: number, by: Voice, to: Status): void {
    const from = this.status;
    if (from.id === to.id) return;
    this.#event(at, by, { kind: 'status', from: seen(from), to: seen(to) }, publicChange(from, to));
    this.status = to;
    if (to.category === 'solved') this.solvedAt = at;
    if (to.category === 'closed') this.closedAt = at;
    if (isDone(to.category)) {
      this.waitingSince = null;
    } else {
      this.solvedAt = null;
      if (isDone(from.category) && by.kind === 'contact') this.waitingSince ??= at;
    }
  }

  prioritize(at: number, by: Voice, to: Named): void {
    if (this.priority.id === to.id) return;
    this.#event(at, by, { kind: 'priority', from: this.priority, to }, null);
    this.priority = to;
  }

  assign(at: number, by: Voice, to: Named | null): void {
    if (this.assignee?.id === to?.id) return;
    this.#event(at, by, { kind: 'assignee', from: this.assignee, to }, null);
    this.assignee = to;
  }

  #event(at: number, by: Voice, event: Change, open: PublicChange | null): void {
    this.events.push({
      ...this.#entry('event', at),
      publicSeq: open === null ? null : this.#public(at),
      kind: event.kind,
      actorKind: by.kind,
      actorId: by.id,
      data: json(event),
      publicData: open === null ? null : json(open),
    });
  }

  #entry(kind: 'message' | 'note' | 'event', at: number) {
    this.seq += 1;
    this.activityAt = at;
    return { id: newId(kind, at), ticketId: this.ticketId, seq: this.seq, createdAt: at };
  }

  #public(at: number): number {
    this.publicSeq += 1;
    this.publicActivityAt = at;
    return this.publicSeq;
  }
}

function seen({ id, category, label }: Status) {
  return { id, category, label };
}

/** The kind has a column of its own. */
function json({ kind: _, ...data }: { readonly kind: EventKind }): string {
  return JSON.stringify(data);
}
