import type { Child } from 'hono/jsx';
import { faultWords } from '#forms/fault-words.ts';
import type { AnswerFault } from '#forms/read-answer.ts';
import type { FieldValue } from '#tickets/field-value.ts';
import { FieldControl, fieldId, typedOfValue } from '#ui/field-control.tsx';
import { FileField, UploadKey } from '#ui/file-field.tsx';
import { type FileFaultView, type FileView, fileFaultWords } from '#ui/file-view.ts';
import type { Reader } from '#ui/reader.ts';
import type { ValueForm } from '#ui/values.tsx';
import { uploadsView } from './form-files.ts';
import { newKey } from './form-key.ts';

/** A field's form that could not be sent as it was. */
export interface ValueAgain {
  readonly fieldId: string;
  readonly typed: readonly string[];
  /** What is wrong with the value, or with its files. */
  readonly fault: AnswerFault | readonly FileFaultView[];
  readonly uploadKey?: string | undefined;
}

interface ValueFormProps {
  readonly reader: Reader;
  readonly held: FieldValue;
  readonly action: string;
  readonly hidden: Child;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Where it is this field's form that came back. */
  readonly again: ValueAgain | null;
  /** What was uploaded for a form that came back. */
  readonly uploaded: readonly FileView[];
}

/** The form that changes what a field of a ticket holds. */
export function valueFormOf({ reader, held, action, hidden, people, again, uploaded }: ValueFormProps): ValueForm {
  const { field, value, files } = held;
  const typed = again ? again.typed : typedOfValue(value);
  const error = again ? wordsOf(reader, field, again.fault) : undefined;
  const isOpen = again !== null;
  if (field.type !== 'file') {
    return {
      action,
      hidden,
      isOpen,
      control: <FieldControl {...{ reader, field, typed, error, people }} hiddenLabel />,
    };
  }
  const uploads = uploadsView(again?.uploadKey ?? newKey(), [...files, ...uploaded]);
  return {
    action,
    isOpen,
    enctype: 'multipart/form-data',
    hidden: (
      <>
        {hidden}
        <UploadKey uploads={uploads} />
      </>
    ),
    control: (
      <FileField
        {...{ reader, uploads, error }}
        name={field.key}
        id={fieldId(field.key)}
        ids={typed}
        label={field.label}
        hint={field.help || undefined}
        most={field.rules.maxChosen}
      />
    ),
  };
}

function wordsOf(reader: Reader, field: FieldValue['field'], fault: ValueAgain['fault']): string | undefined {
  return typeof fault === 'string' ? faultWords(reader, field, fault) : fileFaultWords(reader, fault);
}
