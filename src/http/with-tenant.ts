import { createMiddleware } from 'hono/factory';
import type { TenantScope } from '#db/scopes.ts';
import { notFound, Problem } from '#lib/problem.ts';
import type { Tenant } from '#lib/tenant.ts';
import { findTenant } from '#tenancy/find-tenant.ts';
import { openTenant } from '#tenancy/open-tenant.ts';
import type { AppContext, AppEnv } from './context.ts';
import { effectsOf } from './effects.ts';

/** The portal's tenant: from the hostname, and nothing else. */
export const withTenant = createMiddleware<AppEnv>(async (c, next) => {
  const tenant = await findTenant(c.env, { by: 'host', host: c.get('host') }, c.get('now'), c.get('meter'));
  if (!tenant) throw notFound();
  setScope(c, tenant);
  if (tenant.status === 'suspended') throw new Problem('gone', 'tenant_suspended');
  await next();
});

/** Scope and effects of a tenant for this request. */
export function setScope(c: AppContext, tenant: Tenant): TenantScope {
  const effects = effectsOf(c.env, tenant.id, (work) => c.executionCtx.waitUntil(work));
  const scope = openTenant(c.env, tenant, { now: c.get('now'), meter: c.get('meter'), after: effects.after });
  c.set('scope', scope);
  c.set('effects', effects);
  return scope;
}
