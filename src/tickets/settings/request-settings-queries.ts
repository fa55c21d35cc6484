import { eq, sql } from 'drizzle-orm';
import { tenantSettings } from '#db/schema/tenancy.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, named, one, type Statement, write } from '#db/statement.ts';
import type { RequestSettings } from './request-settings.ts';

export function requestSettingsOf(scope: TenantScope): Statement<RequestSettings | null> {
  return one(
    build
      .select(
        named({
          solvedClosesAfterDays: tenantSettings.solvedClosesAfterDays,
          participants: tenantSettings.participants,
          ticketLinks: tenantSettings.ticketLinks,
        }),
      )
      .from(tenantSettings)
      .where(eq(tenantSettings.tenantId, scope.tenant.id)),
  );
}

/** The new version tells every page that its copy of the tenant is old. */
export function updateRequestSettings(scope: TenantScope, changes: Partial<Omit<RequestSettings, 'ticketLinks'>>) {
  return write(
    build
      .update(tenantSettings)
      .set({ ...changes, version: sql`${tenantSettings.version} + 1` })
      .where(eq(tenantSettings.tenantId, scope.tenant.id)),
  );
}
