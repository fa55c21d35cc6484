import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { branchingDesk } from '../../../test/helpers/branching-desk.ts';
import { wordsOf } from '../../../test/helpers/desk-page.ts';
import { shownIn } from '../../../test/helpers/form-in.ts';

const words = { subject: 'Wrong bill', body: 'It is twice the price.' };
type Desk = Awaited<ReturnType<typeof branchingDesk>>;

const change = ({ tenant }: Desk, key: string, set: string) =>
  env.DB.prepare(`update fields set ${set} where tenant_id = ? and key = ?`).bind(tenant.id, key).run();
const shut = (desk: Desk, key: string) => change(desk, key, "portal_access = 'none'");
const retire = (desk: Desk, key: string) => change(desk, key, 'retired_at = 1');

const page = (desk: Desk, query = '') => desk.portal.page(`${desk.form.path}${query}`);

test('a field that was shut after publishing is asked no more: no word of it, no key, no choice leaves', async () => {
  const desk = await branchingDesk();
  await shut(desk, 'topic');
  const html = await page(desk, '?topic=billing');
  for (const secret of ['topic', 'Topic', 'billing', 'BILLING', 'BUG']) expect(html).not.toContain(secret);
  // What hangs on it counts as hanging on nothing answered.
  expect(shownIn(html)).toEqual(['subject', 'body', 'parts']);
  // It was required: that keeps nobody from asking.
  const { status } = await desk.send(html, words);
  expect(status).toBe(303);
  const sent = await desk.portal.page('/requests/1001');
  expect(sent).not.toContain('Topic');
});

test('a retired field is asked no more, and its section goes with its last question', async () => {
  const desk = await branchingDesk();
  const before = await page(desk);
  expect(before).toContain('About');
  await retire(desk, 'topic');
  await retire(desk, 'parts');
  const html = await page(desk);
  expect(shownIn(html)).toEqual(['subject', 'body']);
  expect(html).not.toContain('Parts');
  expect((await desk.send(html, words)).status).toBe(303);
});

test('a field shut while somebody fills it in holds nothing back, and gives their own words back unnamed', async () => {
  const desk = await branchingDesk();
  const step = await desk.send(await page(desk), { ...words, topic: 'billing', continue: '1' });
  expect(shownIn(step.html)).toContain('order_no');
  await shut(desk, 'order_no');
  const again = await desk.send(step.html, { order_no: '4711' });
  expect(again.status).toBe(200);
  expect(wordsOf(again.html)).toContain('Your answer 4711');
  expect(again.html).not.toContain('Order number');
  expect(again.html).not.toContain('order_no');
  expect((await desk.send(again.html, {})).status).toBe(303);
  const { results } = await env.DB.prepare(
    `select f.key as key from ticket_field_values v join fields f on f.id = v.field_id
     where v.tenant_id = ? order by f.key`,
  )
    .bind(desk.tenant.id)
    .all();
  expect(results).toEqual([{ key: 'source' }, { key: 'topic' }]);
});

test('a choice of a shut field is the tenant’s word, and does not come back', async () => {
  const desk = await branchingDesk();
  const html = await page(desk);
  await shut(desk, 'topic');
  const { status } = await desk.send(html, { ...words, topic: 'billing' });
  expect(status).toBe(303);
});

test('a choice that was retired after publishing is offered, taken and prefilled no more', async () => {
  const desk = await branchingDesk();
  const choices = JSON.stringify([
    { id: 'billing', label: 'BILLING', retired: true },
    { id: 'bug', label: 'BUG' },
  ]);
  const before = await page(desk);
  await change(desk, 'topic', `choices = '${choices}'`);
  const html = await page(desk);
  expect([html.includes('>BUG<'), html.includes('BILLING')]).toEqual([true, false]);
  expect(wordsOf(await page(desk, '?topic=Billing'))).toContain('Please choose one of the list.');
  const late = await desk.send(before, { ...words, topic: 'billing' });
  expect(late.status).toBe(422);
  expect(wordsOf(late.html)).toContain('Please choose one of the list.');
});

test('answers of before are read by the access of now: on the request, in the list and its search', async () => {
  const desk = await branchingDesk();
  const step = await desk.send(await page(desk), { ...words, topic: 'billing', continue: '1' });
  const next = await desk.send(step.html, { order_no: '471100', continue: '1' });
  expect((await desk.send(next.html, {})).place).toBe('/requests/1001?opened');
  expect(await desk.portal.page('/requests/1001')).toContain('471100');
  expect(await desk.portal.page('/?q=471100')).toContain('/requests/1001');
  await shut(desk, 'order_no');
  for (const path of ['/requests/1001', '/', `${desk.form.path}?follow_up=1001`]) {
    const answer = await desk.portal.ask(path);
    expect(answer.status, path).toBe(200);
    const text = await answer.text();
    for (const secret of ['order_no', 'Order number', '471100']) expect(text, path).not.toContain(secret);
  }
  expect(await desk.portal.page('/?q=471100')).not.toContain('/requests/1001');
});
