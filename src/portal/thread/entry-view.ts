import type { Child } from 'hono/jsx';
import type { Contact } from '#lib/actor.ts';
import { renderMarkdown } from '#lib/markdown.ts';
import { editableForMs } from '#tickets/edits/edit-rules.ts';
import type { Author, PublicEntry } from '#tickets/entries.ts';
import type { Side } from '#ui/avatar.tsx';
import type { IconName } from '#ui/icon.tsx';
import type { MessageView } from '#ui/message.tsx';
import type { Reader } from '#ui/reader.ts';
import { writtenText } from '#ui/written-text.ts';
import { authorName } from '../author-name.ts';
import { eventWords } from './event-words.tsx';

export type EntryView =
  | { readonly kind: 'message'; readonly message: MessageView }
  | {
      readonly kind: 'event';
      readonly seq: number;
      readonly at: number;
      readonly icon: IconName;
      readonly words: Child;
    };

/** Who reads, and what the team is called. */
export interface Reading {
  readonly reader: Reader;
  readonly actor: Contact;
  readonly brand: string;
  /** Where files are fetched; at the portal's root where it is left out. */
  readonly filesPath?: string;
  /** Below it own messages are changed; nowhere where it is left out. */
  readonly editPath?: string | undefined;
  /** Bytes of the files in the request's fields and answers, by their ids: those can be fetched. */
  readonly sizes?: ReadonlyMap<string, number>;
}

const noSizes: ReadonlyMap<string, number> = new Map();

export function entryView(reading: Reading, entry: PublicEntry): EntryView {
  const { publicSeq: seq, at } = entry;
  if (entry.kind === 'event') {
    const { reader, filesPath = '/files', sizes = noSizes } = reading;
    const by = isOwn(reading.actor, entry.author) ? reader.t('request.you') : nameOf(reading, entry.author);
    return { kind: 'event', seq, at, ...eventWords({ reader, filesPath, sizes }, by, entry.event) };
  }
  const { body, quoted, via, editedAt } = entry;
  const side = sideOf(reading.actor, entry.author);
  const message: MessageView = {
    seq,
    at,
    side,
    author: nameOf(reading, entry.author),
    affiliation: side === 'team' ? reading.reader.t('request.team', { brand: reading.brand }) : undefined,
    ...writtenText(body, entry.files, reading.filesPath ?? '/files'),
    editedAt,
    editHref: editHrefOf(reading, entry.author, seq, at),
    quotedHtml: quoted === '' ? undefined : renderMarkdown(quoted),
    filesPath: reading.filesPath,
    via: via === 'email' ? 'mail' : via === 'link' ? 'link' : undefined,
  };
  return { kind: 'message', message };
}

/** Where the reader changes a message of their own, while they may. */
export function editHrefOf(
  { reader, actor, editPath }: Reading,
  author: Pick<Author, 'kind' | 'id'>,
  seq: number,
  at: number,
): string | undefined {
  const may = editPath !== undefined && isOwn(actor, author) && reader.now - at <= editableForMs;
  return may ? `${editPath}/${seq}/revision` : undefined;
}

export function isOwn(actor: Contact, author: Pick<Author, 'kind' | 'id'>): boolean {
  return author.kind === 'contact' && author.id === actor.id;
}

function sideOf(actor: Contact, author: Author): Side {
  if (author.kind !== 'contact') return 'team';
  return isOwn(actor, author) ? 'own' : 'customer';
}

function nameOf({ reader, actor }: Reading, { name, guest }: Author): string {
  if (guest !== undefined) return guest === '' ? reader.t('people.guest') : guest;
  return authorName(reader, name, actor.accountName);
}
