import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newDesk } from '../../../test/helpers/desk-page.ts';
import { giveValues } from '../../../test/helpers/give-values.ts';
import { newField } from '../../../test/helpers/new-field.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { portalOf, textsOf } from '../../../test/helpers/portal-page.ts';

const subjects = (html: string) => textsOf(html, /<a href="\/requests\/\d+[^"]*" dir="auto">(.*?)<\/a>/g);
const dayMs = 24 * 60 * 60 * 1000;

/** A desk with four requests of Nora's, the first one made first. */
async function scene() {
  const desk = await newDesk();
  const { tenant, contact, nora, amir } = desk;
  const now = Date.now();
  const ago = (days: number) => ({ now: now - days * dayMs });
  const first = await nora.open('First', 'x', ago(40));
  const second = await nora.open('Second', 'x', ago(30));
  const third = await nora.open('Third', 'x', ago(20));
  const fourth = await nora.open('Fourth', 'x', ago(10));
  await amir.reply(first, 'Answer', { now: now - dayMs });
  const portal = portalOf(nora);
  const shown = async (query: string) => {
    const answer = await portal.ask(`/?${query}`);
    expect(answer.status, query).toBe(200);
    return subjects(await answer.text());
  };
  const rename = (numbers: readonly number[], column: string, value: string) =>
    env.DB.prepare(`update tickets set ${column} = ? where tenant_id = ? and number in (${numbers.join(',')})`)
      .bind(value, tenant.id)
      .run();
  return { ...desk, contact, numbers: [first, second, third, fourth] as const, portal, shown, rename };
}

test.each([
  ['', ['First', 'Fourth', 'Third', 'Second']],
  ['sort=activity-asc', ['Second', 'Third', 'Fourth', 'First']],
  ['sort=created', ['Fourth', 'Third', 'Second', 'First']],
  ['sort=created-asc', ['First', 'Second', 'Third', 'Fourth']],
  ['sort=number', ['Fourth', 'Third', 'Second', 'First']],
  ['sort=number-asc', ['First', 'Second', 'Third', 'Fourth']],
])('the list is sorted as its address says: %s', async (query, expected) => {
  const { shown } = await scene();
  expect(await shown(query)).toEqual(expected);
});

test('by priority, the newest activity first among equals', async () => {
  const { tenant, numbers, shown, amir, nora } = await scene();
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
  const { tenant, shown, portal, amir, numbers } = await scene();
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
  const { shown } = await scene();
  const day = (ago: number) => new Date(Date.now() - ago * dayMs).toISOString().slice(0, 10);
  expect(await shown(`from=${day(32)}&to=${day(18)}`)).toEqual(['Third', 'Second']);
  expect(await shown(`from=${day(12)}`)).toEqual(['Fourth']);
  expect(await shown(`activity.from=${day(2)}`)).toEqual(['First']);
  expect(await shown(`to=${day(25)}&activity.from=${day(2)}`)).toEqual(['First']);
});

test('who asked is a filter for those who see the account; others cannot even ask', async () => {
  const { tenant, contact, shown, portal } = await scene();
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
  expect(stranger.headers.get('Location')).toBe('/');
  const asNils = portalOf(nils);
  expect((await asNils.ask(`/?requester=${contact.id}`)).headers.get('Location')).toBe('/');
  expect(await asNils.page('/')).not.toContain('Asked by</label>');
});

test('fields that customers read in the list are columns and filters; of others nothing is told', async () => {
  const { tenant, numbers, shown, portal } = await scene();
  const [first, second, third] = numbers;
  const choices = [
    { id: 'cho_bill', label: 'Billing' },
    { id: 'cho_door', label: 'Doors' },
  ];
  const topic = await newField(tenant, { key: 'topic', label: 'Topic', type: 'select', choices, inList: true });
  const tags = await newField(tenant, { key: 'parts', label: 'Parts', type: 'multi_select', choices, inList: true });
  const cost = await newField(tenant, { key: 'cost', label: 'Cost', type: 'decimal', inList: true, access: 'read' });
  const due = await newField(tenant, { key: 'due', label: 'Due', type: 'date', inList: true });
  const paid = await newField(tenant, { key: 'paid', label: 'Paid', type: 'checkbox', inList: true });
  const order = await newField(tenant, { key: 'order_no', label: 'Order', inList: true });
  const secret = await newField(tenant, { key: 'margin', label: 'Wombat margin', inList: true, access: 'none' });
  await giveValues(tenant, first, [
    [topic, 'cho_bill'],
    [tags, ['cho_bill', 'cho_door']],
    [cost, -2.5],
    [due, '2026-03-01'],
    [secret, 'quokka'],
  ]);
  await giveValues(tenant, second, [
    [topic, 'cho_door'],
    [tags, ['cho_door']],
    [cost, 10],
    [paid, true],
    [order, 'ABC 1'],
  ]);
  await giveValues(tenant, third, [
    [topic, 'cho_bill'],
    [due, '2026-04-01'],
    [paid, false],
  ]);
  const cases: [string, string[]][] = [
    ['topic=cho_bill', ['First', 'Third']],
    ['topic=cho_bill&sort=created', ['Third', 'First']],
    ['topic=cho_bill&sort=number-asc', ['First', 'Third']],
    ['parts=cho_door', ['First', 'Second']],
    ['parts=cho_door&topic=cho_bill', ['First']],
    ['cost.from=-3&cost.to=5', ['First']],
    ['cost.from=10', ['Second']],
    ['cost.from=-99&sort=created', ['Second', 'First']],
    ['due.to=2026-03-01', ['First']],
    ['due.from=2026-03-02&topic=cho_bill', ['Third']],
    ['paid.is=yes', ['Second']],
    ['paid.is=no', ['Third']],
    ['order_no=abc+1', ['Second']],
    ['order_no=abc', []],
  ];
  for (const [query, expected] of cases) expect(await shown(query), query).toEqual(expected);
  const html = await portal.page('/');
  expect(html).toMatch(/<dt>Topic<\/dt><dd><bdi>Billing<\/bdi>/);
  expect(html).toMatch(/<dt>Parts<\/dt><dd><bdi>Billing, Doors<\/bdi>/);
  expect(html).not.toContain('Wombat margin');
  expect(html).not.toContain('quokka');
  for (const query of [
    'margin=quokka',
    'topic=quokka',
    'topic.is=yes',
    'cost.from=2026-01-01',
    'nothing=1',
    'due.from=7',
  ])
    expect((await portal.ask(`/?${query}`)).headers.get('Location'), query).toBe('/');
  const nobody = await env.DB.prepare('update fields set portal_access = ? where id = ?').bind('none', topic.id).run();
  expect(nobody.meta.changes).toBe(1);
  expect((await portal.ask('/?topic=cho_bill')).headers.get('Location')).toBe('/');
});

test('members filter by fields among their own', async () => {
  const { tenant, contact, numbers } = await scene();
  const nils = await contactAtWork(await contactOf(tenant, { role: 'member', accountId: contact.accountId }));
  const field = await newField(tenant, { key: 'order_no', inList: true });
  const own = await nils.open('From Nils');
  await giveValues(tenant, own, [[field, 'A']]);
  await giveValues(tenant, numbers[0], [[field, 'A']]);
  expect(subjects(await portalOf(nils).page('/?order_no=a'))).toEqual(['From Nils']);
});

test('words find requests of both tabs with what stands around them, and filters narrow them', async () => {
  const { shown, portal, nora, amir, numbers } = await scene();
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
  const { portal } = await scene();
  for (const query of ['', 'sort=priority', 'q=answer', 'requester=me', 'from=2026-01-01', 'sort=number-asc']) {
    const answer = await portal.ask(`/?${query}`);
    expect(answer.headers.get('Server-Timing'), query).toMatch(/trips=1 /);
  }
});

test('what is set can be taken away, one by one and all at once', async () => {
  const { portal, amir } = await scene();
  const status = await amir.statusId('waiting');
  const html = await portal.page(`/?status=${status}&requester=me&sort=created`);
  expect(html).toContain(`<a href="/?requester=me&amp;sort=created" aria-label="Remove the filter Status`);
  expect(html).toContain('href="/?sort=created">Clear filters');
  expect(await portal.page('/?from=2020-01-01&to=2020-01-02')).toContain('Nothing matches');
});

test('a shared address shows each only what they may see', async () => {
  const { portal, numbers } = await scene();
  const other = portalOf(await contactAtWork(await contactOf(await newTenant())));
  const { href } = { href: '/?requester=me&sort=number' };
  expect(subjects(await portal.page(href))).toHaveLength(numbers.length);
  const answer = await other.ask(href);
  expect(subjects(await answer.text())).toEqual([]);
});
