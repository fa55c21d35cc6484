import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';

/** All pages of a tenant's portal. */
export const portalRoutes = new Hono<AppEnv>();
