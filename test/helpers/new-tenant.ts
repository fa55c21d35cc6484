import { env } from 'cloudflare:workers';
import type { TenantScope } from '#db/scopes.ts';
import { createTenant } from '#onboarding/create-tenant.ts';
import type { NewTenant } from '#onboarding/new-tenant.ts';
import { openScope } from '#onboarding/open-scope.ts';

export interface TestTenant {
  readonly id: string;
  readonly slug: string;
  /** Its default host. */
  readonly host: string;
  readonly ownerId: string;
  readonly ownerEmail: string;
}

let made = 0;

/** A company of its own, with an owner and everything that `createTenant` gives. */
export async function newTenant(change: Partial<NewTenant> = {}): Promise<TestTenant> {
  made += 1;
  const slug = change.slug ?? `t${made}-${crypto.randomUUID().slice(0, 8)}`;
  const owner = { name: 'Olivia Owner', email: `owner@${slug}.test` };
  const input = { name: `Company ${made}`, zone: 'Europe/Berlin', accent: '#0f766e', owner, ...change, slug };
  const { tenantId, ownerId, hostname } = await createTenant(env, input, Date.now());
  return { id: tenantId, slug, host: hostname, ownerId, ownerEmail: input.owner.email };
}

/** The scope of a test's tenant, past every cache. */
export function scopeOf(tenant: TestTenant, now = Date.now()): Promise<TenantScope> {
  return openScope(env, tenant.id, now);
}
