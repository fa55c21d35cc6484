import { Hono } from 'hono';
import type { AppContext, AppEnv } from '#http/context.ts';
import { dropUpload } from '#http/drop-upload.ts';
import { agentFiles } from '#http/form-files.ts';
import { agentLook } from '#http/frame.ts';
import { sendFile } from '#http/send-file.ts';
import { takeUpload } from '#http/take-upload.tsx';
import { visitAsAgent } from '#http/visit.ts';
import { notFound } from '#lib/problem.ts';
import { findAgentFile } from '#tickets/find-file.ts';

/** Files of tickets, and what is uploaded for a reply or a note before it is sent. */
export const fileRoutes = new Hono<AppEnv>()
  .get('/files/:file', showFile)
  .post('/uploads', upload)
  .post('/uploads/:file/removal', removeUpload);

async function showFile(c: AppContext): Promise<Response> {
  const { rows } = await visitAsAgent(c, (scope, { agentId }) =>
    findAgentFile(scope, agentId, c.req.param('file') ?? ''),
  );
  if (!rows.file) throw notFound();
  return sendFile(c, rows.file);
}

async function upload(c: AppContext): Promise<Response> {
  const { reader } = (await agentLook(c)).frame;
  return takeUpload(c, { ...agentFiles(c), reader: () => reader, filesPath: '/files' });
}

async function removeUpload(c: AppContext): Promise<Response> {
  return dropUpload(c, async () => {
    const { actor } = await visitAsAgent(c, () => ({}));
    return { kind: 'agent', id: actor.id };
  });
}
