import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { accountDesk, auditOf } from '../../../../test/helpers/account-desk.ts';
import { wordsOf } from '../../../../test/helpers/desk-page.ts';
import { newTenant } from '../../../../test/helpers/new-tenant.ts';
import { fieldOf } from '../../../../test/helpers/request.ts';

const settingsOf = (tenantId: string) =>
  env.DB.prepare(
    'select solved_closes_after_days as days, participants, version, newcomers from tenant_settings where tenant_id = ?',
  )
    .bind(tenantId)
    .first<{ days: number; participants: string; version: number; newcomers: string }>();

test('what an admin sets is stored, shown, told to every copy of the tenant, and recorded', async () => {
  const { owner, tenant } = await accountDesk();
  const neighbour = await newTenant();
  const [before, there] = [await settingsOf(tenant.id), await settingsOf(neighbour.id)];
  const page = await owner.page('/settings/requests');
  expect(fieldOf(page, 'days')).toBe('7');
  expect(page).toMatch(/value="colleagues" checked/);
  const form = { days: '14', participants: 'anyone' };
  const saved = await owner.ask('/settings/requests', { form });
  expect(saved.headers.get('Location')).toBe('/settings/requests?saved');
  const version = (before?.version ?? 0) + 1;
  expect(await settingsOf(tenant.id)).toEqual({ ...before, days: 14, participants: 'anyone', version });
  const after = await owner.page('/settings/requests?saved');
  expect(wordsOf(after)).toContain('Saved. It counts from now on.');
  expect([fieldOf(after, 'days'), /value="anyone" checked/.test(after)]).toEqual(['14', true]);
  // The same again is no change.
  await owner.ask('/settings/requests', { form });
  expect((await settingsOf(tenant.id))?.version).toBe(version);
  expect(await auditOf(tenant)).toMatchObject([
    {
      action: 'settings.changed',
      actor_id: tenant.ownerId,
      detail: JSON.stringify({ solvedClosesAfterDays: 14, participants: 'anyone' }),
    },
  ]);
  expect(await settingsOf(neighbour.id)).toEqual(there);
});

test.each(['0', '366', '-1', '1.5', '', 'seven', '99999999999', '<script>alert(1)</script>'])(
  'what is no number of days comes again to be mended: %j',
  async (days) => {
    const { owner, tenant } = await accountDesk();
    const before = await settingsOf(tenant.id);
    const answer = await owner.ask('/settings/requests', { form: { days, participants: 'nobody' } });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(wordsOf(html)).toContain('a whole number from 1 to 365');
    expect(html).toMatch(/value="nobody" checked/);
    expect(html).not.toContain('<script>alert');
    expect(await settingsOf(tenant.id)).toEqual(before);
  },
);

test.each([
  { days: '7', participants: 'everybody' },
  { days: '7' },
  { days: '7', participants: 'anyone', status: 'suspended' },
])('no form of ours sends %j: it is refused, and stores nothing', async (form) => {
  const { owner, tenant } = await accountDesk();
  const before = await settingsOf(tenant.id);
  expect((await owner.ask('/settings/requests', { form })).status).toBe(400);
  expect(await settingsOf(tenant.id)).toEqual(before);
});

test('an agent who does not manage finds no such page', async () => {
  const { agent, tenant } = await accountDesk();
  const before = await settingsOf(tenant.id);
  const form = { days: '1', participants: 'anyone' };
  expect((await agent.ask('/settings/requests')).status).toBe(404);
  expect((await agent.ask('/settings/requests', { form })).status).toBe(404);
  expect(await settingsOf(tenant.id)).toEqual(before);
});
