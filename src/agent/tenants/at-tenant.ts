import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '#http/context.ts';

/**
 * Links of agents' mail name their tenant (`?at=acme`), for ticket 1043 is
 * another one at each. Who is in another tenant is asked to switch; a GET
 * switches nothing.
 */
export const atTenant = createMiddleware<AppEnv>(async (c, next) => {
  const at = c.req.query('at');
  const claim = c.get('claim');
  // A page that was opened before the switch takes in nothing of the other tenant.
  if (claim && claim.tenantId !== (c.req.header('X-Tenant') ?? claim.tenantId)) return c.text('', 401);
  if (c.req.method !== 'GET' || at === undefined || !claim || c.req.path === '/tenants') return next();
  if (c.get('scope').tenant.slug === at) return next();
  const { pathname, search } = new URL(c.req.url);
  const query = new URLSearchParams({ at, return_to: pathname + search });
  return c.redirect(`/tenants?${query}`, 303);
});
