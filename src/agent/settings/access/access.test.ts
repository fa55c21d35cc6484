import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { accountDesk, auditOf } from '../../../../test/helpers/account-desk.ts';
import { wordsOf } from '../../../../test/helpers/desk-page.ts';
import { newTenant } from '../../../../test/helpers/new-tenant.ts';

const settingsOf = (tenantId: string) =>
  env.DB.prepare(
    `select newcomers, ticket_links as links, second_factor_required as factor, short_agent_sessions as short, version
      from tenant_settings where tenant_id = ?`,
  )
    .bind(tenantId)
    .first<{ newcomers: string; links: number; factor: number; short: number; version: number }>();

const checked = (html: string, name: string) =>
  [...html.matchAll(/<input[^>]*>/g)].some(([tag]) => tag.includes(`name="${name}"`) && tag.includes('checked'));

test('what an admin sets is stored, shown, told to every copy of the tenant, and recorded', async () => {
  const { owner, tenant } = await accountDesk();
  const neighbour = await newTenant();
  const [before, there] = [await settingsOf(tenant.id), await settingsOf(neighbour.id)];
  const page = await owner.page('/settings/access');
  expect([checked(page, 'ticket_links'), checked(page, 'short_sessions')]).toEqual([true, false]);
  const form = { newcomers: 'requests', short_sessions: 'on' };
  const saved = await owner.ask('/settings/access', { form });
  expect(saved.headers.get('Location')).toBe('/settings/access?saved');
  const version = (before?.version ?? 0) + 1;
  expect(await settingsOf(tenant.id)).toEqual({ newcomers: 'requests', links: 0, factor: 0, short: 1, version });
  const after = await owner.page('/settings/access?saved');
  expect(after).toContain('Saved. It counts from now on.');
  expect([checked(after, 'ticket_links'), checked(after, 'short_sessions')]).toEqual([false, true]);
  expect(after).toMatch(/value="requests" checked/);
  // The same again is no change.
  await owner.ask('/settings/access', { form });
  expect((await settingsOf(tenant.id))?.version).toBe(version);
  expect(await auditOf(tenant)).toMatchObject([
    {
      action: 'settings.changed',
      actor_id: tenant.ownerId,
      detail: JSON.stringify({ newcomers: 'requests', ticketLinks: 0, shortAgentSessions: 1 }),
    },
  ]);
  expect(await settingsOf(neighbour.id)).toEqual(there);
});

test('nobody can demand a second factor without having one', async () => {
  const { owner, tenant } = await accountDesk();
  const form = { newcomers: 'known', ticket_links: 'on', second_factor: 'on' };
  const refused = await owner.ask('/settings/access', { form });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(wordsOf(page)).toContain('Set up your own second step first');
  expect(checked(page, 'second_factor')).toBe(true);
  // One that was begun and never confirmed is none.
  const totp = (confirmed: number | null) =>
    env.DB.prepare(
      'insert or replace into agent_totp (email, secret, confirmed_at, last_step, created_at) values (?, ?, ?, 0, 1)',
    )
      .bind(tenant.ownerEmail, 'sealed', confirmed)
      .run();
  await totp(null);
  expect((await owner.ask('/settings/access', { form })).status).toBe(422);
  expect(await settingsOf(tenant.id)).toMatchObject({ factor: 0 });
  await totp(1);
  expect((await owner.ask('/settings/access', { form })).status).toBe(303);
  expect(await settingsOf(tenant.id)).toMatchObject({ factor: 1 });
});

test.each([
  { newcomers: 'everybody' },
  { ticket_links: 'on' },
  { newcomers: 'known', ticket_links: '1' },
  { newcomers: 'known', status: 'suspended' },
])('no form of ours sends %j: it is refused, and stores nothing', async (form) => {
  const { owner, tenant } = await accountDesk();
  const before = await settingsOf(tenant.id);
  expect((await owner.ask('/settings/access', { form })).status).toBe(400);
  const twice = {
    body: 'newcomers=known&newcomers=domains',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  };
  expect((await owner.ask('/settings/access', twice)).status).toBe(400);
  expect(await settingsOf(tenant.id)).toEqual(before);
});
