import type { UploadedFile } from '#attachments/upload.ts';
import type { AnswerValue, FieldShape } from '#forms/definition.ts';
import type { Field } from '#forms/fields/field.ts';
import type { NamesById } from '#forms/value-words.ts';

/** A field of a ticket with its value as it stands. */
export interface FieldValue {
  readonly field: Field;
  /** Absent: nothing is in it. */
  readonly value: AnswerValue | undefined;
  /** Of the people or files that the value names. */
  readonly names: NamesById;
  /** Of a file field. */
  readonly files: readonly UploadedFile[];
  /** The ticket's form asks for it. */
  readonly isAsked: boolean;
  /** To agents: it is needed to solve the ticket, and nothing is in it. */
  readonly isMissing: boolean;
}

/** A value to be stored with a ticket. */
export interface NewValue {
  readonly field: Pick<FieldShape, 'id' | 'type'>;
  readonly value: AnswerValue;
}

/** Contacts may change it. */
export function isOpenToContacts({ access, isRetired }: Pick<Field, 'access' | 'isRetired'>): boolean {
  return access === 'write' && !isRetired;
}
