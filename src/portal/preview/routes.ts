import { Hono } from 'hono';
import { raw } from 'hono/html';
import * as z from 'zod';
import type { AppContext, AppEnv } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { readForm } from '#http/read-form.ts';
import { sendFragment } from '#http/send-page.ts';
import { visitAsContact } from '#http/visit.ts';
import { previewOf } from '../forms/preview-of.ts';

/** What stands in a form, as it will look; for the script beside the form, which sends all its fields. */
export const previewRoutes = new Hono<AppEnv>().post('/preview', preview);

const ignored = z.string().optional();
const form = z.strictObject({
  body: z.string().default(''),
  key: ignored,
  workspace: ignored,
  subject: ignored,
  priority: ignored,
  follow_up: ignored,
});

async function preview(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  const { actor } = await visitAsContact(c, () => ({}));
  return sendFragment(c, raw(previewOf(portalLook(c, actor).frame.reader, fields['body'] ?? '')));
}
