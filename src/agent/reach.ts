import { openDirectoryDb } from '#db/database.ts';
import type { AppContext } from '#http/context.ts';
import type { Reach } from '#identity/seats/place.ts';
import { openActiveTenant } from '#tenancy/open-active-tenant.ts';

/** The directory, and any tenant: not the request's own scope, for that one belongs to the session that came with it. */
export function reachOf(c: AppContext): Reach {
  const [now, meter] = [c.get('now'), c.get('meter')];
  return {
    directory: { db: openDirectoryDb(c.env, meter), now },
    openTenant: (id) => openActiveTenant(c.env, { by: 'id', id }, { now, meter, after: () => {} }),
  };
}
