import { sql } from 'drizzle-orm';
import { hostnames, seats, tenants } from '#db/schema/directory.ts';
import { forms, formVersions } from '#db/schema/forms.ts';
import { agents } from '#db/schema/people.ts';
import { businessHours, tenantSettings } from '#db/schema/tenancy.ts';
import { priorities, statuses } from '#db/schema/tickets.ts';
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

/** Owner, statuses, priorities, form with its first version, business hours. */
export function insertDesk({ tenantId, owner, zone, now }: TenantRows): readonly Statement<number>[] {
  const id = (kind: 'status' | 'priority' | 'form' | 'hours') => newId(kind, now);
  const { form, hours } = defaultDesk;
  const formId = id('form');
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
    build.insert(forms).values({
      slug: form.slug,
      name: form.name,
      tenantId,
      id: formId,
      isDefault: 1,
      publishedVersion: 1,
      createdAt: now,
    }),
    build
      .insert(formVersions)
      .values({ tenantId, formId, version: 1, definition: JSON.stringify(form.definition), publishedAt: now }),
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
