import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { formKey } from '#http/form-key.ts';
import { type FormOptions, type FormResult, readForm } from '#http/read-form.ts';
import { Problem } from '#lib/problem.ts';

/**
 * Hidden in every form that writes: the key that makes it happen once, and the
 * workspace that its page was made for. `preview` is the button of that name.
 */
export const keyedFields = {
  key: formKey,
  workspace: z.string().max(64),
  preview: z.string().optional(),
};

/** `readForm` for such a form: only pages of ours make the hidden fields, so faults in them are no faults of a person. */
export async function readKeyedForm<T>(
  c: AppContext,
  schema: z.ZodType<T>,
  options?: FormOptions,
): Promise<FormResult<T>> {
  const form = await readForm(c, schema, options);
  if (!form.ok && ('key' in form.errors || 'workspace' in form.errors)) throw new Problem('invalid', 'bad_form');
  return form;
}
