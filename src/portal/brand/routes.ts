import { Hono } from 'hono';
import type { AppContext, AppEnv } from '#http/context.ts';
import { readLogo } from '#tenancy/logo.ts';

/** What belongs to the tenant's look and is the same for everybody. */
export const brandRoutes = new Hono<AppEnv>()
  .get('/brand/:file', (c: AppContext) => readLogo(c.env.FILES, c.get('scope').tenant, c.req.param('file') ?? ''))
  // Nothing here is for strangers.
  .get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'));
