import { expect, test } from 'vitest';
import { newKey } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { wordsOf } from '../../../test/helpers/desk-page.ts';
import { giveValue, heldIn } from '../../../test/helpers/give-value.ts';
import { newField } from '../../../test/helpers/new-field.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { mailed } from '../../../test/helpers/ticket-link.ts';

test('who holds a link reads what contacts may read of the request, and changes nothing of it', async () => {
  const { tenant, number, page, ask } = await mailed();
  const open = await newField(tenant, { label: 'Order number' });
  const secret = await newField(tenant, { label: 'Churn risk', access: 'none' });
  await giveValue(tenant, number, open, 'A-1');
  await giveValue(tenant, number, secret, 'high');
  const html = await page();
  expect(wordsOf(html)).toContain('Order number A-1');
  expect(html).not.toMatch(/Churn|high|\/fields\//);
  const form = { key: newKey(), [open.key]: 'B-2' };
  expect((await ask(`/fields/${open.id}`, { form })).status).toBe(404);
  expect(await heldIn(tenant, number, open)).toEqual(['A-1']);
});

test('a field tells who holds a link of a colleague without a name, not of their address', async () => {
  const { tenant, nora, contact, number, page } = await mailed();
  const { id, email } = await contactOf(tenant, { name: '', role: 'member', accountId: contact.accountId });
  const boss = await newField(tenant, { label: 'Boss', type: 'person' });
  const path = `/requests/${number}/fields/${boss.id}`;
  const choose = (who: string) =>
    portalOf(nora).ask(path, { form: { key: newKey(), workspace: contact.accountId, [boss.key]: who } });
  expect((await choose(id)).status).toBe(303);
  expect(await portalOf(nora).page(`/requests/${number}`)).toContain(email);
  const html = await page();
  expect(html).not.toContain(email);
  expect(wordsOf(html)).toMatch(/Boss Somebody of/);
  await choose('');
  expect(await page()).not.toContain(email);
});
