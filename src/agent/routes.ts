import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { ticketRoutes } from './tickets/routes.ts';
import { viewAsRoutes } from './view-as/routes.tsx';

/** Everything on the agents' host. */
export const agentRoutes = new Hono<AppEnv>()
  .get('/', (c) => c.redirect('/tickets', 303))
  .route('/', signInRoutes)
  .route('/tickets', ticketRoutes)
  .route('/', viewAsRoutes);
