import type { Field } from '#forms/fields/field.ts';
import type { Contact } from '#lib/actor.ts';
import type { RequestListItem } from '#tickets/list-item.ts';
import type { Reader } from '#ui/reader.ts';
import type { RequestRowView } from '#ui/request-list.tsx';
import { authorName } from '../author-name.ts';
import { columnsMost, valueCells } from './value-cells.ts';

/** A request as a line of the list. */
export function rowView(
  reader: Reader,
  actor: Contact,
  fields: readonly Field[],
  item: RequestListItem,
): RequestRowView {
  const { requester, last } = item;
  const nameOf = (name: string) => authorName(reader, name, actor.accountName);
  const columns = fields.slice(0, columnsMost);
  const cells = valueCells(reader, columns, item.values);
  return {
    number: item.number,
    href: `/requests/${item.number}${item.unread ? '#new' : ''}`,
    subject: item.subject,
    status: { category: item.category, label: item.publicLabel },
    unread: item.unread,
    requester:
      actor.sees === 'account' || !requester.isMe
        ? { name: nameOf(requester.name), isReader: requester.isMe }
        : undefined,
    fields: columns.map(({ label }, i) => ({ label, value: cells[i] ?? '' })),
    snippet: snippetOf(reader, item),
    lastMessage: { author: nameOf(last.name), byReader: last.isMe, at: last.at },
  };
}

/** Where the words stand that were searched for; those of the subject stand there for all to see. */
function snippetOf({ t }: Reader, { snippet }: RequestListItem): RequestRowView['snippet'] {
  if (!snippet || snippet.kind === 'subject') return undefined;
  const { kind, parts } = snippet;
  return { where: kind === 'field' || kind === 'file' ? t(`list.in.${kind}`) : undefined, parts };
}
