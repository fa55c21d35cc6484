import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactAtWork, newKey } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { giveValue, heldIn } from '../../../test/helpers/give-value.ts';
import { newField } from '../../../test/helpers/new-field.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { portalOf, typedIn } from '../../../test/helpers/portal-page.ts';
import { request } from '../../../test/helpers/request.ts';

async function scene() {
  const { tenant, contact, nora, amir } = await newDesk();
  const number = await nora.open();
  const { host, cookie } = nora.signedIn;
  const change = (fieldId: string, typed: Record<string, string>, key = newKey()) =>
    request(host, `/requests/${number}/fields/${fieldId}`, {
      cookie,
      form: { key, workspace: contact.accountId, ...typed },
    });
  const page = async () => (await request(host, `/requests/${number}`, { cookie })).text();
  return { tenant, contact, nora, amir, number, host, cookie, change, page };
}

test('a contact reads what they may read, and of the rest not a word leaves the server', async () => {
  const { tenant, nora, number, host, cookie, page } = await scene();
  const read = await newField(tenant, { access: 'read', label: 'Contract <b>' });
  const secret = await newField(tenant, { access: 'none', label: 'Churn risk' });
  await giveValue(tenant, number, read, 'Gold & "silver"');
  await giveValue(tenant, number, secret, 'very high');
  const html = await page();
  expect(html).toContain('Contract &lt;b&gt;');
  expect(wordsOf(html)).toContain('Gold & "silver"');
  expect(html).not.toMatch(new RegExp(`Churn|very high|${secret.id}|${secret.key}`));
  const updates = await request(host, `/requests/${number}/updates?after=0`, { cookie });
  const fragment = await updates.text();
  expect(fragment).toContain('Gold');
  expect(fragment).not.toMatch(/Churn|very high/);
  expect(await portalOf(nora).page('/')).not.toMatch(/Churn|very high/);
});

test('a contact changes an open field; both sides read of it who, from and to', async () => {
  const { tenant, number, change, page } = await scene();
  const field = await newField(tenant, { label: 'Order number' });
  await change(field.id, { [field.key]: ' A-1 ' });
  const response = await change(field.id, { [field.key]: 'B-2' });
  expect(response.headers.get('Location')).toBe(`/requests/${number}?saved=${field.id}`);
  expect(await heldIn(tenant, number, field)).toEqual(['B-2']);
  const words = wordsOf(await page());
  expect(words).toContain('You set Order number to A-1');
  expect(words).toContain('You changed Order number from A-1 to B-2');
  const kept = await env.DB.prepare("select data from events where tenant_id = ? and kind = 'field' order by seq")
    .bind(tenant.id)
    .all<{ data: string }>();
  expect(kept.results.map(({ data }) => JSON.parse(data))).toMatchObject([
    { from: '', to: 'A-1' },
    { from: 'A-1', to: 'B-2' },
  ]);
});

test('choices are ticked and emptied; what was retired may stay but not come anew', async () => {
  const { tenant, number, host, cookie, contact, page } = await scene();
  const choices = [
    { id: 'cho_a', label: 'Alpha' },
    { id: 'cho_b', label: 'Beta' },
    { id: 'cho_o', label: 'Old', retired: true },
  ];
  const field = await newField(tenant, { type: 'multi_select', choices });
  const send = (...ids: string[]) => {
    const form = new URLSearchParams({ key: newKey(), workspace: contact.accountId });
    for (const id of ids) form.append(field.key, id);
    return request(host, `/requests/${number}/fields/${field.id}`, { cookie, method: 'POST', body: form });
  };
  expect((await send('cho_b', 'cho_a')).status).toBe(303);
  expect(await heldIn(tenant, number, field)).toEqual(['cho_a', 'cho_b']);
  expect((await send('cho_o')).status).toBe(422);
  await giveValue(tenant, number, field, ['cho_o']);
  expect(wordsOf(await page())).toContain('Old (no longer offered)');
  expect((await send('cho_o', 'cho_a')).status).toBe(303);
  expect((await send()).status).toBe(303);
  expect(await heldIn(tenant, number, field)).toEqual([]);
});

test('what cannot stand comes back as it was typed, with what to do, and nothing is written', async () => {
  const { tenant, number, change } = await scene();
  const field = await newField(tenant, { type: 'number', rules: { max: 10 }, label: 'Seats' });
  const response = await change(field.id, { [field.key]: '11<i>' });
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(html).toMatch(/<input[^>]*value="11&lt;i&gt;"/);
  expect(html.match(/ autofocus/g)).toHaveLength(1);
  expect(html).toMatch(/<input[^>]*aria-describedby="[\w-]+-error"[^>]*autofocus/);
  expect(wordsOf(html)).toContain('Please write a number in digits');
  expect(html).toMatch(new RegExp(`<a href="/requests/${number}#value-${field.id}"[^>]*>Cancel</a>`));
  expect(await heldIn(tenant, number, field)).toEqual([]);
});

test('every kind of control takes the focus when its form comes back', async () => {
  const { tenant, change } = await scene();
  const choices = [{ id: 'cho_a', label: 'Alpha' }];
  const wrong = [
    { type: 'long_text', rules: { maxLength: 1 }, typed: 'too long' },
    { type: 'select', choices, typed: 'cho_z' },
    { type: 'multi_select', choices, typed: 'cho_z' },
    { type: 'date', typed: '30 February' },
  ] as const;
  for (const { typed, ...wish } of wrong) {
    const field = await newField(tenant, wish);
    const html = await (await change(field.id, { [field.key]: typed })).text();
    expect(html.match(/<(?:input|select|textarea)[^>]* autofocus/g)).toHaveLength(1);
    expect(html).toMatch(new RegExp(`name="${field.key}"[^>]* autofocus`));
  }
});

test('what was saved says so, and has the focus', async () => {
  const { tenant, nora, number, change, page } = await scene();
  const field = await newField(tenant, { label: 'Order number' });
  const other = await newField(tenant, { label: 'Colour' });
  const response = await change(field.id, { [field.key]: 'A-1' });
  const html = await portalOf(nora).page(response.headers.get('Location') ?? '');
  const row = (id: string) => wordsOf(new RegExp(`id="value-${id}"[\\s\\S]*?</summary>`).exec(html)?.[0] ?? '');
  expect(row(field.id)).toContain('Saved Change');
  expect(row(other.id)).not.toContain('Saved');
  expect(html).toMatch(new RegExp(`id="value-${field.id}"[^>]*><summary autofocus`));
  expect(wordsOf(await page())).not.toContain('Saved');
  expect(wordsOf(await portalOf(nora).page(`/requests/${number}?saved=nonsense`))).not.toContain('Saved');
});

test('a double click, and the same value again, make one event', async () => {
  const { tenant, change } = await scene();
  const field = await newField(tenant);
  const key = newKey();
  await Promise.all([change(field.id, { [field.key]: 'A' }, key), change(field.id, { [field.key]: 'A' }, key)]);
  await change(field.id, { [field.key]: 'A' });
  const events = await env.DB.prepare("select count(*) as n from events where tenant_id = ? and kind = 'field'")
    .bind(tenant.id)
    .first<number>('n');
  expect(events).toBe(1);
});

test('only an open field of theirs changes: readable, hidden, retired and foreign ones are not there', async () => {
  const { tenant, number, change } = await scene();
  const fields = [
    await newField(tenant, { access: 'read' }),
    await newField(tenant, { access: 'none' }),
    await newField(tenant, { isRetired: true }),
    await newField(await newTenant()),
  ];
  for (const field of fields) {
    if (field.id !== fields[3]?.id) await giveValue(tenant, number, field, 'as it was');
    const response = await change(field.id, { [field.key]: 'mine' });
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(html).not.toContain(field.label);
    expect(wordsOf(html)).toContain('This cannot be changed any more');
    expect(typedIn(html, 'kept')).toBe('mine');
  }
  const open = await newField(tenant);
  expect((await change(open.id, { [open.key]: 'x', status: 'closed' })).status).toBe(400);
  for (const field of fields.slice(0, 3)) expect(await heldIn(tenant, number, field)).toEqual(['as it was']);
});

test('a closed request shows its fields and changes them no more', async () => {
  const { tenant, amir, number, change, page } = await scene();
  const field = await newField(tenant, { label: 'Order number' });
  await giveValue(tenant, number, field, 'A-1');
  await amir.set(number, { field: 'status', to: await amir.statusId('closed') });
  const late = await change(field.id, { [field.key]: 'B-2 <i>' });
  expect(late.status).toBe(409);
  const told = wordsOf(await late.text());
  expect(told).toContain('This request was closed while you were writing, so this was not saved.');
  expect(told).toContain('Order number B-2 &lt;i&gt;');
  expect(await heldIn(tenant, number, field)).toEqual(['A-1']);
  const html = await page();
  expect(wordsOf(html)).toContain('A-1');
  expect(html).not.toContain(`/fields/${field.id}`);
});

test('another account, and a member who takes no part, change nothing', async () => {
  const { tenant, contact, number } = await scene();
  const field = await newField(tenant);
  const others = [await contactOf(tenant), await contactOf(tenant, { role: 'member', accountId: contact.accountId })];
  for (const other of others) {
    const { signedIn } = await contactAtWork(other);
    const response = await request(signedIn.host, `/requests/${number}/fields/${field.id}`, {
      cookie: signedIn.cookie,
      form: { key: newKey(), workspace: other.accountId, [field.key]: 'mine' },
    });
    expect(response.status).toBe(404);
  }
  expect(await heldIn(tenant, number, field)).toEqual([]);
});

test('when a field is closed to contacts, what they read of it before is gone too', async () => {
  const { tenant, change, page } = await scene();
  const field = await newField(tenant, { label: 'Order number' });
  await change(field.id, { [field.key]: 'A-1' });
  expect(await page()).toContain('A-1');
  await env.DB.prepare("update fields set portal_access = 'none' where id = ?").bind(field.id).run();
  expect(await page()).not.toMatch(/A-1|Order number/);
  expect((await change(field.id, { [field.key]: 'B-2' })).status).toBe(404);
});

test('a person field names people of the account only', async () => {
  const { tenant, contact, number, change, page } = await scene();
  const field = await newField(tenant, { type: 'person', label: 'Approver' });
  const stranger = await contactOf(tenant, { name: 'Sly Stranger' });
  const colleague = await contactOf(tenant, { name: 'Cleo Colleague', accountId: contact.accountId });
  expect((await change(field.id, { [field.key]: stranger.id })).status).toBe(422);
  expect((await change(field.id, { [field.key]: colleague.id })).status).toBe(303);
  expect(await heldIn(tenant, number, field)).toEqual([colleague.id]);
  const html = await page();
  expect(wordsOf(html)).toContain('You set Approver to Cleo Colleague');
  expect(html).not.toContain('Sly Stranger');
});
