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
  /** Of the page that the form stands on. */
  readonly page?: string;
  readonly hidden: Child;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Where it is this field's form that came back. */
  readonly again: ValueAgain | null;
  /** What was uploaded for a form that came back. */
  readonly uploaded: readonly FileView[];
}

/** The form that changes what a field of a ticket holds. */
export function valueFormOf({ reader, held, hidden, people, again, uploaded, ...place }: ValueFormProps): ValueForm {
  const { field, value, files } = held;
  const typed = again ? again.typed : typedOfValue(value);
  const error = again ? wordsOf(reader, field, again.fault) : undefined;
  const isOpen = again !== null;
  const around = {
    action: place.action,
    isOpen,
    backHref: isOpen && place.page !== undefined ? `${place.page}#value-${field.id}` : undefined,
  };
  if (field.type !== 'file') {
    const control = <FieldControl {...{ reader, field, typed, error, people }} hiddenLabel autofocus={isOpen} />;
    return { ...around, hidden, control };
  }
  const uploads = uploadsView(again?.uploadKey ?? newKey(), [...files, ...uploaded]);
  return {
    ...around,
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
        autofocus={isOpen}
      />
    ),
  };
}

function wordsOf(reader: Reader, field: FieldValue['field'], fault: ValueAgain['fault']): string | undefined {
  return typeof fault === 'string' ? faultWords(reader, field, fault) : fileFaultWords(reader, fault);
}
