import * as z from 'zod';
import { dropUnsent } from '#attachments/drop-unsent.ts';
import type { FileOwner } from '#attachments/upload.ts';
import { isId } from '#lib/ids.ts';
import { notFound, Problem } from '#lib/problem.ts';
import type { AppContext } from './context.ts';
import { formKey } from './form-key.ts';
import { readForm } from './read-form.ts';

const dropForm = z.strictObject({ upload_key: formKey });

/** Takes away, by script, a file that was not sent. Nobody else's is there. */
export async function dropUpload(c: AppContext, ownerOf: () => Promise<FileOwner>): Promise<Response> {
  const form = await readForm(c, dropForm);
  const owner = await ownerOf();
  const id = c.req.param('file') ?? '';
  if (!form.ok) throw new Problem('invalid', 'bad_form');
  const key = form.value.upload_key;
  if (!isId('attachment', id) || !(await dropUnsent(c.get('scope'), c.env.FILES, owner, key, id))) throw notFound();
  return c.body(null, 204);
}
