import type { Reader } from './reader.ts';
import { StatusBadge, type StatusView } from './status-badge.tsx';
import { Time } from './time.tsx';

export type RequestRowView = {
  /** Also names the row for live updates. */
  number: number;
  href: string;
  subject: string;
  status: StatusView;
  /** There is something public that the reader has not seen. */
  unread: boolean;
  /** Absent where every request of the list is the reader's own. */
  requester?: { name: string; isReader: boolean } | undefined;
  /** What customers see of its fields, each with the same ones. */
  fields: readonly { label: string; value: string }[];
  /** The words around what was searched for. */
  snippet?: { where: string | undefined; parts: readonly { text: string; isMatch: boolean }[] } | undefined;
  lastMessage: { author: string; byReader: boolean; at: number };
};

/** The rows of a list of requests: cards when narrow, lines of a table when wide. */
export const RequestList = ({ reader, rows }: { reader: Reader; rows: readonly RequestRowView[] }) => (
  <ul class="request-list" data-list>
    {rows.map((row) => (
      <RequestRow reader={reader} row={row} />
    ))}
  </ul>
);

const RequestRow = ({ reader, row }: { reader: Reader; row: RequestRowView }) => (
  <li class={row.unread ? 'request unread' : 'request'} data-row={row.number}>
    <div class="request-main">
      <a href={row.href} dir="auto">
        {row.subject}
      </a>
      {row.unread && <span class="pill">{reader.t('requests.unread')}</span>}
    </div>
    <p class="request-meta">
      <span class="number">#{row.number}</span>
      {row.requester && (
        <bdi>
          {row.requester.isReader
            ? reader.t('requests.askedByYou')
            : reader.t('requests.askedBy', { name: row.requester.name })}
        </bdi>
      )}
    </p>
    {row.snippet && (
      <p class="request-snippet" dir="auto">
        {row.snippet.where && `${row.snippet.where} `}
        {row.snippet.parts.map(({ text, isMatch }) => (isMatch ? <mark>{text}</mark> : text))}
      </p>
    )}
    {row.fields.length > 0 && <RowFields reader={reader} fields={row.fields} />}
    <p class="request-last">
      <bdi>
        {row.lastMessage.byReader
          ? reader.t('requests.lastByYou')
          : reader.t('requests.lastBy', { name: row.lastMessage.author })}
      </bdi>{' '}
      <Time at={row.lastMessage.at} reader={reader} />
    </p>
    <StatusBadge {...row.status} />
  </li>
);

/** Each with its own name: a row is read alone, and on a phone there is no head above. */
const RowFields = ({ reader, fields }: { reader: Reader; fields: RequestRowView['fields'] }) => (
  <dl class="request-fields">
    {fields.map(({ label, value }) => (
      <div class={value === '' ? 'none' : undefined}>
        <dt>{label}</dt>
        <dd>{value === '' ? <span class="unseen">{reader.t('list.noValue')}</span> : <bdi>{value}</bdi>}</dd>
      </div>
    ))}
  </dl>
);
