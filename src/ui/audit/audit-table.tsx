import { exactTime } from '#lib/times.ts';
import { DataTable } from '../data-table.tsx';
import type { Reader } from '../reader.ts';

export interface AuditRowView {
  /** ms, UTC */
  readonly at: number;
  readonly sentence: readonly (string | { readonly name: string; readonly href: string | undefined })[];
  readonly facts: readonly string[];
  /** Null where it is not told. */
  readonly origin: { readonly place: string; readonly device: string; readonly client: string } | null;
}

/** What was recorded: when, what, and from where. */
export const AuditTable = ({
  reader,
  caption,
  rows,
}: {
  reader: Reader;
  caption: string;
  rows: readonly AuditRowView[];
}) => (
  <div class="audit">
    <DataTable
      caption={caption}
      columns={[reader.t('audit.when'), reader.t('audit.what'), reader.t('audit.where')]}
      rows={rows.map((row) => [
        <time datetime={new Date(row.at).toISOString()}>{exactTime(row.at, reader)}</time>,
        <Sentence row={row} />,
        row.origin && <Origin reader={reader} origin={row.origin} />,
      ])}
    />
  </div>
);

const Sentence = ({ row }: { row: AuditRowView }) => (
  <>
    {row.sentence.map((piece) =>
      typeof piece === 'string' ? (
        piece
      ) : piece.href === undefined ? (
        <bdi class="name">{piece.name}</bdi>
      ) : (
        <a href={piece.href}>
          <bdi>{piece.name}</bdi>
        </a>
      ),
    )}
    {row.facts.map((fact) => (
      <small>
        <bdi>{fact}</bdi>
      </small>
    ))}
  </>
);

/** Roughly where; the network address for who asks for it. */
const Origin = ({ reader: { t }, origin }: { reader: Reader; origin: NonNullable<AuditRowView['origin']> }) => {
  const { place, device, client } = origin;
  if (place === '' && device === '' && client === '') return null;
  const words = (
    <>
      {place || (device === '' ? t('audit.nowhere') : device)}
      {place !== '' && device !== '' && <small>{device}</small>}
    </>
  );
  if (client === '') return words;
  return (
    <details>
      <summary>{words}</summary>
      <small>
        {t('audit.address')}: <bdi>{client}</bdi>
      </small>
    </details>
  );
};
