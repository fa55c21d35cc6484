import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { giveValues } from '../../../test/helpers/give-values.ts';
import { listDesk, subjects } from '../../../test/helpers/list-desk.ts';
import { newField } from '../../../test/helpers/new-field.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';

test('fields that customers read in the list are columns and filters; of others nothing is told', async () => {
  const { tenant, numbers, shown, portal } = await listDesk();
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
    expect((await portal.ask(`/?${query}`)).headers.get('Location'), query).toBe('/?said=dropped');
  const nobody = await env.DB.prepare('update fields set portal_access = ? where id = ?').bind('none', topic.id).run();
  expect(nobody.meta.changes).toBe(1);
  expect((await portal.ask('/?topic=cho_bill')).headers.get('Location')).toBe('/?said=dropped');
});

test('members filter by fields among their own', async () => {
  const { tenant, contact, numbers } = await listDesk();
  const nils = await contactAtWork(await contactOf(tenant, { role: 'member', accountId: contact.accountId }));
  const field = await newField(tenant, { key: 'order_no', inList: true });
  const own = await nils.open('From Nils');
  await giveValues(tenant, own, [[field, 'A']]);
  await giveValues(tenant, numbers[0], [[field, 'A']]);
  expect(subjects(await portalOf(nils).page('/?order_no=a'))).toEqual(['From Nils']);
});

test('whatever stands in an address, the list answers', async () => {
  const { portal } = await listDesk();
  const long = 'x'.repeat(3000);
  for (const query of [
    ...[
      'status=%00',
      `q=${long}`,
      `topic=${long}`,
      'cost.from=1e308',
      'cost.from=-0',
      'from=9999-12-31',
      'to=0000-01-01',
    ],
    ...[
      'sort=priority-asc-x',
      'sort=__proto__',
      '__proto__=1',
      'constructor=1',
      'constructor.is=yes',
      'before=WzEsMl0',
    ],
    ...[
      'status=a&status=b',
      'q[]=x',
      'q=%FF',
      'requester=con_x',
      'priority=1%20or%201=1',
      'form=../../x',
      'activity=1',
    ],
    ...Array.from({ length: 20 }, (_, i) => `a${i}=1&b${i}.from=2`).slice(0, 2),
    Array.from({ length: 20 }, (_, i) => `key${i}=1`).join('&'),
  ]) {
    let answer = await portal.ask(`/?${query}`);
    for (let hops = 0; answer.status === 303 && hops < 3; hops += 1)
      answer = await portal.ask(answer.headers.get('Location') ?? '');
    expect(answer.status, query).toBe(200);
    let updates = await portal.ask(`/requests/updates?${query}`);
    if (updates.status === 303) updates = await portal.ask(updates.headers.get('Location') ?? '');
    expect(updates.status, query).toBe(200);
  }
});

test('the smallest numbers are filtered by as they are typed', async () => {
  const { tenant, numbers, shown, portal } = await listDesk();
  const [first, second] = numbers;
  const dose = await newField(tenant, { key: 'dose', label: 'Dose', type: 'decimal', inList: true });
  await giveValues(tenant, first, [[dose, 0.0000001]]);
  await giveValues(tenant, second, [[dose, 0.0000003]]);
  expect(await shown('dose.to=0.0000002')).toEqual(['First']);
  expect(await shown('dose.from=0.0000002')).toEqual(['Second']);
  const html = await portal.page('/?dose.from=0.0000001&dose.to=0.0000003');
  expect(html).toContain('name="dose.from" value="0.0000001"');
  expect(html).toContain('<bdi>0.0000001 – 0.0000003</bdi>');
});

test('a list that lost one of its filters says so, stays fresh as it is shown, and is no file of more', async () => {
  const { tenant, numbers, portal, amir } = await listDesk();
  const topic = await newField(tenant, { key: 'topic', label: 'Wombats', inList: true });
  await giveValues(tenant, numbers[0], [[topic, 'A']]);
  const query = `status=${await amir.statusId('waiting')}&topic=A`;
  expect(subjects(await portal.page(`/?${query}`))).toEqual(['First']);
  await env.DB.prepare("update fields set portal_access = 'none' where id = ?").bind(topic.id).run();
  const less = query.replace('&topic=A', '');
  expect((await portal.ask(`/?${query}`)).headers.get('Location')).toBe(`/?${less}&said=dropped`);
  const html = await portal.page(`/?${less}&said=dropped`);
  expect(html).toContain('Something that this list was filtered by is not there any more.');
  expect(html).not.toContain('Wombats');
  expect((await portal.ask(`/requests/updates?${query}`)).headers.get('Location')).toBe(`/requests/updates?${less}`);
  const file = await portal.ask('/requests.csv', { form: { query } });
  expect([file.status, file.headers.get('Location')]).toEqual([303, `/?${less}&said=dropped`]);
});

test('of what an address says twice, the first counts, everywhere', async () => {
  const { portal, shown } = await listDesk();
  const twice = 'sort=number&sort=number-asc';
  expect((await portal.ask(`/?${twice}`)).headers.get('Location')).toBe('/?sort=number');
  expect(subjects(await portal.page(`/requests/updates?${twice}`))).toEqual(await shown('sort=number'));
  expect(await portal.page(`/views/new?${twice}`)).toContain('name="query" value="sort=number"');
});
