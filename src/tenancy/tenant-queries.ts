import { and, eq } from 'drizzle-orm';
import { hostnames, tenants } from '#db/schema/directory.ts';
import { tenantSettings } from '#db/schema/tenancy.ts';
import { build, many, named, one } from '#db/statement.ts';

const tenantColumns = named({
  id: tenants.id,
  number: tenants.number,
  slug: tenants.slug,
  shard: tenants.shard,
  status: tenants.status,
});

const canonical = and(eq(hostnames.tenantId, tenants.id), eq(hostnames.canonical, 1));

/** The tenant whose live host this is. */
export function tenantOfHost(host: string) {
  return one(
    build
      .select(tenantColumns)
      .from(hostnames)
      .innerJoin(tenants, eq(tenants.id, hostnames.tenantId))
      .where(and(eq(hostnames.hostname, host), eq(hostnames.status, 'active'))),
  );
}

export function tenantOfId(id: string) {
  return one(build.select(tenantColumns).from(tenants).where(eq(tenants.id, id)));
}

export function tenantOfNumber(number: number) {
  return one(build.select(tenantColumns).from(tenants).where(eq(tenants.number, number)));
}

/** The host that mail links to. */
export function canonicalHostOf(tenantId: string) {
  return one(
    build
      .select(named({ hostname: hostnames.hostname }))
      .from(tenants)
      .innerJoin(hostnames, canonical)
      .where(eq(tenants.id, tenantId)),
  );
}

/** What its pages look like. */
export function settingsOf(tenantId: string) {
  return one(
    build
      .select(
        named({
          version: tenantSettings.version,
          status: tenantSettings.status,
          name: tenantSettings.name,
          locale: tenantSettings.locale,
          zone: tenantSettings.zone,
          accent: tenantSettings.accent,
          logoLight: tenantSettings.logoLight,
          logoDark: tenantSettings.logoDark,
          logoMail: tenantSettings.logoMail,
          welcome: tenantSettings.welcome,
          footerLinks: tenantSettings.footerLinks,
          themeCss: tenantSettings.themeCss,
          themeHash: tenantSettings.themeHash,
          solvedClosesAfterDays: tenantSettings.solvedClosesAfterDays,
          remoteUrl: tenantSettings.remoteSignInUrl,
          remoteAtOnce: tenantSettings.remoteSignInAtOnce,
        }),
      )
      .from(tenantSettings)
      .where(eq(tenantSettings.tenantId, tenantId)),
  );
}

/** The hosts that show a tenant's portal. */
export function liveHostsOf(tenantId: string) {
  return many(
    build
      .select(named({ hostname: hostnames.hostname }))
      .from(hostnames)
      .where(and(eq(hostnames.tenantId, tenantId), eq(hostnames.status, 'active')))
      .limit(100),
  );
}
