import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { accountRoutes } from './accounts/routes.ts';
import { secondFactorRoutes } from './second-factor/routes.ts';
import { accessRoutes } from './settings/access/routes.tsx';
import { signInRoutes } from './sign-in/routes.ts';
import { ticketRoutes } from './tickets/routes.ts';
import { viewAsRoutes } from './view-as/routes.tsx';

/** Everything on the agents' host. */
export const agentRoutes = new Hono<AppEnv>()
  .get('/', (c) => c.redirect('/tickets', 303))
  .route('/', signInRoutes)
  .route('/second-factor', secondFactorRoutes)
  .route('/tickets', ticketRoutes)
  .route('/accounts', accountRoutes)
  .route('/settings/access', accessRoutes)
  .route('/', viewAsRoutes);
