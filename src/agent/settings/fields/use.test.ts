import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { accountDesk } from '../../../../test/helpers/account-desk.ts';
import { wordsOf } from '../../../../test/helpers/desk-page.ts';
import { newField } from '../../../../test/helpers/new-field.ts';
import { newForm } from '../../../../test/helpers/new-form.ts';

const base = '/settings/fields';

test('before a field is shut or retired, its page says which forms stop asking for it', async () => {
  const { owner, tenant } = await accountDesk();
  const field = await newField(tenant, { label: 'Order number', key: 'order_no' });
  expect(wordsOf(await owner.page(`${base}/${field.id}`))).not.toContain('without being published again');
  for (const [at, name] of ['Billing', 'Faults'].entries()) {
    const form = await newForm(tenant, { name, slug: `f-${at}` });
    await env.DB.prepare("insert into form_fields (tenant_id, field_id, form_id, stage) values (?, ?, ?, 'published')")
      .bind(tenant.id, field.id, form.id)
      .run();
  }
  const page = await owner.page(`${base}/${field.id}`);
  const warning = '2 forms ask for it (Billing, Faults): they stop at once, without being published again.';
  // Beside the access that would do it, and beside the button.
  expect(wordsOf(page).split(warning)).toHaveLength(3);
  expect(page).toMatch(/<a href="\/settings\/forms\/frm_[^"]+"><bdi>Billing<\/bdi>/);
  expect(wordsOf(await owner.page(base))).toContain('In 2 forms');
  await owner.ask(`${base}/${field.id}/retirement`, { form: {} });
  expect(wordsOf(await owner.page(`${base}/${field.id}`))).toContain('The form Billing asks for it no more');
});

test('many fields can be found by their words', async () => {
  const { owner, tenant } = await accountDesk();
  for (let at = 0; at < 13; at += 1) await newField(tenant, { label: `Part ${at}`, key: `part_${at}` });
  expect(await owner.page(base)).toContain('aria-label="Find a field"');
  const found = await owner.page(`${base}?q=PART+12`);
  expect([...found.matchAll(/<bdi>(Part \d+)<\/bdi>/g)].map(([, name]) => name)).toEqual(['Part 12']);
  // Only all of them have an order.
  expect(found).not.toContain('/place');
  expect(wordsOf(await owner.page(`${base}?q=nothing`))).toContain('No field is called that.');
});
