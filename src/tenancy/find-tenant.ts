import * as z from 'zod';
import type { DatabaseEnv, Meter } from '#db/database.ts';
import { bestEffort } from '#lib/best-effort.ts';
import type { Tenant } from '#lib/tenant.ts';
import { loadTenant, type TenantKey } from './load-tenant.ts';

export interface TenantEnv extends DatabaseEnv {
  readonly KV: KVNamespace;
}

const memorySeconds = 30;
const kvSeconds = 300;
const memoryEntries = 1000;

// KV takes one write a second of a name: of isolates that start together all but one are refused.
const failed = 'tenant_copy_failed';

// One cache an isolate and database (the binding object), as tests run several.
const memory = new WeakMap<D1Database, Map<string, { readonly tenant: Tenant | null; readonly until: number }>>();

const stored: z.ZodType<Tenant> = z.object({
  id: z.string(),
  number: z.int(),
  slug: z.string(),
  shard: z.string(),
  status: z.enum(['active', 'suspended']),
  canonicalHost: z.string(),
  version: z.int(),
  locale: z.string(),
  zone: z.string(),
  solvedClosesAfterDays: z.int(),
  remoteSignIn: z.object({ url: z.string(), atOnce: z.boolean() }).nullable(),
  brand: z.object({
    name: z.string(),
    accent: z.string(),
    logoLight: z.string().nullable(),
    logoDark: z.string().nullable(),
    logoMail: z.string().nullable(),
    welcome: z.string(),
    footerLinks: z.array(z.object({ label: z.string(), url: z.string() })),
    themeCss: z.string(),
    themeHash: z.string(),
  }),
});

/**
 * A tenant from memory (30 s), KV (5 min) or D1; null for an unknown host or id,
 * which only memory remembers, so that strangers cannot fill KV. So does memory
 * alone remember a suspended one: no page's batch would tell that it is back.
 * A page's batch reads the settings' version and calls `refreshTenant` on a newer one.
 */
export async function findTenant(env: TenantEnv, key: TenantKey, now: number, meter: Meter): Promise<Tenant | null> {
  const name = nameOf(key);
  const cache = cacheOf(env);
  const known = cache.get(name);
  if (known && known.until > now) return known.tenant;
  const tenant = (await fromKv(env, name)) ?? (await fromD1(env, key, name, meter));
  if (cache.size >= memoryEntries) cache.clear();
  cache.set(name, { tenant, until: now + memorySeconds * 1000 });
  return tenant;
}

/**
 * Reads a tenant anew from D1 and puts it in the place of every copy that this
 * isolate knows. Not a mere deletion: KV would go on answering with the old one.
 */
export async function refreshTenant(env: TenantEnv, tenantId: string, now: number, meter: Meter): Promise<void> {
  const tenant = await loadTenant(env, { by: 'id', id: tenantId }, meter);
  const cache = cacheOf(env);
  const names = [...cache].flatMap(([name, entry]) => (entry.tenant?.id === tenantId ? [name] : []));
  for (const name of names) cache.set(name, { tenant, until: now + memorySeconds * 1000 });
  await Promise.all(names.map((name) => keep(env, name, tenant)));
}

/** Empties this isolate's memory: for who empties the database under it, as tests do, where numbers then begin anew. */
export function forgetTenants(env: TenantEnv): void {
  memory.delete(env.DB);
}

function cacheOf(env: TenantEnv) {
  const known = memory.get(env.DB);
  if (known) return known;
  const fresh = new Map<string, { tenant: Tenant | null; until: number }>();
  memory.set(env.DB, fresh);
  return fresh;
}

async function fromKv(env: TenantEnv, name: string): Promise<Tenant | null> {
  const parsed = stored.safeParse(await bestEffort(failed, 'get', () => env.KV.get<unknown>(name, 'json')));
  return parsed.success ? parsed.data : null;
}

async function fromD1(env: TenantEnv, key: TenantKey, name: string, meter: Meter): Promise<Tenant | null> {
  const tenant = await loadTenant(env, key, meter);
  if (tenant?.status === 'active') await keep(env, name, tenant);
  return tenant;
}

async function keep(env: TenantEnv, name: string, tenant: Tenant | null): Promise<void> {
  await bestEffort(failed, 'keep', () =>
    tenant?.status === 'active'
      ? env.KV.put(name, JSON.stringify(tenant), { expirationTtl: kvSeconds })
      : env.KV.delete(name),
  );
}

function nameOf(key: TenantKey): string {
  if (key.by === 'host') return `tenant:host:${key.host}`;
  return key.by === 'id' ? `tenant:id:${key.id}` : `tenant:number:${key.number}`;
}
