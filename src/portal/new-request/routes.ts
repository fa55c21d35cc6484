import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { sendRequest } from './send-request.tsx';
import { showForm } from './show-form.tsx';

/** Asking: what to ask about where there are several forms, and each form by its name. */
export const newRequestRoutes = new Hono<AppEnv>()
  .get('/requests/new', showForm)
  .post('/requests/new', sendRequest)
  .get('/requests/new/:form', showForm)
  .post('/requests/new/:form', sendRequest);
