import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { dayMs, listDesk, subjects } from '../../../test/helpers/list-desk.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';

test.each([
  ['', ['First', 'Fourth', 'Third', 'Second']],
  ['sort=activity-asc', ['Second', 'Third', 'Fourth', 'First']],
  ['sort=created', ['Fourth', 'Third', 'Second', 'First']],
  ['sort=created-asc', ['First', 'Second', 'Third', 'Fourth']],
  ['sort=number', ['Fourth', 'Third', 'Second', 'First']],
  ['sort=number-asc', ['First', 'Second', 'Third', 'Fourth']],
])('the list is sorted as its address says: %s', async (query, expected) => {
  const { shown } = await listDesk();
  expect(await shown(query)).toEqual(expected);
});

test('by priority, the newest activity first among equals', async () => {
  const { tenant, numbers, shown, amir, nora } = await listDesk();
  const [low, urgent] = await priorities(tenant.id);
  await amir.set(numbers[1], { field: 'priority', to: urgent }, {});
  await amir.set(numbers[3], { field: 'priority', to: low }, {});
  expect(await shown('sort=priority')).toEqual(['Second', 'First', 'Third', 'Fourth']);
  expect(await shown('sort=priority-asc')).toEqual(['Fourth', 'First', 'Third', 'Second']);
  expect(await shown(`priority=${urgent}`)).toEqual(['Second']);
  const nils = portalOf(
    await contactAtWork(await contactOf(tenant, { role: 'member', accountId: nora.signedIn.person.accountId })),
  );
  expect(subjects(await nils.page('/?sort=priority'))).toEqual([]);
});

async function priorities(tenantId: string): Promise<readonly [string, string]> {
  const { results } = await env.DB.prepare('select id, label from priorities where tenant_id = ?').bind(tenantId).all();
  const of = (label: string) => String(results.find((row) => row['label'] === label)?.['id']);
  return [of('Low'), of('Urgent')];
}

test('one word stands for many statuses, and says how many there are', async () => {
  const { tenant, shown, portal, amir, numbers } = await listDesk();
  const id = await amir.statusId('waiting');
  const twin = 'sta_06gzxn0e9swc9mawva1ry66qam';
  await env.DB.prepare(
    `insert into statuses (tenant_id, id, category, label, public_label, position)
     select tenant_id, ?, category, 'Waiting for a part', public_label, 90 from statuses where tenant_id = ? and id = ?`,
  )
    .bind(twin, tenant.id, id)
    .run();
  await amir.set(numbers[2], { field: 'status', to: twin }, {});
  expect(await shown(`status=${id}`)).toEqual(['Third', 'First']);
  const html = await portal.page(`/?status=${id}`);
  expect(html).toMatch(new RegExp(`<option value="${id}" selected[^>]*>[^<]* \\(2\\)</option>`));
  expect(html).not.toContain('Waiting for a part');
  for (const alias of [twin, textOf(html, id)]) {
    const answer = await portal.ask(`/?status=${encodeURIComponent(alias)}`);
    expect(answer.headers.get('Location'), alias).toBe(`/?status=${id}`);
  }
});

const textOf = (html: string, id: string) =>
  new RegExp(`<option value="${id}"[^>]*>([^<]*) \\(\\d+\\)`).exec(html)?.[1] ?? '';

test('by days of creation and of activity, in the reader’s zone', async () => {
  const { shown } = await listDesk();
  const day = (ago: number) => new Date(Date.now() - ago * dayMs).toISOString().slice(0, 10);
  expect(await shown(`from=${day(32)}&to=${day(18)}`)).toEqual(['Third', 'Second']);
  expect(await shown(`from=${day(12)}`)).toEqual(['Fourth']);
  expect(await shown(`activity.from=${day(2)}`)).toEqual(['First']);
  expect(await shown(`to=${day(25)}&activity.from=${day(2)}`)).toEqual(['First']);
});

test('who asked is a filter for those who see the account; others cannot even ask', async () => {
  const { tenant, contact, shown, portal } = await listDesk();
  const nils = await contactAtWork(
    await contactOf(tenant, { name: 'Nils Holm', role: 'member', accountId: contact.accountId }),
  );
  const ines = await contactOf(tenant, { name: 'Ines' });
  await nils.open('From Nils');
  const nilsId = nils.signedIn.person.id;
  expect(await shown(`requester=${nilsId}`)).toEqual(['From Nils']);
  expect(await shown('requester=me&sort=number')).toEqual(['Fourth', 'Third', 'Second', 'First']);
  expect(await portal.page('/')).toContain('>Nils Holm</option>');
  const stranger = await portal.ask(`/?requester=${ines.id}`);
  expect(stranger.headers.get('Location')).toBe('/?said=dropped');
  const asNils = portalOf(nils);
  expect((await asNils.ask(`/?requester=${contact.id}`)).headers.get('Location')).toBe('/?said=dropped');
  expect(await asNils.page('/')).not.toContain('Asked by</label>');
});

test('words find requests of both tabs with what stands around them, and filters narrow them', async () => {
  const { shown, portal, nora, amir, numbers } = await listDesk();
  await amir.reply(numbers[1], 'The **turbine** needs oil.');
  await nora.reply(numbers[2], 'turbine again <script>alert(1)</script>');
  await nora.solve(numbers[2]);
  expect(await shown('q=turbine')).toEqual(['Third', 'Second']);
  const html = await portal.page('/?q=turbine');
  expect(html).toContain('The <mark>turbine</mark> needs oil.');
  expect(html).not.toContain('<script>alert');
  expect(html).toContain('Found: 2.');
  expect(await shown('q=turbine&sort=created-asc')).toEqual(['Second', 'Third']);
  expect(await shown(`q=turbine&status=${await amir.statusId('waiting')}`)).toEqual(['Second']);
  expect(await shown('q=oil+turbine')).toEqual(['Second']);
  expect(await shown('q=wombat')).toEqual([]);
  for (const words of ['"', '*', 'NEAR(', '-', 'a AND', '" OR body:x'])
    expect((await portal.ask(`/?q=${encodeURIComponent(words)}`)).status, words).toBe(200);
});

test('filters, words and sorts cost one trip', async () => {
  const { portal } = await listDesk();
  for (const query of ['', 'sort=priority', 'q=answer', 'requester=me', 'from=2026-01-01', 'sort=number-asc']) {
    const answer = await portal.ask(`/?${query}`);
    expect(answer.headers.get('Server-Timing'), query).toMatch(/trips=1 /);
  }
});

test('what is set can be taken away, one by one and all at once', async () => {
  const { portal, amir } = await listDesk();
  const status = await amir.statusId('waiting');
  const html = await portal.page(`/?status=${status}&requester=me&sort=created`);
  expect(html).toContain(`<a href="/?requester=me&amp;sort=created" aria-label="Remove the filter Status`);
  expect(html).toContain('href="/?sort=created">Clear filters');
  expect(await portal.page('/?from=2020-01-01&to=2020-01-02')).toContain('Nothing matches');
});

test('a filtered list stays fresh, in its own place', async () => {
  const { portal, nora, amir, numbers } = await listDesk();
  const status = await amir.statusId('waiting');
  const page = await portal.page(`/?status=${status}`);
  expect(page).toContain(`data-updates="/requests/updates?status=${status}"`);
  await amir.reply(numbers[3], 'And this one.');
  expect(subjects(await portal.page(`/requests/updates?status=${status}`))).toEqual(['Fourth', 'First']);
  await nora.reply(numbers[3], 'Thanks.');
  expect(subjects(await portal.page(`/requests/updates?status=${status}`))).toEqual(['First']);
  expect(await portal.page('/?q=first')).not.toContain('<live-list');
});

test('a shared address shows each only what they may see', async () => {
  const { portal, numbers } = await listDesk();
  const other = portalOf(await contactAtWork(await contactOf(await newTenant())));
  const href = '/?requester=me&sort=number';
  expect(subjects(await portal.page(href))).toHaveLength(numbers.length);
  const answer = await other.ask(href);
  expect(subjects(await answer.text())).toEqual([]);
});
