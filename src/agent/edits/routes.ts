import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { revise, showRevision } from './revise.tsx';
import { showVersions } from './show-versions.tsx';

/** Changing one's own reply, and reading what any message said before. */
export const editRoutes = new Hono<AppEnv>()
  .get('/tickets/:number/messages/:message/revision', showRevision)
  .post('/tickets/:number/messages/:message/revision', revise)
  .get('/tickets/:number/messages/:message/versions', showVersions);
