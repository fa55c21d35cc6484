import { isDuplicate, runList } from '#db/run.ts';
import type { DirectoryScope } from '#db/scopes.ts';
import { Problem } from '#lib/problem.ts';
import { dropCanonical, insertHostname } from './hostname-queries.ts';

export interface NewHostname {
  readonly tenantId: string;
  /** Lower-case ASCII, no port, no trailing dot. */
  readonly hostname: string;
  readonly kind: 'default' | 'custom';
  readonly status: 'pending' | 'active' | 'failed';
  /** Mail links to it from now on, in place of the host that it linked to. */
  readonly canonical?: boolean;
}

/** A host that shows the tenant's portal. Throws Problem `conflict` when somebody has it, `invalid` when it is no host. */
export async function addHostname(directory: DirectoryScope, input: NewHostname): Promise<void> {
  const { canonical = false, ...row } = input;
  if (!isHost(row.hostname)) throw new Problem('invalid', 'hostname_invalid');
  try {
    await runList(directory.db, [
      ...(canonical ? [dropCanonical(directory, row.tenantId)] : []),
      insertHostname(directory, { ...row, canonical: canonical ? 1 : 0 }),
    ]);
  } catch (error) {
    if (isDuplicate(error, 'hostnames')) throw new Problem('conflict', 'hostname_taken');
    throw error;
  }
}

/** Exactly what `tenancy/host.ts` makes of a request's URL, and no address of a machine. */
function isHost(hostname: string): boolean {
  const url = URL.parse(`https://${hostname}/`);
  return url?.hostname === hostname && /\.[a-z][a-z0-9-]*$/.test(hostname);
}
