import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newMeter, openDirectoryDb } from '#db/database.ts';
import { newId } from '#lib/ids.ts';
import { addHostname } from '#onboarding/add-hostname.ts';
import { createTenant } from '#onboarding/create-tenant.ts';
import { openScope } from '#onboarding/open-scope.ts';
import { findTenant } from '#tenancy/find-tenant.ts';
import { addAccount } from './add-account.ts';
import { addAgent } from './add-agent.ts';
import { addContact } from './add-contact.ts';

const now = Date.UTC(2026, 4, 12, 9);
const directory = () => ({ db: openDirectoryDb(env, newMeter()), now });

async function newScope() {
  const slug = `t${newId('tenant', now).slice(-20)}`;
  const owner = { name: 'Olivia Brandt', email: `owner@${slug}.test` };
  const { tenantId } = await createTenant(env, { slug, name: slug, zone: 'UTC', accent: '#0f766e', owner }, now);
  return openScope(env, tenantId, now);
}

test('contacts of one tenant get numbers of their own, also at the same moment', async () => {
  const scope = await newScope();
  const accountId = await addAccount(scope, 'Northwind');
  const memberships = [{ accountId, role: 'member' } as const];
  await Promise.all(['a', 'b', 'c'].map((name) => addContact(scope, { email: `${name}@x.test`, name, memberships })));
  const { results } = await env.DB.prepare('select number from contacts where tenant_id = ? order by number')
    .bind(scope.tenant.id)
    .all();
  expect(results).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
});

test('one address is one contact of a tenant, and another at the next tenant', async () => {
  const [scope, other] = [await newScope(), await newScope()];
  await addContact(scope, { email: 'nora@northwind.test', memberships: [] });
  await expect(addContact(scope, { email: 'Nora@Northwind.test', memberships: [] })).rejects.toMatchObject({
    kind: 'conflict',
    code: 'address_taken',
  });
  await expect(addContact(other, { email: 'nora@northwind.test', memberships: [] })).resolves.toMatch(/^con_/);
});

test('an agent has one seat at a tenant', async () => {
  const scope = await newScope();
  const agent = { email: 'amir@acme.test', name: 'Amir Haddad', role: 'agent' } as const;
  const id = await addAgent(directory(), scope, agent);
  const { results } = await env.DB.prepare('select agent_id from seats where tenant_id = ? and email = ?')
    .bind(scope.tenant.id, agent.email)
    .all();
  expect(results).toEqual([{ agent_id: id }]);
  await expect(addAgent(directory(), scope, agent)).rejects.toMatchObject({ code: 'address_taken' });
});

test('a live custom host shows the portal, and mail links to it when it is the canonical one', async () => {
  const { tenant } = await newScope();
  const hostname = `help.${tenant.slug}.test`;
  await addHostname(directory(), { tenantId: tenant.id, hostname, kind: 'custom', status: 'active', canonical: true });
  const found = await findTenant(env, { by: 'host', host: hostname }, now, newMeter());
  expect(found).toMatchObject({ id: tenant.id, canonicalHost: hostname });
});

test.each(['Help.acme.test', 'help.acme.test.', 'help.acme.test:80', '127.0.0.1', 'acme', 'a b.test'])(
  '%s is no host',
  async (hostname) => {
    const row = { tenantId: newId('tenant', now), hostname, kind: 'custom', status: 'active' } as const;
    await expect(addHostname(directory(), row)).rejects.toMatchObject({ code: 'hostname_invalid' });
  },
);
