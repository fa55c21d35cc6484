import * as z from 'zod';
import type { UploadedFile } from '#attachments/upload.ts';
import { Problem } from '#lib/problem.ts';
import { KeptFile } from '#ui/file-field.tsx';
import { fileFaultWords } from '#ui/file-view.ts';
import type { Reader } from '#ui/reader.ts';
import type { AppContext } from './context.ts';
import { formKey } from './form-key.ts';
import { type FormFiles, type MultipartForm, readMultipart } from './read-multipart.ts';
import { sendFragment } from './send-page.ts';

/** Where a script uploads to. */
export interface UploadDoor extends FormFiles {
  /** Asked once somebody was confirmed. */
  readonly reader: () => Reader;
  /** Shows a file. */
  readonly filesPath: string;
}

const uploadForm = z.strictObject({
  upload_key: formKey,
  /** Of the control that it was chosen in: a list of the message's files, or a field. */
  name: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/),
  file: z.string().optional(),
});

/** One file of a form, sent by script before the form is: answers its line, or why it was not kept. */
export async function takeUpload(c: AppContext, door: UploadDoor): Promise<Response> {
  const form = await readMultipart(c, () => false, door);
  const fields = uploadForm.safeParse(form.fields);
  if (!fields.success) throw new Problem('invalid', 'bad_form');
  const fault = fileFaultWords(door.reader(), form.faults['file']);
  if (fault) return c.text(fault, 422);
  const kept = { name: fields.data.name, file: onlyOne(form), reader: door.reader(), filesPath: door.filesPath };
  return sendFragment(c, <KeptFile {...kept} />);
}

function onlyOne({ uploaded: [file, ...others] }: MultipartForm): UploadedFile {
  if (!file || others.length > 0) throw new Problem('invalid', 'bad_form');
  return file;
}
