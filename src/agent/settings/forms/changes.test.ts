import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { builderDesk, said } from '../../../../test/helpers/builder-desk.ts';
import { wordsOf } from '../../../../test/helpers/desk-page.ts';

test('what is another in a field is said old and new: its words, choices, rules and who may read it', async () => {
  const { owner, tenant, path, post, ask } = await builderDesk();
  await ask('topic');
  await ask('order');
  await post('/texts', { intro: 'We answer within a day.', success: '', priority: '', team: '', tags: '' });
  await post('/publication', {});
  await post('/texts', { intro: 'We answer within an hour.', success: '', priority: '', team: '', tags: '' });
  const set = (key: string, columns: string, ...values: string[]) =>
    env.DB.prepare(`update fields set ${columns} where tenant_id = '${tenant.id}' and key = '${key}'`)
      .bind(...values)
      .run();
  const choices = [
    { id: 'Bug', label: 'A fault' },
    { id: 'Billing', label: 'Billing' },
    { id: 'Other', label: 'Other', retired: true },
    { id: 'New', label: 'Fresh <i>' },
  ];
  await set('topic', 'choices = ?', JSON.stringify(choices));
  await set(
    'order',
    'label = ?, help = ?, rules = ?',
    'Order no.',
    'On the bill.',
    '{"maxLength":9,"pattern":"digits"}',
  );
  await set('order', "portal_access = 'read'");
  const page = await owner.page(`${path}/publication`);
  const words = wordsOf(page);
  for (const line of [
    'The intro says We answer within an hour. Before: We answer within a day.',
    'Topic offers Other no more',
    'Topic offers A fault (before: Bug )',
    'The choices of Topic stand in another order',
    'Order number is called Order no.',
    'The help of Order no. says On the bill. (before: – )',
    'What customers may do with Order no. : Read (before: Change )',
    'Order no. , Most characters: 9 (before: – )',
    'Order no. , Must be: Digits (before: Anything )',
  ])
    expect(words).toContain(line);
  expect(page).toContain('Fresh &lt;i&gt;');
});

test('what would take more along than it names is asked first, and says what hangs on it', async () => {
  const { owner, path, post, ask, test } = await builderDesk();
  await ask('topic');
  await post('/sections', { title: 'Your order' });
  const section = /data-section="(s[0-9a-z]+)"/.exec(await owner.page(path))?.[1] ?? '';
  await ask('order', section);
  await test('order', { field: 'topic', op: 'equals', value: 'Billing' });
  const page = await owner.page(path);
  expect(page).toContain(`href="${path}/questions/topic/removal"`);
  // Nothing hangs on it: one press.
  expect(page).toContain(`action="${path}/questions/order/removal"`);
  expect(page).toContain(`href="${path}/sections/${section}/removal"`);
  expect(wordsOf(await owner.page(`${path}/questions/topic/removal`))).toContain(
    'A condition of Order number asks about it. The form cannot be published before that condition is changed.',
  );
  expect(wordsOf(await owner.page(`${path}/sections/${section}/removal`))).toContain(
    'With it goes its question: Order number. The field stays.',
  );
  expect(await owner.page(path)).toContain('id="question-topic"');
  expect(said(await post('/questions/topic/removal', {}))).toBe('removed');
  expect(said(await post(`/sections/${section}/removal`, {}))).toBe('removed');
  expect((await owner.ask(`${path}/questions/topic/removal`)).status).toBe(404);
  for (const stays of ['/questions/subject/removal', '/sections/request/removal'])
    expect(said(await owner.ask(`${path}${stays}`)), stays).toBe('always');
});

test('a form says which of its published questions customers are not asked any more, and cannot be published so', async () => {
  const { owner, tenant, path, post, ask } = await builderDesk();
  await ask('topic');
  await ask('order');
  await post('/publication', {});
  for (const [key, set] of [
    ['topic', "portal_access = 'none'"],
    ['order', 'retired_at = 1'],
  ])
    await env.DB.prepare(`update fields set ${set} where tenant_id = ? and key = ?`).bind(tenant.id, key).run();
  const words = wordsOf(await owner.page(path));
  expect(words).toContain('They are not asked any more: Topic, Order number.');
  expect(words).toContain('Topic: customers may not see this field. Hide it here, or let customers see the field.');
  expect(words).toContain('Order number: the field Order number is retired.');
  expect(said(await post('/publication', {}))).toBe('refused');
  // As customers would meet it.
  expect(wordsOf(await owner.page(`${path}/preview`))).not.toContain('Topic');
});

test('a group may ask about whatever is asked before, wherever the group stands', async () => {
  const { owner, path, ask, test } = await builderDesk();
  for (const field of ['topic', 'order']) await ask(field);
  await test('order', { field: 'topic', op: 'equals', value: 'Billing' });
  await test('order', { field: 'subject', op: 'is_filled', in: 'new' });
  const page = await owner.page(`${path}/questions/order`);
  const offered = (id: string) => {
    const [, options = ''] = new RegExp(`<select id="${id}"[^>]*>(.*?)</select>`, 's').exec(page) ?? [];
    return [...options.matchAll(/value="(\w+)"/g)].map(([, key]) => key);
  };
  expect(offered('visibility-field')).toContain('topic');
  expect(offered('visibility-field-1')).toEqual(offered('visibility-field'));
});
