import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newKey } from '../../../test/helpers/at-work.ts';
import { browserOf, newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { giveValue, heldIn } from '../../../test/helpers/give-value.ts';
import { newField } from '../../../test/helpers/new-field.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';

async function scene() {
  const desk = await newDesk();
  const number = await desk.nora.open();
  const browser = browserOf(desk.amir);
  const change = (fieldId: string, typed: Record<string, string>, headers: Record<string, string> = {}) =>
    browser.ask(`/tickets/${number}/fields/${fieldId}`, { form: { key: newKey(), ...typed }, headers });
  const categoryOf = () =>
    env.DB.prepare('select category from tickets where tenant_id = ? and number = ?')
      .bind(desk.tenant.id, number)
      .first<string>('category');
  return { ...desk, number, browser, change, categoryOf };
}

test('agents see and change every field in use, and the history says so to those who may read it', async () => {
  const { tenant, nora, number, browser, change } = await scene();
  const inner = await newField(tenant, { access: 'none', label: 'Churn risk' });
  const open = await newField(tenant, { access: 'read', label: 'Contract' });
  const response = await change(inner.id, { [inner.key]: 'high' });
  expect(response.headers.get('Location')).toBe(`/tickets/${number}#ticket-fields`);
  await change(open.id, { [open.key]: 'Gold' });
  const words = wordsOf(await browser.page(`/tickets/${number}`));
  expect(words).toContain('Amir Haddad set Churn risk to high');
  expect(words).toContain('Amir Haddad set Contract to Gold');
  const portal = wordsOf(await portalOf(nora).page(`/requests/${number}`));
  expect(portal).toContain('Amir Haddad set Contract to Gold');
  expect(portal).not.toMatch(/Churn|high/);
});

test('a change of what contacts may not read moves nothing that they can see', async () => {
  const { tenant, number, change } = await scene();
  const inner = await newField(tenant, { access: 'none' });
  const clocks = () =>
    env.DB.prepare('select public_seq, public_activity_at from tickets where tenant_id = ? and number = ?')
      .bind(tenant.id, number)
      .first();
  const before = await clocks();
  await change(inner.id, { [inner.key]: 'high' });
  expect(await clocks()).toEqual(before);
});

test('a form sent by script gets no page, a fault opens its field with what was typed', async () => {
  const { tenant, number, change } = await scene();
  const field = await newField(tenant, { type: 'date', label: 'Due' });
  const script = { 'Sec-Fetch-Dest': 'empty' };
  expect((await change(field.id, { [field.key]: '2026-12-01' }, script)).status).toBe(204);
  const again = await change(field.id, { [field.key]: 'next week' }, script);
  expect(again.status).toBe(422);
  const html = await again.text();
  expect(html).toMatch(new RegExp(`<details[^>]*id="value-${field.id}"[^>]*open`));
  expect(html).toContain('value="next week"');
  expect(wordsOf(html)).toContain('Please give a day of the calendar');
  expect(await heldIn(tenant, number, field)).toEqual(['2026-12-01']);
});

test('what is needed to solve holds every way of solving back, and says what', async () => {
  const { tenant, amir, number, browser, categoryOf } = await scene();
  const cause = await newField(tenant, { access: 'none', label: 'Root cause', neededToSolve: true });
  const box = await newField(tenant, { type: 'checkbox', label: 'Checked twice', neededToSolve: true });
  await giveValue(tenant, number, box, false);
  await newField(tenant, { label: 'Old one', neededToSolve: true, isRetired: true });
  for (const category of ['solved', 'closed']) {
    const refused = await browser.set(number, 'status', await amir.statusId(category));
    expect(refused.status).toBe(422);
    const words = wordsOf(await refused.text());
    expect(words).toContain('please fill in these 2 fields: Root cause Checked twice');
    expect(words).not.toContain('Old one');
  }
  const solving = await (await browser.set(number, 'status', await amir.statusId('solved'))).text();
  for (const { id, key } of [cause, box]) {
    expect(solving).toContain(`href="#field-${key}"`);
    expect(solving).toMatch(
      new RegExp(`<details[^>]*id="value-${id}"[^>]*open[\\s\\S]*?id="field-${key}"[^>]*aria-invalid`),
    );
  }
  const reply = await browser.write(number, { kind: 'reply', body: 'Done, I think.', status: 'solved' });
  expect(reply.status).toBe(409);
  const html = await reply.text();
  expect(wordsOf(html)).toContain('please fill in these 2 fields');
  expect(html).toContain('Done, I think.');
  expect(html).toContain(`href="#field-${cause.key}"`);
  expect(html.match(/Before it can be solved/g)).toHaveLength(1);
  expect(await categoryOf()).toBe('new');
  await giveValue(tenant, number, cause, 'A loose wire');
  await giveValue(tenant, number, box, true);
  expect((await browser.write(number, { kind: 'reply', body: 'Done.', status: 'solved' })).status).toBe(303);
  expect(await categoryOf()).toBe('solved');
});

test('replies that do not solve, and customers who call it solved, are not held back', async () => {
  const { tenant, nora, number, browser, categoryOf } = await scene();
  await newField(tenant, { neededToSolve: true });
  expect((await browser.write(number, { kind: 'reply', body: 'Looking into it.', status: 'waiting' })).status).toBe(
    303,
  );
  await nora.solve(number);
  expect(await categoryOf()).toBe('solved');
});

test('another tenant’s field, a retired one and a missing ticket are not there', async () => {
  const { tenant, number, browser, change } = await scene();
  const foreign = await newField(await newTenant());
  const retired = await newField(tenant, { isRetired: true });
  const [held, own] = [await newField(tenant, { isRetired: true }), await newField(tenant)];
  await giveValue(tenant, number, held, 'as it was');
  for (const { id, key } of [foreign, retired, held]) expect((await change(id, { [key]: 'x' })).status).toBe(404);
  expect(await heldIn(tenant, number, held)).toEqual(['as it was']);
  const missing = await browser.ask(`/tickets/999999/fields/${own.id}`, { form: { key: newKey(), [own.key]: 'x' } });
  expect(missing.status).toBe(404);
  expect((await change(own.id, { [own.key]: 'x', subject: 'y' })).status).toBe(400);
});
