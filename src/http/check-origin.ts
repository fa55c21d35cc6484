import { createMiddleware } from 'hono/factory';
import { Problem } from '#lib/problem.ts';
import type { AppEnv } from './context.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Unsafe methods come from our own pages only: `Origin` present and equal to the
 * request's, `Sec-Fetch-Site`, if sent, `same-origin` (ASVS V3.5.1; SameSite
 * cookies do not stop a tenant's sibling hosts, for those are the same site).
 */
export const checkOrigin = createMiddleware<AppEnv>(async (c, next) => {
  if (!safe.has(c.req.method)) {
    const site = c.req.header('Sec-Fetch-Site');
    const sameOrigin = c.req.header('Origin') === new URL(c.req.url).origin;
    if (!sameOrigin || (site !== undefined && site !== 'same-origin')) throw new Problem('forbidden', 'cross_site');
  }
  await next();
});
