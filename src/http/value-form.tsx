import type { Child } from 'hono/jsx';
import { faultWords } from '#forms/fault-words.ts';
import type { AnswerFault } from '#forms/read-answer.ts';
import { valueWords } from '#forms/value-words.ts';
import { shorten } from '#lib/text.ts';
import type { FieldValue } from '#tickets/field-value.ts';
import { FieldControl, fieldId, typedOfValue } from '#ui/field-control.tsx';
import { FileField, UploadKey } from '#ui/file-field.tsx';
import { type FileFaultView, type FileView, fileFaultWords } from '#ui/file-view.ts';
import type { Reader } from '#ui/reader.ts';
import type { ValueForm } from '#ui/values.tsx';
import { uploadsView } from './form-files.ts';
import { newKey } from './form-key.ts';
import { wasName, wasOf } from './value-was.ts';

/** A field's form that could not be sent as it was. */
export interface ValueAgain {
  readonly fieldId: string;
  readonly typed: readonly string[];
  /** What is wrong with the value, or with its files; `stale`: somebody else changed it since the page was made. */
  readonly fault: AnswerFault | 'stale' | readonly FileFaultView[];
  /** What the first page showed (http/value-was.ts); left out: what the field holds now. */
  readonly was?: string | undefined;
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

/** Of what stands there now; the whole of it is in the details. */
const mostWords = 200;

/** The form that changes what a field of a ticket holds. */
export function valueFormOf({ reader, held, people, again, uploaded, ...place }: ValueFormProps): ValueForm {
  const { field, value, files } = held;
  const typed = again ? again.typed : typedOfValue(value);
  const error = again ? wordsOf(reader, held, again.fault) : undefined;
  const isOpen = again !== null;
  const hidden = (
    <>
      {place.hidden}
      <input type="hidden" name={wasName(field)} value={again?.was ?? wasOf(value)} />
    </>
  );
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

function wordsOf(reader: Reader, { field, value, names }: FieldValue, fault: ValueAgain['fault']): string | undefined {
  if (fault === 'stale') {
    const now = shorten(valueWords(reader, field, value, names), mostWords);
    const none = reader.t(field.type === 'checkbox' ? 'fields.no' : 'fields.notSet');
    return reader.t('fields.stale', { now: now === '' ? none : now });
  }
  return typeof fault === 'string' ? faultWords(reader, field, fault) : fileFaultWords(reader, fault);
}
