import { Hono } from 'hono';
import type { AppContext, AppEnv } from '#http/context.ts';
import { dropUpload } from '#http/drop-upload.ts';
import { contactFiles } from '#http/form-files.ts';
import { portalLook } from '#http/frame.ts';
import { sendFile } from '#http/send-file.ts';
import { takeUpload } from '#http/take-upload.tsx';
import { visitAsContact } from '#http/visit.ts';
import { notFound } from '#lib/problem.ts';
import { findContactFile } from '#tickets/find-file.ts';

/** Files of requests, and what is uploaded for a form before it is sent. */
export const fileRoutes = new Hono<AppEnv>()
  .get('/files/:file', showFile)
  .post('/uploads', upload)
  .post('/uploads/:file/removal', removeUpload);

/** GET and HEAD /files/:file: who may see what it hangs on may fetch it, asked anew each time. */
async function showFile(c: AppContext): Promise<Response> {
  const { rows } = await visitAsContact(c, (scope, claim) => findContactFile(scope, claim, c.req.param('file') ?? ''));
  if (!rows.file) throw notFound();
  return sendFile(c, rows.file);
}

async function upload(c: AppContext): Promise<Response> {
  let look = portalLook(c);
  const files = contactFiles(c, (actor) => {
    look = portalLook(c, actor);
  });
  return takeUpload(c, { ...files, reader: () => look.frame.reader, filesPath: '/files' });
}

async function removeUpload(c: AppContext): Promise<Response> {
  return dropUpload(c, async () => {
    const { actor } = await visitAsContact(c, () => ({}));
    return { kind: 'contact', id: actor.id };
  });
}
