import { expect, test } from 'vitest';
import type { Field } from '#forms/fields/field.ts';
import { browserOf, newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { formIn } from '../../../test/helpers/form-in.ts';
import { giveValue, heldIn } from '../../../test/helpers/give-value.ts';
import { newField } from '../../../test/helpers/new-field.ts';

async function scene() {
  const { tenant, nora, amir } = await newDesk();
  const number = await nora.open();
  const browser = browserOf(amir);
  const pathOf = (field: Field) => `/tickets/${number}/fields/${field.id}`;
  const page = () => browser.page(`/tickets/${number}`);
  const formOf = async (field: Field) => formIn(await page(), pathOf(field));
  const send = (field: Field, form: Record<string, string>) => browser.ask(pathOf(field), { form });
  return { tenant, number, browser, pathOf, page, formOf, send };
}

test('a field that another agent changed meanwhile stays, and who comes late is told and keeps their words', async () => {
  const { tenant, number, pathOf, page, formOf, send } = await scene();
  const field = await newField(tenant, { label: 'Contract', type: 'long_text' });
  await giveValue(tenant, number, field, 'Silver\nsince May');
  const late = await formOf(field);
  await giveValue(tenant, number, field, 'Gold');
  const answer = await send(field, { ...late, [field.key]: 'Bronze' });
  expect(answer.status).toBe(409);
  const html = await answer.text();
  expect(wordsOf(html)).toContain('Somebody changed this while you were writing: it is “Gold” now.');
  expect(html).toMatch(new RegExp(`<details[^>]*id="value-${field.id}"[^>]*open`));
  const again = formIn(html, pathOf(field));
  expect(again[field.key]).toBe('Bronze');
  expect(await heldIn(tenant, number, field)).toEqual(['Gold']);
  expect(wordsOf(await page())).not.toContain('Amir Haddad changed Contract');

  expect((await send(field, again)).status).toBe(303);
  expect(await heldIn(tenant, number, field)).toEqual(['Bronze']);
});

test('a change that could not stand is still measured by what its first page showed', async () => {
  const { tenant, number, pathOf, formOf, send } = await scene();
  const field = await newField(tenant, { label: 'Due', type: 'date' });
  const late = await formOf(field);
  await giveValue(tenant, number, field, '2026-12-24');
  const fault = await send(field, { ...late, [field.key]: 'next week' });
  expect(fault.status).toBe(422);
  const again = { ...formIn(await fault.text(), pathOf(field)), [field.key]: '2026-12-31' };
  expect((await send(field, again)).status).toBe(409);
  expect(await heldIn(tenant, number, field)).toEqual(['2026-12-24']);
});

test('what the form left as it was stays as others set it, and the same change twice is no conflict', async () => {
  const { tenant, number, formOf, send } = await scene();
  const choices = [
    { id: 'cho_a', label: 'Alpha' },
    { id: 'cho_b', label: 'Beta' },
  ];
  const field = await newField(tenant, { type: 'select', choices });
  const box = await newField(tenant, { type: 'checkbox' });
  const late = { field: await formOf(field), box: await formOf(box) };
  await giveValue(tenant, number, field, 'cho_b');
  await giveValue(tenant, number, box, true);
  expect((await send(field, late.field)).status).toBe(303);
  expect((await send(box, late.box)).status).toBe(303);
  expect(await heldIn(tenant, number, field)).toEqual(['cho_b']);
  expect(await heldIn(tenant, number, box)).toEqual([true]);
  expect((await send(field, { ...late.field, [field.key]: 'cho_b' })).status).toBe(303);
  expect((await send(field, { ...late.field, [field.key]: 'cho_a' })).status).toBe(409);
});

test('the order that choices were ticked in, and how a number is written, are no change', async () => {
  const { tenant, number, formOf, send } = await scene();
  const choices = ['a', 'b', 'c'].map((id) => ({ id: `cho_${id}`, label: id }));
  const several = await newField(tenant, { type: 'multi_select', choices });
  const price = await newField(tenant, { type: 'decimal' });
  await giveValue(tenant, number, several, ['cho_a', 'cho_b']);
  await giveValue(tenant, number, price, 12.5);
  const { key = '' } = await formOf(several);
  const ticked = { key, [`was.${several.key}`]: 'cho_b cho_a', [several.key]: 'cho_c' };
  expect((await send(several, ticked)).status).toBe(303);
  const counted = { ...(await formOf(price)), [`was.${price.key}`]: '12,5', [price.key]: '13' };
  expect((await send(price, counted)).status).toBe(303);
  expect(await heldIn(tenant, number, price)).toEqual([13]);
});
