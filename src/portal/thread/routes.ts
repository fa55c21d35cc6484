import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { changeField } from './change-field.tsx';
import { joinThread, keepReading, showUpdates } from './live.tsx';
import { sendReply } from './send-reply.tsx';
import { settle } from './settle.ts';
import { showThread } from './show-thread.tsx';

/** One request: reading it, answering it, calling it done. */
export const threadRoutes = new Hono<AppEnv>()
  .get('/requests/:number', showThread)
  .get('/requests/:number/updates', showUpdates)
  .get('/requests/:number/live', joinThread)
  .post('/requests/:number/reading', keepReading)
  .post('/requests/:number/messages', sendReply)
  .post('/requests/:number/fields/:field', changeField)
  .post('/requests/:number/solution', settle('solved'))
  .post('/requests/:number/reopening', settle('open'));
