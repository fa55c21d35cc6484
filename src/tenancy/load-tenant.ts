import * as z from 'zod';
import { type DatabaseEnv, type Meter, openDirectoryDb, openTenantDb } from '#db/database.ts';
import { run } from '#db/run.ts';
import type { Tenant } from '#lib/tenant.ts';
import { canonicalHostOf, settingsOf, tenantOfHost, tenantOfId, tenantOfNumber } from './tenant-queries.ts';

export type TenantKey =
  | { readonly by: 'host'; readonly host: string }
  | { readonly by: 'id'; readonly id: string }
  | { readonly by: 'number'; readonly number: number };

const footerLinks = z.array(z.object({ label: z.string(), url: z.string() }));

/** The tenant as D1 has it now, past every cache; null when there is none. */
export async function loadTenant(env: DatabaseEnv, key: TenantKey, meter: Meter): Promise<Tenant | null> {
  const directory = openDirectoryDb(env, meter);
  const { tenant } = await run(directory, { tenant: statementOf(key) });
  if (!tenant) return null;
  const { canonical } = await run(directory, { canonical: canonicalHostOf(tenant.id) });
  const { settings } = await run(openTenantDb(env, tenant, meter), { settings: settingsOf(tenant.id) });
  if (!canonical || !settings) return null;
  const { version, locale, zone, solvedClosesAfterDays, remoteUrl, remoteAtOnce, status, ...brand } = settings;
  return {
    ...tenant,
    status: tenant.status === 'suspended' ? 'suspended' : status,
    canonicalHost: canonical.hostname,
    version,
    locale,
    zone,
    solvedClosesAfterDays,
    remoteSignIn: remoteUrl === null ? null : { url: remoteUrl, atOnce: remoteAtOnce === 1 },
    brand: { ...brand, footerLinks: footerLinks.parse(JSON.parse(brand.footerLinks)) },
  };
}

function statementOf(key: TenantKey) {
  if (key.by === 'host') return tenantOfHost(key.host);
  return key.by === 'id' ? tenantOfId(key.id) : tenantOfNumber(key.number);
}
