import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newId } from '#lib/ids.ts';
import { accountDesk, auditOf } from '../../../../test/helpers/account-desk.ts';
import { contactAtWork } from '../../../../test/helpers/at-work.ts';
import { wordsOf } from '../../../../test/helpers/desk-page.ts';
import { newField } from '../../../../test/helpers/new-field.ts';
import { newTenant, type TestTenant } from '../../../../test/helpers/new-tenant.ts';
import { fieldOf } from '../../../../test/helpers/request.ts';

const base = '/settings/fields';

const storedOf = async (tenant: TestTenant) =>
  (
    await env.DB.prepare('select * from fields where tenant_id = ? order by retired_at is not null, position')
      .bind(tenant.id)
      .all<Record<string, string | number | null>>()
  ).results;

async function office() {
  const desk = await accountDesk();
  const post = (path: string, form: Record<string, string> = {}) => desk.owner.ask(`${base}${path}`, { form });
  const add = async (type: string, form: Record<string, string>) => {
    const id = fieldOf(await desk.owner.page(`${base}/new?type=${type}`), 'id');
    return { id, response: await post('', { id, type, access: 'none', ...form }) };
  };
  return { ...desk, post, add };
}

test('an owner adds a field of each kind; its key is made of its label', async () => {
  const { tenant, owner, add } = await office();
  const kinds = await owner.page(`${base}/new`);
  const types = [...kinds.matchAll(/new\?type=(\w+)/g)].map(([, type]) => type ?? '');
  expect(types).toHaveLength(13);
  for (const type of types) {
    const { id, response } = await add(type, {
      label: `Größe ${type}`,
      ...(/select/.test(type) && { choices: 'A\n\nB\r\n' }),
    });
    expect(response.headers.get('Location')).toBe(`${base}/${id}?said=added`);
  }
  const stored = await storedOf(tenant);
  expect(stored.map(({ type }) => type)).toEqual(types);
  expect(stored[0]).toMatchObject({ key: 'grosse_text', label: 'Größe text', portal_access: 'none', in_list: 0 });
  expect(JSON.parse(String(stored.find(({ type }) => type === 'select')?.['choices']))).toMatchObject([
    { label: 'A' },
    { label: 'B' },
  ]);
  const list = wordsOf(await owner.page(base));
  for (const { label } of stored) expect(list).toContain(String(label));
});

test('pressing twice makes one field, and the audit says so once, without its words', async () => {
  const { tenant, post } = await office();
  const form = { id: newId('field', Date.now()), type: 'text', label: 'Secret plan', access: 'write' };
  await Promise.all([post('', form), post('', form)]);
  expect(await storedOf(tenant)).toHaveLength(1);
  const said = await auditOf(tenant);
  expect(said.map(({ action, detail }) => [action, detail])).toEqual([
    ['field.added', '{"type":"text","access":"write"}'],
  ]);
});

test.each([
  ['text', { label: '' }, 'Please fill this in.'],
  ['text', { label: 'x'.repeat(101) }, 'This is too long.'],
  ['text', { label: 'A', key: 'Order No' }, 'Please begin with a small letter'],
  ['text', { label: 'A', key: 'body' }, 'a meaning of its own'],
  ['text', { label: 'A', key: 'taken' }, 'Another field has this key'],
  ['text', { label: 'A', min_length: '5', max_length: '3' }, 'less than the other end'],
  ['text', { label: 'A', pattern: '(a+)+$' }, 'Please choose one of the list'],
  ['text', { label: 'A', pattern: 'digits', initial: 'abc' }, 'Please use digits only.'],
  ['number', { label: 'A', min: 'ten' }, 'Please write a number in digits.'],
  ['date', { label: 'A', earliest: '2026-02-30' }, 'Please write a day like'],
  ['select', { label: 'A', choices: ' \n ' }, 'Please name at least one choice'],
  ['select', { label: 'A', choices: 'One\none' }, 'Two choices have the same words'],
])('a %s of %o comes again with what is wrong, and what was typed', async (type, form, words) => {
  const { tenant, add } = await office();
  await newField(tenant, { key: 'taken' });
  const { response } = await add(type, form);
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(wordsOf(html)).toContain(words);
  if (form.label.length === 1) expect(fieldOf(html, 'label')).toBe('A');
  expect(await storedOf(tenant)).toHaveLength(1);
});

test('labels are words, never markup', async () => {
  const { owner, add } = await office();
  const { id } = await add('text', { label: '<script>alert(1)</script> \u202eevil', help: '<img src=x>' });
  const html = await owner.page(`${base}/${id}`);
  expect(html).not.toMatch(/<script>alert|<img src=x|\u202e/);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; evil');
});

test('a field changes in all but key and kind, and is audited by what changed', async () => {
  const { tenant, owner, add, post } = await office();
  const { id } = await add('number', { label: 'Seats', min: '1', initial: '5' });
  const html = await owner.page(`${base}/${id}`);
  expect([fieldOf(html, 'label'), fieldOf(html, 'min'), fieldOf(html, 'initial')]).toEqual(['Seats', '1', '5']);
  expect(html).not.toContain('name="key"');
  const change = { label: 'Licences', min: '2', initial: '', access: 'write', in_list: 'yes', needed_to_solve: 'yes' };
  expect((await post(`/${id}`, change)).headers.get('Location')).toBe(`${base}/${id}?said=saved`);
  expect((await storedOf(tenant))[0]).toMatchObject({
    key: 'seats',
    type: 'number',
    label: 'Licences',
    rules: '{"min":2}',
    default_value: null,
    portal_access: 'write',
    in_list: 1,
    needed_to_solve: 1,
  });
  await post(`/${id}`, change);
  const changes = (await auditOf(tenant)).filter(({ action }) => action === 'field.changed');
  expect(changes).toHaveLength(1);
  expect(JSON.parse(changes[0]?.detail ?? '')).toMatchObject({ label: true, from: 'none', to: 'write', inList: true });
  expect((await post(`/${id}`, { ...change, key: 'other' })).status).toBe(400);
});

test('fields stand in the order that the buttons give them', async () => {
  const { tenant, owner, post } = await office();
  const [a, b, c] = [await newField(tenant), await newField(tenant), await newField(tenant)];
  await post(`/${c.id}/place`, { to: '1' });
  await post(`/${a.id}/place`, { to: '0' });
  await post(`/${b.id}/place`, { to: '9' });
  expect((await storedOf(tenant)).map(({ id }) => id)).toEqual([a.id, c.id, b.id]);
  const html = await owner.page(base);
  expect(html.indexOf(c.label)).toBeLessThan(html.indexOf(b.label));
});

test('choices are added, renamed, moved, retired and offered again; ids stay', async () => {
  const { tenant, owner, post } = await office();
  const choices = [
    { id: 'cho_1', label: 'Red' },
    { id: 'cho_2', label: 'Blue' },
  ];
  const { id } = await newField(tenant, { type: 'select', choices });
  const stored = async () => JSON.parse(String((await storedOf(tenant))[0]?.['choices']));
  await post(`/${id}/choices`, { do: 'rename', choice: 'cho_1', label: 'Crimson' });
  await post(`/${id}/choices`, { do: 'up', choice: 'cho_2' });
  await post(`/${id}/choices`, { do: 'retire', choice: 'cho_1' });
  await post(`/${id}/choices`, { do: 'add', label: 'Green' });
  expect(await stored()).toMatchObject([
    { id: 'cho_2', label: 'Blue' },
    { id: 'cho_1', label: 'Crimson', retired: true },
    { label: 'Green' },
  ]);
  await post(`/${id}/choices`, { do: 'restore', choice: 'cho_1' });
  expect((await stored())[1]).toEqual({ id: 'cho_1', label: 'Crimson' });
  const again = await post(`/${id}/choices`, { do: 'add', label: ' green ' });
  expect(again.status).toBe(422);
  expect(wordsOf(await again.text())).toContain('Two choices have the same words');
  expect((await post(`/${id}/choices`, { do: 'retire', choice: 'cho_9' })).status).toBe(303);
  expect(await stored()).toHaveLength(3);
  expect(wordsOf(await owner.page(`${base}/${id}`))).toContain('Crimson');
});

const holdsValue = `insert into ticket_field_values (tenant_id, ticket_id, field_id, ordinal, account_id, value, text_key)
  select tenant_id, id, ?1, 0, account_id, '"A1"', 'a1' from tickets where tenant_id = ?2`;
const asksForIt = `insert into form_fields (tenant_id, field_id, form_id, stage)
  select tenant_id, ?1, id, 'published' from forms where tenant_id = ?2`;

test('a used field says where, cannot be deleted, and is retired instead', async () => {
  const { tenant, owner, nora, post } = await office();
  const field = await newField(tenant, { label: 'Order number' });
  await (await contactAtWork(nora)).open();
  for (const use of [holdsValue, asksForIt]) await env.DB.prepare(use).bind(field.id, tenant.id).run();
  const words = wordsOf(await owner.page(`${base}/${field.id}`));
  expect(words).toMatch(/The form .+ asks customers for it/);
  expect(words).toContain('1 request holds a value of it');
  expect(words).not.toContain('Delete this field');
  expect((await post(`/${field.id}/deletion`)).headers.get('Location')).toBe(`${base}/${field.id}?said=used`);
  await post(`/${field.id}/retirement`);
  await post(`/${field.id}/retirement`);
  expect((await storedOf(tenant))[0]?.['retired_at']).not.toBeNull();
  await post(`/${field.id}/restoration`);
  expect((await storedOf(tenant))[0]?.['retired_at']).toBeNull();
  expect((await auditOf(tenant)).map(({ action }) => action)).toEqual(['field.retired', 'field.restored']);
});

test.each([
  ['a request holds a value of', holdsValue],
  ['a form asks for', asksForIt],
])('what %s while somebody deletes it stays', async (_what, use) => {
  const { tenant, nora, post } = await office();
  const field = await newField(tenant);
  await (await contactAtWork(nora)).open();
  await env.DB.prepare(use).bind(field.id, tenant.id).run();
  expect((await post(`/${field.id}/deletion`)).headers.get('Location')).toBe(`${base}/${field.id}?said=used`);
  expect(await storedOf(tenant)).toHaveLength(1);
});

test('what nothing uses is deleted after a question', async () => {
  const { tenant, owner, post } = await office();
  const field = await newField(tenant, { label: 'Mistake' });
  expect(wordsOf(await owner.page(`${base}/${field.id}/deletion`))).toContain('Delete Mistake?');
  expect((await post(`/${field.id}/deletion`)).headers.get('Location')).toBe(`${base}?said=deleted`);
  expect(await storedOf(tenant)).toEqual([]);
  expect((await post(`/${field.id}/deletion`)).status).toBe(404);
});

test('another tenant’s field is not there, and agents find no such page', async () => {
  const { tenant, owner, agent, post } = await office();
  const foreign = await newField(await newTenant());
  const own = await newField(tenant);
  for (const path of ['', '/deletion']) {
    expect((await owner.ask(`${base}/${foreign.id}${path}`)).status).toBe(404);
    expect((await agent.ask(`${base}/${own.id}${path}`)).status).toBe(404);
  }
  for (const path of ['', '/retirement', '/deletion']) {
    const form = path === '' ? { label: 'Mine', access: 'read' } : {};
    expect((await post(`/${foreign.id}${path}`, form)).status).toBe(404);
    expect((await agent.ask(`${base}/${own.id}${path}`, { form })).status).toBe(404);
  }
  expect((await agent.ask(base)).status).toBe(404);
  expect((await storedOf(tenant))[0]).toMatchObject({ label: own.label, retired_at: null });
});

test('of two who change the choices at once, neither undoes the other', async () => {
  const { tenant, post } = await office();
  const { id } = await newField(tenant, { type: 'select', choices: [{ id: 'cho_1', label: 'Red' }] });
  const answers = await Promise.all(['Blue', 'Green'].map((label) => post(`/${id}/choices`, { do: 'add', label })));
  const said = answers.map((answer) => /said=(\w+)/.exec(answer.headers.get('Location') ?? '')?.[1]);
  const stored = JSON.parse(String((await storedOf(tenant))[0]?.['choices']));
  expect(stored).toHaveLength(1 + said.filter((word) => word === 'saved').length);
});

test('a tenant has at most a hundred fields, and is told so', async () => {
  const { tenant, add } = await office();
  await env.DB.batch(
    Array.from({ length: 100 }, (_, i) =>
      env.DB.prepare(
        "insert into fields (tenant_id, id, key, type, label, position, created_at) values (?, ?, ?, 'text', 'F', ?, 1)",
      ).bind(tenant.id, newId('field', Date.now()), `f${i}`, i),
    ),
  );
  const { response } = await add('text', { label: 'One more' });
  expect(response.status).toBe(422);
  expect(wordsOf(await response.text())).toContain('There are 100 fields');
});

test('the audit names the field', async () => {
  const { owner, add } = await office();
  await add('text', { label: 'Order number' });
  expect(wordsOf(await owner.page('/settings/audit'))).toContain('Olivia Owner added the field Order number');
});
