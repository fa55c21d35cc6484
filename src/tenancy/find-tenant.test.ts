import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newMeter } from '#db/database.ts';
import { newTenant } from '../../test/helpers/new-tenant.ts';
import { findTenant, refreshTenant } from './find-tenant.ts';

const afterMemory = 31_000;

type Fault = Partial<Record<'get' | 'put' | 'delete', (...given: readonly unknown[]) => Promise<unknown>>>;

const fail = () => Promise.reject(new Error('KV PUT failed: 429 Too Many Requests'));

function withKv(fault: Fault): Env {
  const kv = new Proxy(env.KV, {
    get(target, key) {
      const own: unknown = Reflect.get(fault, key) ?? Reflect.get(target, key);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
  return { ...env, KV: kv };
}

const find = (bindings: Env, host: string, now = Date.now()) =>
  findTenant(bindings, { by: 'host', host }, now, newMeter());

test.each<[string, Fault]>([
  ['refuses a write', { put: fail }],
  ['fails at all it is asked', { get: fail, put: fail, delete: fail }],
  ['holds what another version wrote', { get: async () => ({ id: 'old' }) }],
])('a KV that %s keeps nobody from their portal', async (_, fault) => {
  const tenant = await newTenant();
  const bindings = withKv(fault);
  expect((await find(bindings, tenant.host))?.id).toBe(tenant.id);
  await expect(refreshTenant(bindings, tenant.id, Date.now(), newMeter())).resolves.toBeUndefined();
  expect((await find(bindings, tenant.host, Date.now() + afterMemory))?.id).toBe(tenant.id);
});

test('an unknown host is remembered for half a minute and never written to KV', async () => {
  const host = `nobody-${crypto.randomUUID()}.portico.test`;
  const written: unknown[] = [];
  const bindings = withKv({ put: async (name) => written.push(name) });
  expect(await find(bindings, host)).toBeNull();
  const tenant = await newTenant();
  await env.DB.prepare(
    "INSERT INTO hostnames (hostname, tenant_id, kind, status, canonical, created_at) VALUES (?, ?, 'custom', 'active', 0, 0)",
  )
    .bind(host, tenant.id)
    .run();
  expect(await find(bindings, host)).toBeNull();
  expect(written).toEqual([]);
  expect((await find(bindings, host, Date.now() + afterMemory))?.id).toBe(tenant.id);
});

test('a tenant that is active again shows its portal within half a minute', async () => {
  const tenant = await newTenant();
  const set = (status: string) =>
    env.DB.prepare('UPDATE tenants SET status = ? WHERE id = ?').bind(status, tenant.id).run();
  await set('suspended');
  expect((await find(env, tenant.host))?.status).toBe('suspended');
  await set('active');
  expect((await find(env, tenant.host, Date.now() + afterMemory))?.status).toBe('active');
});
