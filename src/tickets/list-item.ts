import * as z from 'zod';
import { searchKinds } from '#db/schema/search.ts';
import { categories } from '#db/schema/tickets.ts';
import type { SqlValue } from '#db/statement.ts';
import type { Phrase, SearchWords } from '#lib/search-words.ts';
import type { AuthorKind } from './entries.ts';
import { excerptOf } from './excerpt.ts';
import { readSnippet, type SearchKind, type SnippetPart } from './snippet.ts';
import type { Category } from './status-rules.ts';

/** One value of a field of the list; a field of several choices has several. */
export interface ListedValue {
  readonly fieldId: string;
  readonly value: string | number | boolean;
  /** Of the person that it names. */
  readonly name: string | null;
}

export interface RequestListItem {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly category: Category;
  readonly publicLabel: string;
  readonly formId: string;
  readonly priorityId: string;
  readonly requester: { readonly id: string; readonly name: string; readonly isMe: boolean };
  readonly last: { readonly kind: AuthorKind; readonly name: string; readonly isMe: boolean; readonly at: number };
  readonly createdAt: number;
  readonly activityAt: number;
  /** Something public is new since the viewer last opened it. */
  readonly unread: boolean;
  /** Of the fields that customers see in the list. */
  readonly values: readonly ListedValue[];
  /** The words around what was searched for, and what they stand in. */
  readonly snippet: { readonly kind: SearchKind; readonly parts: readonly SnippetPart[] } | null;
}

const listed = z.array(z.tuple([z.string(), z.union([z.string(), z.number(), z.boolean()]), z.string().nullable()]));
const category = z.enum(categories);
const authors = z.enum(['contact', 'agent']);

type Row = Readonly<Record<string, SqlValue>>;

/** A row of the list, and its place in the list's order. `me`: the contact who looks; `words`: what they search for. */
export function readItem(row: Row, me: string, words: SearchWords | null) {
  const text = (column: string) => String(row[column] ?? '');
  const number = (column: string) => Number(row[column]);
  const lastKind = authors.parse(row['lastAuthorKind']);
  const byMe = lastKind === 'contact' && row['lastAuthorId'] === me;
  const item: RequestListItem = {
    id: text('id'),
    number: number('number'),
    subject: text('subject'),
    category: category.parse(row['category']),
    publicLabel: text('publicLabel'),
    formId: text('formId'),
    priorityId: text('priorityId'),
    requester: { id: text('requesterId'), name: text('requesterName'), isMe: row['requesterId'] === me },
    last: { kind: lastKind, name: text('lastName'), isMe: byMe, at: number('lastMessageAt') },
    createdAt: number('createdAt'),
    activityAt: number('activityAt'),
    unread: number('publicSeq') > number('readSeq') && !byMe,
    values: listed.parse(JSON.parse(text('values'))).map(([fieldId, value, name]) => ({ fieldId, value, name })),
    snippet: snippetIn(row, words?.phrases ?? []),
  };
  return { item, place: number('place'), major: number('major'), minor: number('minor') };
}

/** Never a note: customers' index holds none. */
const kinds = z.enum(searchKinds).exclude(['note']);

function snippetIn({ kind, text }: Row, phrases: readonly Phrase[]): RequestListItem['snippet'] {
  if (typeof kind !== 'string' || typeof text !== 'string') return null;
  const known = kinds.parse(kind);
  return { kind: known, parts: readSnippet(excerptOf(text, phrases), known) };
}
