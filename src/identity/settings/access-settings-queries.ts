import { eq, sql } from 'drizzle-orm';
import { tenantSettings } from '#db/schema/tenancy.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, mapped, named, one, type Statement, write } from '#db/statement.ts';
import type { AccessSettings } from './access-rules.ts';

export function accessSettingsOf(scope: TenantScope): Statement<AccessSettings | null> {
  const row = one(
    build
      .select(
        named({
          newcomers: tenantSettings.newcomers,
          ticketLinks: tenantSettings.ticketLinks,
          secondFactorRequired: tenantSettings.secondFactorRequired,
          shortAgentSessions: tenantSettings.shortAgentSessions,
        }),
      )
      .from(tenantSettings)
      .where(eq(tenantSettings.tenantId, scope.tenant.id)),
  );
  return mapped(
    row,
    (found) =>
      found && {
        newcomers: found.newcomers,
        ticketLinks: found.ticketLinks === 1 ? 1 : 0,
        secondFactorRequired: found.secondFactorRequired === 1 ? 1 : 0,
        shortAgentSessions: found.shortAgentSessions === 1 ? 1 : 0,
      },
  );
}

/** The new version tells every page that its copy of the tenant is old. */
export function updateAccessSettings(scope: TenantScope, settings: Partial<AccessSettings>) {
  return write(
    build
      .update(tenantSettings)
      .set({ ...settings, version: sql`${tenantSettings.version} + 1` })
      .where(eq(tenantSettings.tenantId, scope.tenant.id)),
  );
}
