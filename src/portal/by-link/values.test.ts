import { expect, test } from 'vitest';
import { newKey } from '../../../test/helpers/at-work.ts';
import { wordsOf } from '../../../test/helpers/desk-page.ts';
import { giveValue, heldIn } from '../../../test/helpers/give-value.ts';
import { newField } from '../../../test/helpers/new-field.ts';
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
