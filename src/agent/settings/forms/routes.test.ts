import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { auditOf } from '../../../../test/helpers/account-desk.ts';
import { builderDesk, formsPage, said } from '../../../../test/helpers/builder-desk.ts';
import { wordsOf } from '../../../../test/helpers/desk-page.ts';
import { fieldOf } from '../../../../test/helpers/request.ts';

test('an owner builds a form that branches, publishes it, and customers can ask with it', async () => {
  const { owner, tenant, made, path, id, post, ask, test } = await builderDesk();
  expect(made.headers.get('Location')).toBe(`${path}?said=added`);
  expect(said(await ask('topic'))).toBe('saved');
  expect(said(await ask('order'))).toBe('saved');
  const fresh = await owner.page(`${path}/conditions/new?owner=question&id=order&part=visibility&in=&field=topic`);
  expect(wordsOf(fresh)).toContain('When to show Order number');
  expect([...fresh.matchAll(/<option value="(\w+)">\1</g)].map(([, value]) => value)).toEqual([
    'Billing',
    'Bug',
    'Other',
  ]);
  expect(said(await test('order', { field: 'topic', op: 'equals', value: 'Billing' }))).toBe('saved');
  const page = await owner.page(path);
  expect(wordsOf(page)).toContain('Show Order number when Topic is Billing');
  // Written by somebody, shown as they wrote it.
  expect(page).toContain('Report &lt;b&gt;a&lt;/b&gt; problem');
  const first = wordsOf(await owner.page(`${path}/publication`));
  expect(first).toContain('This will be version 1.');
  expect(first).not.toContain('Requests that were sent keep the version');
  expect(await owner.page(`${path}/publication`)).toMatch(/<button[^>]*>Publish</);
  expect(said(await post('/publication', {}))).toBe('published');
  expect(await owner.page(`${path}/publication`)).not.toMatch(/<button[^>]*>Publish</);
  expect(wordsOf(await owner.page(path))).toContain('Customers have version 1, exactly this.');
  expect(wordsOf(await owner.page(`${path}/versions`))).toContain('Version 1 Current');
  expect(wordsOf(await owner.page(`${path}/versions/1`))).toContain('Show Order number when Topic is Billing');
  expect((await owner.ask(`${path}/versions/2`)).status).toBe(404);
  const row = await env.DB.prepare('select slug, published_version as version from forms where id = ?')
    .bind(id)
    .first();
  expect(row).toEqual({ slug: 'report-b-a-b-problem', version: 1 });
  expect((await auditOf(tenant)).map(({ action, subject_id }) => [action, subject_id])).toEqual([
    ['form.added', id],
    ['form.changed', id],
    ['form.changed', id],
    ['form.changed', id],
    ['form.published', id],
  ]);
  expect(wordsOf(await owner.page('/settings/audit'))).toContain(
    'published the form Report <b>a</b> problem'.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  );
});

test('pressing twice makes one form', async () => {
  const { owner, tenant } = await builderDesk();
  const id = fieldOf(await owner.page(`${formsPage}/new`), 'id');
  const form = { id, name: 'Once' };
  const both = await Promise.all([owner.ask(formsPage, { form }), owner.ask(formsPage, { form })]);
  expect(new Set(both.map((one) => one.headers.get('Location')))).toEqual(new Set([`${formsPage}/${id}?said=added`]));
  const { results } = await env.DB.prepare("select id from forms where tenant_id = ? and name = 'Once'")
    .bind(tenant.id)
    .all();
  expect(results).toEqual([{ id }]);
});

test('what is wrong is said, with the way to where it is put right', async () => {
  const { owner, path, post, ask, test } = await builderDesk();
  await ask('topic');
  await ask('order');
  await test('order', { field: 'topic', op: 'equals', value: 'Billing' });
  await post('/questions/order/place', { section: 'request', to: '0' });
  const page = await owner.page(path);
  expect(wordsOf(page)).toContain('a condition asks about Topic, which comes later. Move Topic before it.');
  expect(page).toContain(`href="${path}/questions/order#visibility"`);
  expect(said(await post('/publication', {}))).toBe('refused');
  expect(wordsOf(await owner.page(`${path}/check`))).toContain('They can be listed when conditions ask about earlier');
  // Only what is asked before it is offered, and taken.
  const question = await owner.page(`${path}/questions/order`);
  expect(wordsOf(question)).toContain('Nothing is asked before it');
  expect((await test('order', { field: 'topic', op: 'equals', value: 'Bug' })).status).toBe(404);
});

test('a change onto a form that has moved on is refused, and nothing typed is lost', async () => {
  const { owner, path, seq, post, ask } = await builderDesk();
  await ask('topic');
  const stale = await seq();
  await post('/sections', { title: 'More' });
  const pressed = await owner.ask(`${path}/questions/topic/removal`, { form: { seq: stale } });
  expect(said(pressed)).toBe('stale');
  const page = await owner.page(`${path}?said=stale`);
  expect(wordsOf(page)).toContain('Somebody has changed this form since you opened the page, so nothing was changed.');
  expect(page).toContain('id="question-topic"');
  for (const [rest, form, kept] of [
    ['/texts', { intro: 'Dear customers', success: '', priority: '', team: '', tags: 'vip' }, 'Dear customers'],
    ['/sections/request', { title: 'About it', text: 'Words' }, 'About it'],
    ['/details', { name: 'Another name', slug: 'x', audience: 'all', icon: 'key' }, 'Another name'],
    ['/questions/topic', { required: 'on', initial: 'Bug' }, 'value="Bug" selected'],
    [
      '/conditions',
      { owner: 'question', id: 'topic', part: 'visibility', in: '', field: 'subject', op: 'contains', value: 'refund' },
      'value="refund"',
    ],
  ] as const) {
    const answer = await owner.ask(`${path}${rest}`, { form: { seq: stale, ...form } });
    const html = await answer.text();
    expect(answer.status, rest).toBe(422);
    expect(html, rest).toContain('Nothing is saved yet, and what you filled in is still here.');
    expect(html, rest).toContain(kept);
    // Saved from this page, it counts.
    const again = await owner.ask(`${path}${rest}`, { form: { ...form, seq: fieldOf(html, 'seq') } });
    expect(again.status, rest).toBe(303);
  }
});

test('a field that customers may not see comes along hidden, with a value', async () => {
  const { owner, path, post, ask } = await builderDesk();
  await ask('notes');
  expect(wordsOf(await owner.page(path))).toContain('Notes is hidden and has no value to bring along.');
  await post('/questions/notes', { hidden: 'on', initial: 'From the portal' });
  expect(said(await post('/publication', {}))).toBe('published');
  await post('/questions/notes', { initial: 'From the portal' });
  expect(wordsOf(await owner.page(path))).toContain('Notes: customers may not see this field.');
});

test('a way through the form becomes a test case, and one that fails keeps the form back', async () => {
  const { owner, path, post, ask, test } = await builderDesk();
  await ask('topic');
  await ask('order');
  await test('order', { field: 'topic', op: 'one_of', values: 'Billing' });
  const check = wordsOf(await owner.page(`${path}/check`));
  expect(check).toContain('Topic : Billing Asks Subject, Description, Topic (optional), Order number (optional).');
  expect(check).toContain('Topic : Bug or Other or left empty');
  const filled = await owner.page(`${path}/tests/new?way=1`);
  expect(fieldOf(filled, 'name')).toBe('Topic = Billing');
  const form = {
    id: fieldOf(filled, 'id'),
    name: 'Bills need an order',
    'answer.topic': 'Billing',
    'expect.order': 'required',
    'expect.topic': 'asked',
  };
  expect(said(await post('/tests', form))).toBe('saved');
  expect(wordsOf(await owner.page(`${path}/check`))).toContain('Bills need an order Not required: Order number.');
  expect(said(await post('/publication', {}))).toBe('refused');
  await post('/questions/order', { required: 'on' });
  expect(wordsOf(await owner.page(`${path}/check`))).toContain('Bills need an order Passes');
  expect(said(await post('/publication', {}))).toBe('published');
  expect((await owner.ask(`${path}/tests`, { form: { ...form, seq: '1', 'answer.nobody': 'x' } })).status).toBe(400);
});

test('a test of a condition is changed in its place, in words, and asks for a value only where one is compared', async () => {
  const { owner, path, ask, test } = await builderDesk();
  for (const field of ['topic', 'order']) await ask(field);
  await test('order', { field: 'topic', op: 'equals', value: 'Billing' });
  await test('order', { field: 'subject', op: 'contains', value: 'refund', in: 'new' });
  const page = await owner.page(`${path}/questions/order`);
  expect(wordsOf(page)).toContain('Change the test of Topic');
  const edits = [...page.matchAll(/href="([^"]*conditions\/new[^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
  expect(edits).toHaveLength(2);
  const one = await owner.page(edits[0] ?? '');
  expect(wordsOf(one)).toContain('Show Order number when');
  expect(one).toContain('<option value="Billing" selected');
  const inGroup = await owner.page(edits[1] ?? '');
  expect(inGroup).toMatch(/name="value"[^>]*value="refund"/);
  expect(said(await test('order', { field: 'topic', op: 'one_of', values: 'Bug', place: '0' }))).toBe('saved');
  expect(said(await test('order', { field: 'subject', op: 'is_filled', value: 'refund', in: '1', place: '0' }))).toBe(
    'saved',
  );
  expect(wordsOf(await owner.page(path))).toContain('Topic is one of Bug and Subject is filled in');
  const wrong = await test('order', { field: 'topic', op: 'one_of', values: '', place: '0' });
  const html = await wrong.text();
  expect([wrong.status, wordsOf(html).includes('Please say which value.')]).toEqual([422, true]);
  // What stood there stays until it is saved.
  expect(wordsOf(await owner.page(path))).toContain('Topic is one of Bug');
  expect(said(await test('order', { field: 'topic', op: 'equals', value: 'Bug', place: '7' }))).toBe('gone');
});

test('all or any, show or hide is one press', async () => {
  const { owner, path, post, ask, test } = await builderDesk();
  for (const field of ['topic', 'order']) await ask(field);
  await test('order', { field: 'topic', op: 'equals', value: 'Billing' });
  expect(wordsOf(await owner.page(`${path}/questions/order`))).not.toContain('of these hold');
  await test('order', { field: 'subject', op: 'contains', value: 'refund' });
  expect(await owner.page(`${path}/questions/order`)).toMatch(/name="match" value="all" aria-pressed="true"/);
  const of = { owner: 'question', id: 'order', part: 'visibility', in: '' };
  await post('/conditions/rule', { ...of, match: 'any', effect: 'show' });
  await post('/conditions/rule', { ...of, match: 'any', effect: 'hide' });
  expect(wordsOf(await owner.page(path))).toContain(
    'Hide Order number when Topic is Billing or Subject contains refund',
  );
});
