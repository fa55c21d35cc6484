import { Hono } from 'hono';
import { raw } from 'hono/html';
import * as z from 'zod';
import { draftFiles } from '#attachments/draft-files.ts';
import type { AppContext, AppEnv } from '#http/context.ts';
import { typedFiles, uploadsView } from '#http/form-files.ts';
import { portalLook } from '#http/frame.ts';
import { readForm } from '#http/read-form.ts';
import { sendFragment } from '#http/send-page.ts';
import { visitAsContact } from '#http/visit.ts';
import { previewOf } from '../forms/preview-of.ts';

/** What stands in a form, as it will look; for the script beside the form, which sends all its fields. */
export const previewRoutes = new Hono<AppEnv>().post('/preview', preview);

/** Its other fields are whatever the form asks. */
const form = z.looseObject({ body: z.string().default('') });

async function preview(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form, { repeats: (name) => name !== 'body' });
  const { key, ids } = typedFiles(fields);
  const { actor, rows } = await visitAsContact(c, (scope, { contactId: id }) => ({
    kept: draftFiles(scope, { kind: 'contact', id }, key),
  }));
  const { reader } = portalLook(c, actor).frame;
  return sendFragment(c, raw(previewOf(reader, fields['body'] ?? '', { uploads: uploadsView(key, rows.kept), ids })));
}
