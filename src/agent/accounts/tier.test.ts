import { expect, test } from 'vitest';
import { accountDesk, auditOf } from '../../../test/helpers/account-desk.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { wordsOf } from '../../../test/helpers/desk-page.ts';

test('an admin says what tier an account has; tiers of the tenant are suggested, of no other', async () => {
  const { tenant, owner, agent, account } = await accountDesk();
  const other = await accountDesk();
  const edit = (tier: string) => owner.ask(`${account}/edit`, { form: { name: 'Northwind', sight: 'own', tier } });
  await other.owner.ask(`${other.account}/edit`, { form: { name: 'Theirs', sight: 'own', tier: 'Platinum' } });
  expect((await edit(' Gold  plan ')).status).toBe(303);
  expect(wordsOf(await agent.page(account))).toContain('Tier Gold plan');
  const second = `/accounts/${(await contactOf(tenant)).accountId}`;
  const form = await owner.page(`${second}/edit`);
  expect(form).toContain('<option value="Gold plan"');
  expect(form).not.toContain('Platinum');
  const long = await edit('x'.repeat(51));
  expect([long.status, (await long.text()).includes('51')]).toEqual([422, true]);
  expect((await edit('<script>')).status).toBe(303);
  expect(await agent.page(account)).not.toContain('<script>');
  expect((await edit('')).status).toBe(303);
  expect(wordsOf(await agent.page(account))).not.toContain('Tier');
  expect((await auditOf(tenant)).map(({ action, detail }) => [action, JSON.parse(detail)])).toEqual([
    ['account.changed', { name: true, tier: true }],
    ['account.changed', { tier: true }],
    ['account.changed', { tier: true }],
  ]);
});
