import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newId } from '#lib/ids.ts';
import { accountDesk, auditOf } from '../../../../test/helpers/account-desk.ts';
import { agentOf } from '../../../../test/helpers/agent-of.ts';
import { agentAtWork, contactAtWork } from '../../../../test/helpers/at-work.ts';
import { browserOf, wordsOf } from '../../../../test/helpers/desk-page.ts';
import type { TestTenant } from '../../../../test/helpers/new-tenant.ts';
import { portalOf } from '../../../../test/helpers/portal-page.ts';
import { fieldOf } from '../../../../test/helpers/request.ts';

const tables = { statuses: 'label', priorities: 'label', teams: 'name' } as const;
type Table = keyof typeof tables;

async function stored(tenant: TestTenant, table: Table) {
  const { results } = await env.DB.prepare(
    `SELECT *, ${tables[table]} AS word FROM ${table} WHERE tenant_id = ? ORDER BY position, id`,
  )
    .bind(tenant.id)
    .all<Record<string, string | number | null>>();
  return results;
}

async function office() {
  const desk = await accountDesk();
  const post = (path: string, form: Record<string, string> = {}) => desk.owner.ask(`/settings${path}`, { form });
  const add = async (table: Table, form: Record<string, string>) => {
    const id = fieldOf(await desk.owner.page(`/settings/${table}`), 'id');
    return { id, response: await post(`/${table}`, { id, ...form }) };
  };
  const idOf = async (table: Table, word: string) =>
    String((await stored(desk.tenant, table)).find((row) => row['word'] === word)?.['id']);
  return { ...desk, post, add, idOf };
}

/** The choices that a ticket's page offers, in order. */
const offered = (html: string, field: string) =>
  [
    ...(new RegExp(`<select[^>]*id="set-${field}"[\\s\\S]*?</select>`).exec(html)?.[0] ?? '').matchAll(
      />([^<]+)<\/option>/g,
    ),
  ].map(([, word]) => word);

test('an admin adds, renames, orders, retires and restores statuses, and agents choose among them so', async () => {
  const { tenant, nora: contact, owner, add, post, idOf } = await office();
  const nora = await contactAtWork(contact);
  const number = await nora.open();
  const choices = async () => offered(await owner.page(`/tickets/${number}`), 'status');
  const before = await choices();
  const { id } = await add('statuses', { label: 'With engineering', public_label: '', category: 'open' });
  expect(await choices()).toEqual([before[0], 'Open', 'With engineering', ...before.slice(2)]);
  await post(`/statuses/${id}/place`, { to: 'up' });
  expect((await choices()).slice(1, 3)).toEqual(['With engineering', 'Open']);
  await post(`/statuses/${id}`, { label: 'With R&D', public_label: 'In progress' });
  expect((await choices())[1]).toBe('With R&amp;D');
  const open = await idOf('statuses', 'Open');
  expect((await post(`/statuses/${open}/retirement`)).headers.get('Location')).toBe('/settings/statuses?said=retired');
  expect(await choices()).not.toContain('Open');
  await post(`/statuses/${open}/restoration`);
  expect(await choices()).toContain('Open');
  expect((await auditOf(tenant)).map(({ action }) => action).toSorted()).toEqual([
    'status.added',
    'status.changed',
    'status.changed',
    'status.restored',
    'status.retired',
  ]);
});

test('customers read the public word, which several statuses may share, and nothing of the others', async () => {
  const { nora: contact, owner, add } = await office();
  const nora = await contactAtWork(contact);
  const number = await nora.open();
  const { id: one } = await add('statuses', { label: 'Fraud check', public_label: 'In progress', category: 'open' });
  const { id: two } = await add('statuses', { label: 'Legal hold', public_label: 'In progress', category: 'open' });
  for (const status of [one, two]) {
    await owner.ask(`/tickets/${number}/settings`, { form: { key: crypto.randomUUID(), status } });
    const words = wordsOf(await portalOf(nora).page(`/requests/${number}`));
    expect(words).toContain('In progress');
    expect(words).not.toMatch(/Fraud|Legal/);
  }
  const words = wordsOf(await portalOf(nora).page(`/requests/${number}`));
  // From one to the other they read the same word, so nothing happened.
  expect(words.split('Status: In progress').length - 1).toBe(1);
});

test('a status that everything of its category needs cannot be retired, by whatever two admins do at once', async () => {
  const { tenant, owner, post, idOf, add } = await office();
  const waiting = await stored(tenant, 'statuses').then((rows) => rows.find((row) => row['category'] === 'waiting'));
  const id = String(waiting?.['id']);
  expect(wordsOf(await owner.page('/settings/statuses'))).not.toContain(`Retire ${waiting?.['label']}`);
  expect((await post(`/statuses/${id}/retirement`)).headers.get('Location')).toContain('said=needed');
  const { id: other } = await add('statuses', { label: 'On hold', public_label: '', category: 'waiting' });
  await Promise.all([id, other].map((each) => post(`/statuses/${each}/retirement`)));
  const left = (await stored(tenant, 'statuses')).filter(
    (row) => row['category'] === 'waiting' && row['retired_at'] === null,
  );
  expect(left).toHaveLength(1);
  expect(await idOf('statuses', 'On hold')).toBe(other);
});

test('who names statuses sees each word as customers read it once, with the statuses behind it', async () => {
  const { owner, add, post, idOf } = await office();
  await add('statuses', { label: 'Fraud check', public_label: 'In progress', category: 'open' });
  const { id } = await add('statuses', { label: 'Legal hold', public_label: 'In progress', category: 'open' });
  await add('statuses', { label: 'Gone', public_label: 'Unseen', category: 'open' });
  await post(`/statuses/${await idOf('statuses', 'Gone')}/retirement`);
  const preview = async () =>
    wordsOf(/<ul class="public-words"[\s\S]*?<\/ul>/.exec(await owner.page('/settings/statuses'))?.[0] ?? '');
  expect(await preview()).toContain('In progress for Fraud check and Legal hold');
  expect(await preview()).not.toContain('Unseen');
  await post(`/statuses/${id}`, { label: 'Legal hold', public_label: 'With our lawyers' });
  expect(await preview()).toMatch(/In progress for Fraud check .*With our lawyers for Legal hold/);
});

test('a ticket keeps a status that was retired, and a new one begins with the first of its category', async () => {
  const { nora: contact, owner, add, post, idOf } = await office();
  const nora = await contactAtWork(contact);
  const number = await nora.open();
  const { id } = await add('statuses', { label: 'Received', public_label: 'Received', category: 'new' });
  await post(`/statuses/${id}/place`, { to: 'up' });
  await post(`/statuses/${await idOf('statuses', 'New')}/retirement`);
  expect(offered(await owner.page(`/tickets/${number}`), 'status')).toContain('New');
  const next = await nora.open();
  expect(wordsOf(await owner.page(`/tickets/${next}`))).toContain(`#${next} Received`);
});

test('the usual priority cannot be retired; another can be made the usual one', async () => {
  const { tenant, nora: contact, owner, post, idOf } = await office();
  const [normal, urgent] = [await idOf('priorities', 'Normal'), await idOf('priorities', 'Urgent')];
  expect((await post(`/priorities/${normal}/retirement`)).headers.get('Location')).toContain('said=needed');
  await post(`/priorities/${urgent}/default`);
  expect((await stored(tenant, 'priorities')).filter((row) => row['is_default'] === 1).map((row) => row['id'])).toEqual(
    [urgent],
  );
  expect((await post(`/priorities/${normal}/retirement`)).headers.get('Location')).toContain('said=retired');
  expect((await post(`/priorities/${normal}/default`)).status).toBe(303);
  expect((await stored(tenant, 'priorities')).find((row) => row['id'] === urgent)?.['is_default']).toBe(1);
  const number = await (await contactAtWork(contact)).open();
  expect(await owner.page(`/tickets/${number}`)).toMatch(/selected[^>]*>Urgent</);
});

test('teams come, move and go', async () => {
  const { tenant, owner, add, post } = await office();
  expect(wordsOf(await owner.page('/settings/teams'))).toContain('There are no teams yet.');
  const ids = [];
  for (const label of ['Billing', 'Hardware', '<script>alert(1)</script>'])
    ids.push((await add('teams', { label })).id);
  await post(`/teams/${ids[2]}/place`, { to: 'up' });
  await post(`/teams/${ids[0]}/place`, { to: 'up' });
  await post(`/teams/${ids[1]}/retirement`);
  const rows = await stored(tenant, 'teams');
  expect(rows.map((row) => row['name'])).toEqual(['Billing', '<script>alert(1)</script>', 'Hardware']);
  const html = await owner.page('/settings/teams');
  expect(html).not.toContain('<script>alert');
  expect(wordsOf(html)).toContain('Put back into use Hardware');
});

test('what is wrong is said beside the control, with what was typed', async () => {
  const { tenant, add, post, idOf, owner } = await office();
  const cases = [
    [{ label: '  ' }, 'Please fill this in'],
    [{ label: 'x'.repeat(51) }, '51'],
    [{ label: 'urgent' }, 'Another one has this name.'],
  ] as const;
  for (const [form, words] of cases) {
    const { response } = await add('priorities', form);
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain(words);
    expect(html).toContain(`value="${form.label}"`);
  }
  const again = await post(`/priorities/${await idOf('priorities', 'Urgent')}`, { label: 'Normal' });
  expect([again.status, wordsOf(await again.text())]).toEqual([
    422,
    expect.stringContaining('Another one has this name.'),
  ]);
  expect((await stored(tenant, 'priorities')).map((row) => row['label'])).not.toContain('urgent');
  const turned = await add('teams', { label: 'A\u202eB' });
  expect(turned.response.status).toBe(303);
  expect(wordsOf(await owner.page('/settings/teams'))).not.toContain('\u202e');
});

test('two presses add one; a foreign id, a category where there is none, and a repeated field are refused', async () => {
  const { tenant, post, add } = await office();
  const id = newId('team', Date.now());
  await Promise.all([1, 2].map(() => post('/teams', { id, label: 'Billing' })));
  expect(await stored(tenant, 'teams')).toHaveLength(1);
  const other = await office();
  const { id: foreign } = await other.add('teams', { label: 'Theirs' });
  for (const path of ['', '/place', '/retirement', '/restoration']) {
    const form = path === '' ? { label: 'Mine' } : path === '/place' ? { to: 'up' } : {};
    expect((await post(`/teams/${foreign}${path}`, form)).status).toBe(404);
  }
  expect((await add('teams', { label: 'X', category: 'open' })).response.status).toBe(400);
  expect((await add('statuses', { label: 'X' })).response.status).toBe(400);
  expect((await post('/teams', { id: newId('status', 1), label: 'X' })).status).toBe(400);
  expect((await stored(other.tenant, 'teams')).map((row) => row['name'])).toEqual(['Theirs']);
});

test('of each kind there are sixty at most, also where two admins add the last at once', async () => {
  const { tenant, post, add } = await office();
  await env.DB.prepare(
    `INSERT INTO teams (tenant_id, id, name, position)
     SELECT ?1, 'tea_' || value, 'Team ' || value, key FROM json_each(?2)`,
  )
    .bind(tenant.id, JSON.stringify(Array.from({ length: 59 }, (_, i) => i)))
    .run();
  const ids = [newId('team', 1), newId('team', 2)];
  const answers = await Promise.all(ids.map((id) => post('/teams', { id, label: `Last ${id}` })));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
  const late = await add('teams', { label: 'One more' });
  expect(wordsOf(await late.response.text())).toContain('There are 60 already.');
  expect(await stored(tenant, 'teams')).toHaveLength(60);
});

test('agents who do not manage the tenant find none of it', async () => {
  const { tenant } = await office();
  const browser = browserOf(await agentAtWork(await agentOf(tenant)));
  for (const path of ['statuses', 'priorities', 'teams']) {
    expect((await browser.ask(`/settings/${path}`)).status).toBe(404);
    const form = { id: newId('team', 1), label: 'Mine' };
    expect((await browser.ask(`/settings/${path}`, { form })).status).toBe(404);
  }
  expect(await stored(tenant, 'teams')).toEqual([]);
});
