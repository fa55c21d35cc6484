import type { Field } from '#forms/fields/field.ts';
import type { Contact } from '#lib/actor.ts';
import type { RequestListItem } from '#tickets/portal-list-page.ts';
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
    lastMessage: { author: nameOf(last.name), byReader: last.isMe, at: last.at },
  };
}
