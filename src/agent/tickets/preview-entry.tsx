import { raw } from 'hono/html';
import * as z from 'zod';
import { draftFiles } from '#attachments/draft-files.ts';
import type { AppContext } from '#http/context.ts';
import { agentFiles, faultsIn, fileFields, isFileList, typedFiles, uploadsView } from '#http/form-files.ts';
import { isFromScript } from '#http/is-from-script.ts';
import { readForm } from '#http/read-form.ts';
import { sendFragment } from '#http/send-page.ts';
import { visitAsAgent } from '#http/visit.ts';
import { cleanText } from '#lib/text.ts';
import { previewText } from '#ui/written-text.ts';
import { draftOf } from './draft.ts';
import { sendTicket } from './send-ticket.tsx';

/** The composer's fields, none of them judged yet. */
const fields = z.strictObject({
  kind: z.string().optional(),
  body: z.string().default(''),
  status: z.string().optional(),
  key: z.string().optional(),
  seen: z.string().optional(),
  ...fileFields,
});

/** The server's own rendering: in place for script, else the page again with everything that was typed. */
export async function previewEntry(c: AppContext): Promise<Response> {
  const form = await readForm(c, fields, { repeats: isFileList, files: agentFiles(c) });
  if (!isFromScript(c))
    return sendTicket(c, draftOf(form.fields, { preview: true, files: typedFiles(form.fields, faultsIn(form)) }));
  const { key, ids } = typedFiles(form.fields);
  const { rows } = await visitAsAgent(c, (scope, { agentId: id }) => ({
    kept: draftFiles(scope, { kind: 'agent', id }, key),
  }));
  const files = { uploads: uploadsView(key, rows.kept), ids };
  return sendFragment(c, raw(previewText(cleanText(form.fields['body'] ?? ''), files)));
}
