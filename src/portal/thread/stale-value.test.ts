import { expect, test } from 'vitest';
import { newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { formIn } from '../../../test/helpers/form-in.ts';
import { giveValue, heldIn } from '../../../test/helpers/give-value.ts';
import { newField } from '../../../test/helpers/new-field.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { multipartOf, samples } from '../../../test/helpers/uploads.ts';

test('a detail that an agent changed meanwhile stays, and the customer is told and keeps their words', async () => {
  const { tenant, nora } = await newDesk();
  const number = await nora.open();
  const field = await newField(tenant, { label: 'Order number' });
  await giveValue(tenant, number, field, 'A-1');
  const portal = portalOf(nora);
  const path = `/requests/${number}/fields/${field.id}`;
  const late = formIn(await portal.page(`/requests/${number}`), path);
  await giveValue(tenant, number, field, 'B-2');
  const answer = await portal.ask(path, { form: { ...late, [field.key]: 'C-3' } });
  expect(answer.status).toBe(409);
  const html = await answer.text();
  expect(wordsOf(html)).toContain('Somebody changed this while you were writing: it is “B-2” now.');
  const again = formIn(html, path);
  expect(again[field.key]).toBe('C-3');
  expect(await heldIn(tenant, number, field)).toEqual(['B-2']);
  expect(wordsOf(html)).not.toContain('You changed Order number');

  expect((await portal.ask(path, { form: again })).status).toBe(303);
  expect(await heldIn(tenant, number, field)).toEqual(['C-3']);
});

test('a file for a field that was filled meanwhile is kept with its form, and goes with the next press', async () => {
  const { tenant, nora } = await newDesk();
  const number = await nora.open();
  const field = await newField(tenant, { label: 'Scan', type: 'file' });
  const portal = portalOf(nora);
  const path = `/requests/${number}/fields/${field.id}`;
  const formNow = async () => formIn(await portal.page(`/requests/${number}`), path);
  const scan = (file: string) => [{ name: field.key, file, bytes: samples.pdf }];
  const first = await formNow();
  expect((await portal.ask(path, { body: multipartOf(first, scan('first.pdf')) })).status).toBe(303);
  const late = await portal.ask(path, { body: multipartOf({ ...first, key: `${first['key']}x` }, scan('late.pdf')) });
  expect(late.status).toBe(409);
  const html = await late.text();
  expect(wordsOf(html)).toContain('it is “first.pdf” now');
  expect(html).toContain('late.pdf');
  const before = await heldIn(tenant, number, field);
  expect((await portal.ask(path, { body: multipartOf(formIn(html, path), []) })).status).toBe(303);
  const now = await heldIn(tenant, number, field);
  expect(now).toHaveLength(1);
  expect(now).not.toEqual(before);
});

test('what a page showed is no word of a person whose field was shut meanwhile', async () => {
  const { tenant, nora } = await newDesk();
  const number = await nora.open();
  const field = await newField(tenant, { label: 'Contract', access: 'read' });
  const form = {
    key: 'a'.repeat(20),
    workspace: nora.claim.accountId,
    [`was.${field.key}`]: 'as shown',
    [field.key]: 'mine',
  };
  const shut = await portalOf(nora).ask(`/requests/${number}/fields/${field.id}`, { form });
  expect(shut.status).toBe(404);
  const html = await shut.text();
  expect(html).toContain('mine');
  expect(html).not.toContain('as shown');
});
