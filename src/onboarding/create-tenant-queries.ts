import { sql } from 'drizzle-orm';
import { hostnames, seats, tenants } from '#db/schema/directory.ts';
import { agents } from '#db/schema/people.ts';
import { businessHours, tenantSettings } from '#db/schema/tenancy.ts';
import { forms, priorities, statuses } from '#db/schema/tickets.ts';
import type { DirectoryScope } from '#db/scopes.ts';
import { build, rawRow, type Statement, write } from '#db/statement.ts';
import { newId } from '#lib/ids.ts';
import { defaultDesk } from './default-desk.ts';
import type { NewTenant } from './new-tenant.ts';

// These take no tenant's scope: the tenant is what they make.

export interface TenantRows extends Required<NewTenant> {
  readonly tenantId: string;
  readonly hostname: string;
  readonly shard: string;
  readonly themeCss: string;
  readonly themeHash: string;
  readonly owner: { readonly id: string; readonly name: string; readonly email: string };
  readonly now: number;
}

/** Which of the two somebody has, or null. */
export function isTaken(_scope: DirectoryScope, slug: string, hostname: string) {
  return rawRow(
    sql`select 'slug_taken' as what from ${tenants} where ${tenants.slug} = ${slug}
        union all select 'hostname_taken' from ${hostnames} where ${hostnames.hostname} = ${hostname}`,
    (row) => ({ what: String(row.what) }),
  );
}

export function insertSettings(rows: TenantRows): Statement<number> {
  const { tenantId, name, locale, zone, accent, welcome, themeCss, themeHash, now } = rows;
  return write(
    build.insert(tenantSettings).values({
      tenantId,
      version: 1,
      status: 'active',
      name,
      locale,
      zone,
      accent,
      welcome,
      footerLinks: JSON.stringify(rows.footerLinks),
      themeCss,
      themeHash,
      solvedClosesAfterDays: defaultDesk.solvedClosesAfterDays,
      createdAt: now,
    }),
  );
}

/** Owner, statuses, priorities, form, business hours. */
export function insertDesk({ tenantId, owner, zone, now }: TenantRows): readonly Statement<number>[] {
  const id = (kind: 'status' | 'priority' | 'form' | 'hours') => newId(kind, now);
  const { form, hours } = defaultDesk;
  return [
    build
      .insert(agents)
      .values({ ...owner, tenantId, role: 'owner', state: 'active', notifyUnassigned: 1, createdAt: now }),
    build
      .insert(statuses)
      .values(defaultDesk.statuses.map((status, position) => ({ ...status, tenantId, id: id('status'), position }))),
    build.insert(priorities).values(
      defaultDesk.priorities.map(({ label, isDefault }, position) => ({
        tenantId,
        id: id('priority'),
        label,
        position,
        isDefault: isDefault ? 1 : 0,
      })),
    ),
    build.insert(forms).values({ ...form, tenantId, id: id('form'), isDefault: 1 }),
    build
      .insert(businessHours)
      .values({ tenantId, id: id('hours'), name: hours.name, zone, week: JSON.stringify(hours.week) }),
  ].map(write);
}

export function insertDirectory(rows: TenantRows): readonly Statement<number>[] {
  const { tenantId, slug, name, hostname, shard, owner, now } = rows;
  const number = sql`(select coalesce(max(number), 0) + 1 from ${tenants})`;
  return [
    build.insert(tenants).values({ id: tenantId, number, slug, name, status: 'active', shard, createdAt: now }),
    build
      .insert(hostnames)
      .values({ hostname, tenantId, kind: 'default', status: 'active', canonical: 1, createdAt: now }),
    build.insert(seats).values({ email: owner.email, tenantId, agentId: owner.id, createdAt: now }),
  ].map(write);
}
