import type { EntryFile } from './entry-files.ts';
import type { EventData, ShownEventData } from './event-data.ts';

export type AuthorKind = 'contact' | 'agent';

export interface Author {
  readonly kind: AuthorKind | 'system';
  readonly id: string | null;
  /** Empty for a contact who never gave a name. */
  readonly name: string;
  /** Set for a guest of the ticket who never gave a name: the address by which they were added. */
  readonly guest?: string;
}

export type Source = 'portal' | 'agent' | 'email' | 'api';
/** `link`: by the link of a mail, without signing in. */
export type MessageSource = Source | 'link';

/** A public entry of a thread, as contacts see it. Nothing of notes is in here, not even their numbers. */
export type PublicEntry =
  | {
      readonly kind: 'message';
      readonly publicSeq: number;
      readonly id: string;
      readonly author: Author;
      readonly body: string;
      readonly quoted: string;
      readonly files: readonly EntryFile[];
      readonly via: MessageSource;
      readonly at: number;
      /** When its author last changed it; null: never. */
      readonly editedAt: number | null;
    }
  | {
      readonly kind: 'event';
      readonly publicSeq: number;
      readonly author: Author;
      readonly event: ShownEventData;
      readonly at: number;
    };

/** Where the mail of one message stands for one recipient. */
export interface Delivery {
  readonly messageId: string | null;
  readonly recipient: string;
  readonly kind: string;
  readonly state: 'owed' | 'sending' | 'sent' | 'failed' | 'cancelled';
  readonly error: string | null;
}

/** An entry as agents see it. */
export type DeskEntry =
  | {
      readonly kind: 'message';
      readonly seq: number;
      readonly id: string;
      readonly author: Author;
      readonly body: string;
      readonly quoted: string;
      readonly files: readonly EntryFile[];
      readonly via: MessageSource;
      readonly at: number;
      /** When its author last changed it; null: never. */
      readonly editedAt: number | null;
      readonly deliveries: readonly Delivery[];
    }
  | {
      readonly kind: 'note';
      readonly seq: number;
      readonly id: string;
      readonly author: Author;
      readonly body: string;
      readonly files: readonly EntryFile[];
      readonly at: number;
    }
  | {
      readonly kind: 'event';
      readonly seq: number;
      readonly author: Author;
      readonly event: EventData;
      readonly isPublic: boolean;
      readonly at: number;
    };

/** Entries as they are drawn: who wrote the first message has opened the ticket, and no line need say so. */
export function withoutOpening<E extends PublicEntry | DeskEntry>(entries: readonly E[]): E[] {
  return entries.filter((entry, at) => {
    if (entry.kind !== 'event' || entry.event.kind !== 'opened') return true;
    const writer = entries[at - 1]?.author;
    return writer?.kind !== entry.author.kind || writer.id !== entry.author.id;
  });
}

/** The window of a thread that one page shows. */
export interface Window<E> {
  readonly entries: readonly E[];
  /** Number of the first entry before the window, or null: it begins at the beginning. */
  readonly older: number | null;
  /** Number of the first entry behind the window, or null: it ends at the end. */
  readonly newer: number | null;
}
