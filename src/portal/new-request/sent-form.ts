import * as z from 'zod';
import type { FormerQuestion } from '#forms/askable-form.ts';
import type { AskedForm } from '#forms/asked-form.ts';
import { keysToAsk } from '#forms/check-answers.ts';
import { reservedKeys } from '#forms/definition.ts';
import type { SentForm } from '#forms/wanted-form.ts';
import type { AppContext } from '#http/context.ts';
import type { Fields } from '#http/fields.ts';
import { contactFiles, fileFields, isFileList, withoutDropped } from '#http/form-files.ts';
import { Problem } from '#lib/problem.ts';
import type { FileFaultView } from '#ui/file-view.ts';
import { keyedFields, readKeyedForm } from '../forms/keyed-form.ts';

const long = z.string().max(10_000);

/** What `continue` says where words of another form come along, to be looked over first. */
export const carried = 'carried';

/** What every form has; its questions are known only when it has been looked up (`refuseUnknown`). */
const requestForm = z.looseObject({
  ...keyedFields,
  follow_up: z.string().max(10).optional(),
  form: z.string().max(64).optional(),
  shown: long.optional(),
  continue: z.string().max(10).optional(),
  ...fileFields,
});

export interface TypedRequest {
  readonly fields: Fields;
  /** Files that were not kept, by the key of their question or as `files`. */
  readonly fileFaults: Readonly<Record<string, readonly FileFaultView[]>>;
}

/** What was sent, as it was typed, its files kept. */
export async function readRequestForm(c: AppContext): Promise<TypedRequest> {
  const repeats = (name: string) => isFileList(name) || !reservedKeys.includes(name);
  const form = await readKeyedForm(c, requestForm, { repeats, files: contactFiles(c) });
  const { fileFaults = {}, errors = {} } = form.ok ? {} : form;
  if (Object.keys(errors).some((name) => !fileFaults[name])) throw new Problem('invalid', 'bad_form');
  return { fields: withoutDropped(form.fields), fileFaults };
}

/** Which form and version a page was made from, as its hidden field says it. */
export function formTag({ formId, version }: SentForm): string {
  return `${formId}.${version}`;
}

/** Null where nobody says: then the form is the one of the address, as it is now. */
export function sentFormOf(fields: Fields): SentForm | null {
  const [, formId, version] = /^(frm_[0-9a-z]{26})\.(\d{1,9})$/.exec(fields['form'] ?? '') ?? [];
  return formId && version ? { formId, version: Number(version) } : null;
}

/** A form takes what it asks, or asked on the page that was sent, and nothing else. */
export function refuseUnknown(fields: Fields, form: AskedForm, earlier: readonly FormerQuestion[]): void {
  const former = [...form.former, ...earlier].map(({ shape }) => shape.key);
  const known = new Set([...reservedKeys, ...keysToAsk(form), ...former]);
  if (Object.keys(fields).some((name) => !known.has(name))) throw new Problem('invalid', 'unknown_field');
}
