import type { AuthorKind, MessageSource } from './entries.ts';
import type { EventData, PublicEventData } from './event-data.ts';
import type { Category } from './status-rules.ts';

/** A ticket as an operation loaded it; a change is written only while `seq` is still this. */
export interface TicketState {
  readonly id: string;
  readonly seq: number;
  readonly publicSeq: number;
  readonly publicActivityAt: number;
  readonly category: Category;
  readonly waitingSince: number | null;
}

export interface EventActor {
  readonly kind: AuthorKind | 'system';
  readonly id: string | null;
}

export interface NewMessage {
  readonly id: string;
  readonly authorKind: AuthorKind;
  readonly authorId: string;
  readonly body: string;
  readonly quoted: string;
  readonly via: MessageSource;
}

export interface NewNote {
  readonly id: string;
  readonly authorId: string;
  readonly body: string;
}

export interface NewEvent {
  readonly actor: EventActor;
  readonly event: EventData;
  /** What contacts learn of it; null: the event is internal. */
  readonly open: PublicEventData | null;
}
