import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';

/** Everything on the agents' host. */
export const agentRoutes = new Hono<AppEnv>().get('/', (c) => c.redirect('/tickets', 303));
