import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { change, remove, showView } from './change.tsx';
import { askSave, save } from './save.tsx';

/** Lists that people keep, for themselves or for their account. */
export const viewRoutes = new Hono<AppEnv>()
  .get('/views/new', askSave)
  .post('/views', save)
  .get('/views/:view', showView)
  .post('/views/:view', change)
  .post('/views/:view/removal', remove);
