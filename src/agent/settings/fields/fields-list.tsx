import type { Field } from '#forms/fields/field.ts';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Icon } from '#ui/icon.tsx';
import type { Reader } from '#ui/reader.ts';
import { IconPress } from '../../icon-press.tsx';
import { fieldHref } from './place.ts';

interface FieldsListProps {
  reader: Reader;
  label: string;
  fields: readonly Field[];
  /** In how many forms each stands, by its id. */
  uses: ReadonlyMap<string, number>;
  /** Can be put in order: all of them are here. */
  isOrdered?: boolean;
}

/** A field a line: what it is, what customers may do with it, where it is used. */
export const FieldsList = ({ reader, label, fields, uses, isOrdered = false }: FieldsListProps) => {
  const rows = (
    <ol class="outline-rows field-rows" data-rows aria-label={label}>
      {fields.map((field, at) => (
        <li class="outline-row" id={field.id} data-row={isOrdered ? '' : undefined}>
          {isOrdered && (
            <span class="grip" data-grip aria-hidden="true">
              <Icon name="grip" />
            </span>
          )}
          <div class="outline-words">
            <span class="field-name">
              <a href={fieldHref(field)}>
                <bdi>{field.label}</bdi>
              </a>
              <code>{field.key}</code>
            </span>
            <small>{factsOf(reader, field, uses.get(field.id) ?? 0).join(' · ')}</small>
          </div>
          {isOrdered && <Order {...{ reader, field, at }} last={fields.length - 1} />}
        </li>
      ))}
    </ol>
  );
  return isOrdered ? <drag-order data-zone>{rows}</drag-order> : rows;
};

function factsOf({ t }: Reader, field: Field, forms: number): readonly string[] {
  return [
    t(`fieldSettings.type.${field.type}`),
    t(`fieldSettings.may.${field.access}`),
    ...(field.inList ? [t('fieldSettings.mark.inList')] : []),
    ...(field.neededToSolve ? [t('fieldSettings.mark.neededToSolve')] : []),
    ...(forms > 0 ? [t('fieldSettings.mark.forms', { count: forms })] : []),
  ];
}

const Order = ({ reader: { t }, field, at, last }: { reader: Reader; field: Field; at: number; last: number }) => {
  const action = `${fieldHref(field)}/place`;
  const of = field.label;
  return (
    <span class="presses">
      {at > 0 && (
        <IconPress {...{ action, of }} fields={{ to: String(at - 1) }} label={t('fieldSettings.up')} icon="arrow-up" />
      )}
      {at < last && (
        <IconPress
          {...{ action, of }}
          fields={{ to: String(at + 1) }}
          label={t('fieldSettings.down')}
          icon="arrow-down"
        />
      )}
      {/* What dragging sends: where it was dropped. */}
      <form method="post" action={action} hidden data-drop>
        <HiddenFields fields={{ to: String(at) }} />
      </form>
    </span>
  );
};
