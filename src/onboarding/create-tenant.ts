import { newMeter, openDirectoryDb, openTenantDb } from '#db/database.ts';
import { isDuplicate, run, runList } from '#db/run.ts';
import type { DirectoryScope } from '#db/scopes.ts';
import { readSettings } from '#env.ts';
import { storedAddress } from '#identity/people/stored-address.ts';
import { newId } from '#lib/ids.ts';
import { Problem } from '#lib/problem.ts';
import { themeOf } from '#ui/theme.ts';
import { insertDesk, insertDirectory, insertSettings, isTaken, type TenantRows } from './create-tenant-queries.ts';
import { checkNewTenant, type NewTenant } from './new-tenant.ts';

export interface CreatedTenant {
  readonly tenantId: string;
  /** The owner's agent id. */
  readonly ownerId: string;
  readonly hostname: string;
}

// The one database there is so far; later, the one with the most room.
const shard = 'DB';

/**
 * A company that can work: settings and brand, statuses, priorities, a form,
 * business hours, its default host and its owner. Its reply addresses need only
 * its number.
 *
 * Throws Problem `conflict` (`slug_taken`, `hostname_taken`) when it, or another
 * of that name, is there, and `invalid` for what no tenant may start with.
 */
export async function createTenant(env: Env, input: NewTenant, now: number): Promise<CreatedTenant> {
  checkNewTenant(input);
  const directory: DirectoryScope = { db: openDirectoryDb(env, newMeter()), now };
  const hostname = `${input.slug}.${readSettings(env).platformDomain}`;
  const { taken } = await run(directory.db, { taken: isTaken(directory, input.slug, hostname) });
  if (taken) throw new Problem('conflict', taken.what);

  const rows = await rowsOf(input, hostname, now);
  // The directory comes last: until its rows stand nobody reaches the tenant's, so a try that broke off can be made again.
  const tenantDb = openTenantDb(env, { shard }, directory.db.meter);
  await runList(tenantDb, [insertSettings(rows), ...insertDesk(rows)]);
  try {
    await runList(directory.db, insertDirectory(rows));
  } catch (error) {
    if (isDuplicate(error, 'tenants')) throw new Problem('conflict', 'slug_taken');
    if (isDuplicate(error, 'hostnames')) throw new Problem('conflict', 'hostname_taken');
    throw error;
  }
  return { tenantId: rows.tenantId, ownerId: rows.owner.id, hostname };
}

async function rowsOf(input: NewTenant, hostname: string, now: number): Promise<TenantRows> {
  const { css, sha256 } = await themeOf(input.accent);
  return {
    ...input,
    tenantId: newId('tenant', now),
    hostname,
    shard,
    locale: input.locale ?? 'en',
    welcome: input.welcome ?? '',
    footerLinks: input.footerLinks ?? [],
    themeCss: css,
    themeHash: sha256,
    owner: { id: newId('agent', now), name: input.owner.name.trim(), email: storedAddress(input.owner.email) },
    now,
  };
}
