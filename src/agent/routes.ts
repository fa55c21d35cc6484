import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { signInRoutes } from './sign-in/routes.ts';

/** Everything on the agents' host. */
export const agentRoutes = new Hono<AppEnv>().route('/', signInRoutes).get('/', (c) => c.redirect('/tickets', 303));
