import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newMeter, openDirectoryDb } from '#db/database.ts';
import { read } from '#db/read-as.ts';
import { findTenant } from '#tenancy/find-tenant.ts';
import { addHostname } from './add-hostname.ts';
import { createTenant } from './create-tenant.ts';
import type { NewTenant } from './new-tenant.ts';
import { openScope } from './open-scope.ts';

const now = Date.UTC(2026, 4, 12, 9);

function company(slug: string, change: Partial<NewTenant> = {}): NewTenant {
  const owner = { name: 'Olivia Brandt', email: ` Owner@${slug}.test ` };
  return { slug, name: 'Acme', zone: 'Europe/Berlin', accent: '#0f766e', owner, ...change };
}

async function all(sql: string, ...values: string[]) {
  return (
    await env.DB.prepare(sql)
      .bind(...values)
      .all()
  ).results;
}

test('a new tenant is found by its host, with the colours of its accent', async () => {
  const { tenantId, hostname } = await createTenant(env, company('begins'), now);
  expect(hostname).toBe('begins.portico.test');
  const tenant = await findTenant(env, { by: 'host', host: hostname }, now, newMeter());
  expect(tenant).toMatchObject({ id: tenantId, canonicalHost: hostname, status: 'active', zone: 'Europe/Berlin' });
  expect(tenant?.brand.themeCss).toContain('--accent:#0f766e');
});

test('a new tenant can take a request at once: statuses, priorities, a form, hours and an owner', async () => {
  const { tenantId, ownerId } = await createTenant(env, company('works'), now);
  await expect(read(await openScope(env, tenantId, now), {})).resolves.toEqual({});
  const statuses = await all(
    'select category, label, public_label from statuses where tenant_id = ? order by position',
    tenantId,
  );
  expect(statuses.map((status) => status.category)).toEqual(['new', 'open', 'waiting', 'solved', 'closed']);
  expect(statuses[2]).toMatchObject({ label: 'Waiting on customer', public_label: 'Waiting for you' });
  const priorities = await all(
    'select label, is_default from priorities where tenant_id = ? order by position',
    tenantId,
  );
  expect(priorities.filter((priority) => priority.is_default === 1)).toEqual([{ label: 'Normal', is_default: 1 }]);
  expect(await all('select slug, is_default from forms where tenant_id = ?', tenantId)).toEqual([
    { slug: 'request', is_default: 1 },
  ]);
  expect(await all('select zone from business_hours where tenant_id = ?', tenantId)).toEqual([
    { zone: 'Europe/Berlin' },
  ]);
  expect(await all('select id, role, state, notify_unassigned from agents where tenant_id = ?', tenantId)).toEqual([
    { id: ownerId, role: 'owner', state: 'active', notify_unassigned: 1 },
  ]);
  expect(await all('select email, agent_id from seats where tenant_id = ?', tenantId)).toEqual([
    { email: 'owner@works.test', agent_id: ownerId },
  ]);
});

test('two tenants never share a number', async () => {
  const made = await Promise.all([createTenant(env, company('one'), now), createTenant(env, company('two'), now)]);
  const numbers = await Promise.all(
    made.map(({ tenantId }) => all('select number from tenants where id = ?', tenantId)),
  );
  expect(numbers[0]).not.toEqual(numbers[1]);
});

test('a second tenant of the same name is refused and changes nothing', async () => {
  const first = await createTenant(env, company('twice'), now);
  await expect(createTenant(env, company('twice'), now)).rejects.toMatchObject({
    kind: 'conflict',
    code: 'slug_taken',
  });
  expect(await all("select id from tenants where slug = 'twice'")).toEqual([{ id: first.tenantId }]);
  expect(await all("select tenant_id from agents where email = 'owner@twice.test'")).toEqual([
    { tenant_id: first.tenantId },
  ]);
});

test('of two at the same moment one is made', async () => {
  const tries = await Promise.allSettled([
    createTenant(env, company('race'), now),
    createTenant(env, company('race'), now),
  ]);
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'slug_taken' } });
});

test('a host that another tenant shows is refused', async () => {
  const { tenantId } = await createTenant(env, company('early'), now);
  const directory = { db: openDirectoryDb(env, newMeter()), now };
  await addHostname(directory, { tenantId, hostname: 'late.portico.test', kind: 'custom', status: 'active' });
  await expect(createTenant(env, company('late'), now)).rejects.toMatchObject({ code: 'hostname_taken' });
});

test.each<[string, Partial<NewTenant>]>([
  ['slug_invalid', { slug: 'Not A Host' }],
  ['slug_invalid', { slug: 'xn--bcher-kva' }],
  ['slug_reserved', { slug: 'app' }],
  ['name_missing', { name: ' ' }],
  ['accent_invalid', { accent: 'teal' }],
  ['zone_invalid', { zone: 'Mars/Olympus' }],
  ['link_invalid', { footerLinks: [{ label: 'Us', url: 'javascript:alert(1)' }] }],
  ['address_invalid', { owner: { name: 'Two', email: 'a@x.test,b@x.test' } }],
])('%s: nothing is stored', async (code, change) => {
  await expect(createTenant(env, company('refused', change), now)).rejects.toMatchObject({ kind: 'invalid', code });
  expect(await all("select id from tenants where slug in ('refused', 'app')")).toEqual([]);
});
