import { newMeter, openDirectoryDb } from '#db/database.ts';
import { run } from '#db/run.ts';
import type { DirectoryScope, TenantScope } from '#db/scopes.ts';
import { readSettings } from '#env.ts';
import { sha256 } from '#lib/secrets.ts';
import { logoFile, logoKey } from '#tenancy/logo.ts';
import { addHostname } from './add-hostname.ts';
import { createTenant } from './create-tenant.ts';
import { acme } from './demo/acme.ts';
import type { Company } from './demo/company.ts';
import { setLogos, tenantOfSlug } from './demo/demo-queries.ts';
import { gatherCast } from './demo/gather-cast.ts';
import { globex } from './demo/globex.ts';
import { writePaper } from './demo/write-paper.ts';
import { writeStories } from './demo/write-stories.ts';
import { openScope } from './open-scope.ts';

/**
 * The two companies of `npm start`: brands, people and a quarter of work, told
 * backwards from `now` so that it never looks old. A company that is there stays
 * as it is.
 */
export async function seedDemo(env: Env, now = Date.now()): Promise<void> {
  for (const company of [acme, globex]) await seedCompany(env, company, now);
}

/** Makes a company with all that it tells, unless there is one of its slug. */
export async function seedCompany(env: Env, company: Company, now: number): Promise<void> {
  const directory: DirectoryScope = { db: openDirectoryDb(env, newMeter()), now };
  const { slug } = company.tenant;
  if ((await run(directory.db, { there: tenantOfSlug(directory, slug) })).there) return;
  const owner = Object.values(company.agents).find(({ role }) => role === 'owner');
  if (!owner) throw new Error(`${slug} has no owner`);

  const { tenantId, ownerId } = await createTenant(env, { ...company.tenant, owner }, now);
  const { platformDomain } = readSettings(env);
  for (const host of company.hosts) {
    await addHostname(directory, { tenantId, hostname: `${host}.${platformDomain}`, kind: 'custom', status: 'active' });
  }
  const scope = await openScope(env, tenantId, now);
  await storeLogos(env.FILES, scope, company);
  const cast = await gatherCast(directory, scope, company, ownerId);
  await writeStories(scope, company, cast, company.paper && (await writePaper(scope, company.paper)));
}

async function storeLogos(files: R2Bucket, scope: TenantScope, { logo }: Company): Promise<void> {
  const [light, dark] = await Promise.all(
    [logo.light, logo.dark].map(async (svg) => {
      const file = logoFile(await sha256(svg), logo, 'svg');
      await files.put(logoKey(scope.tenant.id, file), svg, { httpMetadata: { contentType: 'image/svg+xml' } });
      return file;
    }),
  );
  if (light && dark) await run(scope.db, { logos: setLogos(scope, light, dark) });
}
