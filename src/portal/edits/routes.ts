import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { revise, showRevision } from './revise.tsx';

/** Changing one's own message. */
export const editRoutes = new Hono<AppEnv>()
  .get('/requests/:number/messages/:message/revision', showRevision)
  .post('/requests/:number/messages/:message/revision', revise);
