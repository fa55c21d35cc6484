import * as z from 'zod';
import type { FieldShape } from '#forms/definition.ts';
import { typedOf } from '#forms/typed-answer.ts';
import { Problem } from '#lib/problem.ts';
import type { Fields } from './fields.ts';
import { idsIn } from './form-files.ts';
import { formKey } from './form-key.ts';
import type { FormResult } from './read-form.ts';
import type { ValueAgain } from './value-form.tsx';
import { isWas, wasName } from './value-was.ts';

const own = ['key', 'workspace', 'upload_key', 'drop_file'];

/** The form of one field: its control is named by the field's key, which only the database knows. */
export const valueForm = z
  .object({ key: formKey, workspace: z.string().max(64).optional(), upload_key: formKey.optional() })
  .catchall(z.string());

/** Whether a name of it may come several times. */
export function isControl(name: string): boolean {
  return !own.includes(name) && !isWas(name);
}

/** What came for the field. Throws `invalid` where the form holds anything else. */
export function typedFor(field: Pick<FieldShape, 'key' | 'type'>, fields: Fields): readonly string[] {
  const isFile = field.type === 'file';
  const known = isFile ? own : ['key', 'workspace'];
  const isKnown = (name: string) => name === field.key || name === wasName(field) || known.includes(name);
  if (!Object.keys(fields).every(isKnown)) throw new Problem('invalid', 'unknown_field');
  return isFile ? idsIn(fields, field.key) : typedOf(field, fields);
}

/** The form again where files of it were not kept; null where all is well. */
export function withFileFaults(
  field: Pick<FieldShape, 'id' | 'key'>,
  form: FormResult<unknown>,
  typed: readonly string[],
): ValueAgain | null {
  const faults = form.ok ? undefined : form.fileFaults?.[field.key];
  if (!faults || faults.length === 0) return null;
  const was = form.fields[wasName(field)];
  return { fieldId: field.id, typed, fault: faults, was, uploadKey: form.fields['upload_key'] };
}
