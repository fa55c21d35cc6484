import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { dropByLink, showLinkedFile, uploadByLink } from './files.ts';
import { previewByLink, replyByLink } from './reply.ts';
import { revokeByLink, revokeOwn } from './revoke.ts';
import { showLinked } from './show-linked.tsx';

/** One request, for whoever holds the link that a mail about it carried; and turning such links off. */
export const byLinkRoutes = new Hono<AppEnv>()
  .get('/r/:token', showLinked)
  .post('/r/:token/messages', replyByLink)
  .post('/r/:token/preview', previewByLink)
  .get('/r/:token/files/:file', showLinkedFile)
  .post('/r/:token/uploads', uploadByLink)
  .post('/r/:token/uploads/:file/removal', dropByLink)
  .post('/r/:token/revocation', revokeByLink)
  .post('/requests/:number/link-revocation', revokeOwn);
