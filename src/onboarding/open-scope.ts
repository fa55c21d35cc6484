import { newMeter, openTenantDb } from '#db/database.ts';
import type { TenantScope } from '#db/scopes.ts';
import { notFound } from '#lib/problem.ts';
import { loadTenant } from '#tenancy/load-tenant.ts';

/** The scope of a tenant that was just made, or of a test or bench: nobody's request, read past every cache. */
export async function openScope(env: Env, tenantId: string, now: number): Promise<TenantScope> {
  const meter = newMeter();
  const tenant = await loadTenant(env, { by: 'id', id: tenantId }, meter);
  if (!tenant) throw notFound();
  return { db: openTenantDb(env, tenant, meter), tenant, now, onNewVersion: () => {} };
}
