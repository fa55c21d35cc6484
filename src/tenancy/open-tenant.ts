import { type Meter, openTenantDb } from '#db/database.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Tenant } from '#lib/tenant.ts';
import { refreshTenant, type TenantEnv } from './find-tenant.ts';

/** The right to a tenant's data. `after` runs work when the answer is out. */
export function openTenant(
  env: TenantEnv,
  tenant: Tenant,
  { now, meter, after }: { now: number; meter: Meter; after: (work: () => Promise<unknown>) => void },
): TenantScope {
  return {
    db: openTenantDb(env, tenant, meter),
    tenant,
    now,
    onNewVersion: () => after(() => refreshTenant(env, tenant.id, now, meter)),
  };
}
