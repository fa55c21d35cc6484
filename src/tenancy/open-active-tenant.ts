import type { TenantScope } from '#db/scopes.ts';
import { findTenant, type TenantEnv } from './find-tenant.ts';
import type { TenantKey } from './load-tenant.ts';
import { openTenant, type Surroundings } from './open-tenant.ts';

/** The right to the data of a tenant that somebody else named: a queue's message, a mail, a sweep. Null where it is gone or suspended. */
export async function openActiveTenant(
  env: TenantEnv,
  key: TenantKey,
  around: Surroundings,
): Promise<TenantScope | null> {
  const tenant = await findTenant(env, key, around.now, around.meter);
  return tenant?.status === 'active' ? openTenant(env, tenant, around) : null;
}
