import type { Field } from '#forms/fields/field.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { Reader } from '#ui/reader.ts';
import { Press } from '../../press.tsx';
import { fieldHref } from './place.ts';

interface FieldsTableProps {
  reader: Reader;
  caption: string;
  fields: readonly Field[];
  /** Buttons that change the order. */
  isOrdered?: boolean;
}

export const FieldsTable = ({ reader, caption, fields, isOrdered = false }: FieldsTableProps) => {
  const columns = ['field', 'type', 'access', 'marks'] as const;
  return (
    <DataTable
      caption={caption}
      hasActions={isOrdered}
      columns={[...columns, ...(isOrdered ? ['order' as const] : [])].map((name) =>
        reader.t(`fieldSettings.column.${name}`),
      )}
      rows={fields.map((field, at) => [
        <>
          <a href={fieldHref(field)}>
            <bdi>{field.label}</bdi>
          </a>
          <small>
            <code>{field.key}</code>
          </small>
        </>,
        reader.t(`fieldSettings.type.${field.type}`),
        reader.t(`fieldSettings.word.${field.access}`),
        marksOf(reader, field).join(', '),
        ...(isOrdered
          ? [<Order reader={reader} field={field} isFirst={at === 0} isLast={at === fields.length - 1} />]
          : []),
      ])}
    />
  );
};

function marksOf({ t }: Reader, { inList, neededToSolve }: Field): readonly string[] {
  return [
    ...(inList ? [t('fieldSettings.mark.inList')] : []),
    ...(neededToSolve ? [t('fieldSettings.mark.neededToSolve')] : []),
  ];
}

const Order = (props: { reader: Reader; field: Field; isFirst: boolean; isLast: boolean }) => {
  const { reader, field, isFirst, isLast } = props;
  const action = `${fieldHref(field)}/place`;
  return (
    <span class="presses">
      {!isFirst && (
        <Press
          action={action}
          fields={{ to: 'up' }}
          label={reader.t('fieldSettings.up')}
          of={field.label}
          icon="arrow-up"
        />
      )}
      {!isLast && (
        <Press
          action={action}
          fields={{ to: 'down' }}
          label={reader.t('fieldSettings.down')}
          of={field.label}
          icon="arrow-down"
        />
      )}
    </span>
  );
};
