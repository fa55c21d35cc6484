import { run } from '#db/run.ts';
import type { DirectoryScope } from '#db/scopes.ts';
import { liveHostsOf, tenantOfHost } from './tenant-queries.ts';

/** Every host at which the tenant's portal answers. */
export async function liveHosts(directory: DirectoryScope, tenantId: string): Promise<readonly string[]> {
  const { hosts } = await run(directory.db, { hosts: liveHostsOf(tenantId) });
  return hosts.map(({ hostname }) => hostname);
}

/** True for a host of any tenant. */
export async function isPortalHost(directory: DirectoryScope, host: string): Promise<boolean> {
  const { tenant } = await run(directory.db, { tenant: tenantOfHost(host) });
  return tenant !== null;
}
