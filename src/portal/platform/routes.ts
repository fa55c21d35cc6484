import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { showWelcome } from './show-welcome.tsx';

/** The platform's own host: what Portico is, and the ways in. */
export const platformRoutes = new Hono<AppEnv>().get('/', showWelcome);
