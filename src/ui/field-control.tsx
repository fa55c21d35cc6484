import type { Child } from 'hono/jsx';
import { Choices } from './choices.tsx';
import type { FieldProps } from './field.tsx';
import { FieldErrorLine } from './field-error.tsx';
import type { Reader } from './reader.ts';
import { Select } from './select.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

/** What a control must know of its field (forms/definition.ts, FieldShape). */
export interface ControlledField {
  readonly key: string;
  readonly type:
    | 'text'
    | 'long_text'
    | 'number'
    | 'decimal'
    | 'date'
    | 'select'
    | 'multi_select'
    | 'checkbox'
    | 'email'
    | 'url'
    | 'phone'
    | 'person'
    | 'file';
  readonly label: string;
  readonly help: string;
  readonly choices: readonly { readonly id: string; readonly label: string; readonly retired?: boolean | undefined }[];
}

export interface FieldControlProps {
  reader: Reader;
  field: ControlledField;
  /** What stands in it: as typed, or `typedOfValue` of a value. */
  typed: readonly string[];
  /** What is wrong with it, in words. */
  error?: string | undefined;
  required?: boolean | undefined;
  /** Whom a person field may name. */
  people?: readonly { readonly id: string; readonly name: string }[];
  /** The control of a file field; it is drawn by who knows the uploads. */
  files?: Child;
  /** The control's id where it is not `fieldId(key)`. */
  id?: string;
  /** The label is there for screen readers only, where the place says it all. */
  hiddenLabel?: boolean;
  autofocus?: boolean;
}

/** The id of a field's control: apart from the page's own ids, whatever a tenant calls its fields. */
export function fieldId(key: string): string {
  return `field-${key}`;
}

const digits = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 10 });

/** A value as its control holds it. */
export function typedOfValue(value: string | number | boolean | readonly string[] | undefined): readonly string[] {
  if (value === undefined || value === false) return [];
  if (typeof value === 'object') return value;
  if (typeof value === 'number') return [digits.format(value)];
  return [value === true ? 'yes' : value];
}

/** The control of one field, named by its key, with label, help and error. */
export const FieldControl = (props: FieldControlProps) => {
  const { reader, field, typed, error, required, id = fieldId(field.key) } = props;
  const [text = ''] = typed;
  const common: FieldProps = {
    reader,
    id,
    name: field.key,
    label: field.label,
    hint: field.help || undefined,
    error,
    required: required ?? false,
    ...(props.hiddenLabel && { hiddenLabel: true }),
    ...(props.autofocus && { autofocus: true }),
  };
  switch (field.type) {
    case 'long_text':
      return <TextArea {...common} rows={4} value={text} />;
    case 'select':
      return <Select {...common} value={text} options={options(props, offered(props))} />;
    case 'person':
      return <Select {...common} value={text} options={options(props, named(props))} />;
    case 'multi_select':
      return (
        <Choices
          {...({ ...common, isOptional: !required, kind: 'checkbox', choices: offered(props), value: typed } as const)}
        />
      );
    case 'checkbox':
      return <OneBox {...props} id={id} />;
    case 'file':
      return <>{props.files}</>;
    default:
      return <TextField {...common} {...inputs[field.type]} value={text} />;
  }
};

/** Numbers are text with a keyboard for digits: a browser's own number control loses what it cannot read. */
const inputs = {
  text: {},
  number: { inputmode: 'numeric' },
  decimal: { inputmode: 'decimal' },
  date: { type: 'date' },
  email: { type: 'email', autocomplete: 'off' },
  url: { type: 'url', inputmode: 'url' },
  phone: { type: 'tel', autocomplete: 'off' },
} as const;

type Option = { value: string; label: string };

/** What is not offered any more stays where it was chosen. */
function offered({ reader, field, typed }: FieldControlProps): readonly Option[] {
  return field.choices.flatMap(({ id, label, retired }) => {
    if (!retired) return [{ value: id, label }];
    return typed.includes(id) ? [{ value: id, label: reader.t('fields.formerChoice', { choice: label }) }] : [];
  });
}

function named({ reader, people = [], typed: [chosen] }: FieldControlProps): readonly Option[] {
  const known = people.map(({ id, name }) => ({ value: id, label: name }));
  if (!chosen || known.some(({ value }) => value === chosen)) return known;
  return [...known, { value: chosen, label: reader.t('fields.unknownPerson') }];
}

function options({ reader, required }: FieldControlProps, list: readonly Option[]): readonly Option[] {
  return [{ value: '', label: reader.t(required ? 'fields.nothingChosen' : 'fields.chooseNone') }, ...list];
}

/** One box with its words beside it; the help is what it means. */
const OneBox = ({ reader, field, typed, error, required, autofocus, id = '' }: FieldControlProps) => {
  const described = [field.help && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field one-box">
      <div class="one-choice">
        <input
          type="checkbox"
          id={id}
          name={field.key}
          value="yes"
          checked={typed.length > 0}
          required={required || undefined}
          autofocus={autofocus || undefined}
          aria-describedby={described || undefined}
          aria-invalid={error ? 'true' : undefined}
        />
        <label for={id}>{field.label}</label>
        {field.help && (
          <p class="hint" id={`${id}-hint`}>
            {field.help}
          </p>
        )}
      </div>
      <FieldErrorLine {...{ reader, id, error }} />
    </div>
  );
};
