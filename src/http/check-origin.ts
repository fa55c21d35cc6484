import { createMiddleware } from 'hono/factory';
import { Problem } from '#lib/problem.ts';
import type { AppContext, AppEnv } from './context.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Unsafe methods come from our own pages only: `Origin` present and equal to the
 * request's, `Sec-Fetch-Site`, if sent, `same-origin` (ASVS V3.5.1; SameSite
 * cookies do not stop a tenant's sibling hosts, for those are the same site).
 */
export const checkOrigin = checkOriginBut(null);

/**
 * The same for a face with one address whose POST comes from another origin by
 * nature and brings its own proof. The whole path as it was sent must be equal:
 * no prefix, no decoding, nothing that a router would read as the same.
 */
export function checkOriginBut(exempt: string | null) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (!safe.has(c.req.method) && !isExempt(c, exempt)) refuseForeign(c);
    await next();
  });
}

function isExempt(c: AppContext, exempt: string | null): boolean {
  return exempt !== null && c.req.method === 'POST' && new URL(c.req.url).pathname === exempt;
}

function refuseForeign(c: AppContext): void {
  const site = c.req.header('Sec-Fetch-Site');
  const sameOrigin = c.req.header('Origin') === new URL(c.req.url).origin;
  if (!sameOrigin || (site !== undefined && site !== 'same-origin')) throw new Problem('forbidden', 'cross_site');
}
