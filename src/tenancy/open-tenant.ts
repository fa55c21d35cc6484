import { type Meter, openTenantDb } from '#db/database.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Tenant } from '#lib/tenant.ts';
import { refreshTenant, type TenantEnv } from './find-tenant.ts';

export interface Surroundings {
  /** Milliseconds. */
  readonly now: number;
  readonly meter: Meter;
  /** Runs work when the answer is out. */
  readonly after: (work: () => Promise<unknown>) => void;
}

/** The right to a tenant's data. */
export function openTenant(env: TenantEnv, tenant: Tenant, { now, meter, after }: Surroundings): TenantScope {
  return {
    db: openTenantDb(env, tenant, meter),
    tenant,
    now,
    onNewVersion: () => after(() => refreshTenant(env, tenant.id, now, meter)),
  };
}
