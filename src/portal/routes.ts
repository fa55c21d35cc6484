import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { settingsRoutes } from './settings/routes.tsx';
import { signInRoutes } from './sign-in/routes.ts';
import { workspaceRoutes } from './workspaces/routes.tsx';

/** All pages of a tenant's portal. */
export const portalRoutes = new Hono<AppEnv>()
  .route('/', signInRoutes)
  .route('/', workspaceRoutes)
  .route('/', settingsRoutes);
