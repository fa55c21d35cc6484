import { openDirectoryDb } from '#db/database.ts';
import type { AppContext } from '#http/context.ts';
import type { Reach } from '#identity/seats/place.ts';
import { findTenant } from '#tenancy/find-tenant.ts';
import { openActiveTenant } from '#tenancy/open-active-tenant.ts';
import { openTenant } from '#tenancy/open-tenant.ts';

/** The directory, and any tenant: not the request's own scope, for that one belongs to the session that came with it. */
export function reachOf(c: AppContext): Reach {
  const [now, meter] = [c.get('now'), c.get('meter')];
  const around = { now, meter, after: () => {} };
  return {
    directory: { db: openDirectoryDb(c.env, meter), now },
    openTenant: (id) => openActiveTenant(c.env, { by: 'id', id }, around),
    openAny: async (id) => {
      const tenant = await findTenant(c.env, { by: 'id', id }, now, meter);
      return tenant && openTenant(c.env, tenant, around);
    },
  };
}
