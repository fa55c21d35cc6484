import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { auditOf } from '../../../../test/helpers/account-desk.ts';
import { builderDesk, formsPage, said } from '../../../../test/helpers/builder-desk.ts';
import { wordsOf } from '../../../../test/helpers/desk-page.ts';
import { storeField } from '../../../../test/helpers/form-office.ts';
import { fieldOf } from '../../../../test/helpers/request.ts';

test('the difference says what customers will get, before they get it', async () => {
  const { owner, path, post, ask, test } = await builderDesk();
  await ask('topic');
  await post('/publication', {});
  await ask('order');
  await test('order', { field: 'topic', op: 'not', value: 'Bug' });
  await post('/questions/topic', { required: 'on' });
  const page = wordsOf(await owner.page(`${path}/publication`));
  expect(page).toContain('Topic is required');
  expect(page).toContain('Asks Order number');
  expect(page).toContain('Show Order number when Topic is not Bug');
  expect(wordsOf(await owner.page(path))).toContain('Customers have version 1. 3 changes are not published.');
  expect(said(await post('/discarding', {}))).toBe('discarded');
  expect(wordsOf(await owner.page(path))).toContain('Customers have version 1, exactly this.');
});

test('the preview is the portal’s own form in the tenant’s look, and stores nothing', async () => {
  const { owner, tenant, path, post, ask, test } = await builderDesk();
  await ask('topic');
  await ask('order');
  await post('/questions/order', { required: 'on' });
  await test('order', { field: 'topic', op: 'equals', value: 'Billing' });
  const page = await owner.page(`${path}/preview?width=360`);
  expect(page).toContain('data-width="360"');
  expect(page).toMatch(/<div class="question" data-question="order" hidden/);
  const filled = { subject: 'Hello', body: 'World', topic: 'Billing', order: '', shown: fieldOf(page, 'shown') };
  const step = await owner.ask(`${path}/preview`, { form: { ...filled, continue: '1' } });
  expect(await step.text()).toMatch(/<div class="question" data-question="order" data-new/);
  const shown = 'subject body topic order';
  const missing = await owner.ask(`${path}/preview`, { form: { ...filled, shown } });
  expect([missing.status, wordsOf(await missing.text()).includes('Order number: Please fill this in.')]).toEqual([
    422,
    true,
  ]);
  const done = await owner.ask(`${path}/preview`, { form: { ...filled, order: 'A-1', shown } });
  expect(wordsOf(await done.text())).toContain('The request would be sent now.');
  await storeField(tenant, 'photo', 'file', { label: 'Photo' });
  await ask('photo');
  await post('/questions/photo', { required: 'on' });
  expect(await owner.page(`${path}/preview`)).toMatch(/Photo<\/label><input type="file"[^>]* disabled/);
  const complete = { ...filled, order: 'A-1', shown: `${shown} photo` };
  expect((await owner.ask(`${path}/preview`, { form: complete })).status).toBe(200);
  const { results } = await env.DB.prepare("select id from tickets where subject = 'Hello'").all();
  expect(results).toEqual([]);
});

test('who may use it: accounts by name, tiers, a role; the address is fixed once customers may have it', async () => {
  const { owner, path, post, nora, tenant, id } = await builderDesk();
  const account = await env.DB.prepare('select name from accounts where id = ?')
    .bind(nora.accountId)
    .first<{ name: string }>();
  const details = {
    name: 'Form',
    slug: 'my-form',
    description: '',
    icon: 'key',
    group: 'Office',
    accounts: '',
    tiers: '',
    roles: 'admin',
  };
  const audienceOf = async () =>
    (await env.DB.prepare('select audience from forms where id = ?').bind(id).first<{ audience: string }>())?.audience;
  const unclear = await post('/details', {
    ...details,
    audience: 'accounts',
    accounts: `${account?.name}\nNobody Ltd`,
  });
  expect([unclear.status, wordsOf(await unclear.text()).includes('Not one account each: Nobody Ltd.')]).toEqual([
    422,
    true,
  ]);
  expect(said(await post('/details', { ...details, audience: 'accounts', accounts: `${account?.name}` }))).toBe(
    'saved',
  );
  expect(await audienceOf()).toBe(JSON.stringify({ kind: 'accounts', accounts: [nora.accountId] }));
  expect(await owner.page(`${path}/details`)).toContain(account?.name);
  await post('/details', { ...details, audience: 'tiers', tiers: 'Gold\n\nSilver\nGold' });
  expect(await audienceOf()).toBe('{"kind":"tiers","tiers":["Gold","Silver"]}');
  expect((await post('/details', { ...details, audience: 'tiers' })).status).toBe(422);
  await post('/details', { ...details, audience: 'roles', roles: 'member' });
  expect(await audienceOf()).toBe('{"kind":"roles","roles":["member"]}');
  expect((await post('/details', { ...details, audience: 'all', slug: 'Not / this' })).status).toBe(422);
  expect((await post('/details', { ...details, audience: 'all', slug: 'request' })).status).toBe(422);
  await post('/publication', {});
  await post('/details', { ...details, audience: 'all', slug: 'another' });
  expect(await env.DB.prepare('select slug from forms where id = ?').bind(id).first()).toEqual({ slug: 'my-form' });
  expect(JSON.stringify(await auditOf(tenant))).not.toContain('Office');
});

test('forms are put in order, copied, retired and taken back; the default stays', async () => {
  const { owner, path, post, id } = await builderDesk();
  const names = async () =>
    [...(await owner.page(formsPage)).matchAll(/<bdi>([^<]+)<\/bdi><\/a>/g)].map(([, name]) => name);
  const before = await names();
  await owner.ask(`${path}/place`, { form: { what: 'form', to: 'up' } });
  expect(await names()).toEqual(before.toReversed());
  const copy = fieldOf(/copies"[\s\S]*?<\/form>/.exec(await owner.page(path))?.[0] ?? '', 'id');
  expect(said(await owner.ask(`${path}/copies`, { form: { id: copy } }))).toBe('copied');
  expect(await names()).toHaveLength(3);
  expect(said(await owner.ask(`${path}/default`, { form: {} }))).toBe('not-default');
  await post('/publication', {});
  expect(said(await owner.ask(`${path}/default`, { form: {} }))).toBe('default');
  expect(said(await owner.ask(`${path}/retirement`, { form: {} }))).toBe('gone');
  expect(said(await owner.ask(`${formsPage}/${copy}/retirement`, { form: {} }))).toBe('retired');
  expect(wordsOf(await owner.page(formsPage))).toContain('Nobody can begin a request with these.');
  expect(said(await owner.ask(`${formsPage}/${copy}/restoration`, { form: {} }))).toBe('restored');
  expect(await env.DB.prepare('select is_default from forms where id = ?').bind(id).first()).toEqual({ is_default: 1 });
});

test('no page of ours sends what is not on it', async () => {
  const { owner, path, post, ask } = await builderDesk();
  await ask('topic');
  for (const [rest, form] of [
    ['/questions', { section: 'request', field: 'nobody' }],
    ['/questions/topic/place', { section: 'request', to: '-1' }],
    ['/questions/body', { required: 'on' }],
    [
      '/conditions',
      { owner: 'question', id: 'topic', part: 'visibility', in: '', field: 'subject', op: 'greater', value: '3' },
    ],
    ['/conditions/rule', { owner: 'tenant', id: 'topic', part: 'visibility', in: '', match: 'all' }],
    ['/sections/request', { title: 'x', text: '', audience: 'all' }],
    ['/details', { name: 'x', slug: 'x', audience: 'nobody' }],
  ] as const)
    expect((await post(rest, form)).status, rest).toBe(400);
  for (const rest of [
    '/questions/nobody',
    '/sections/nobody',
    '/tests/nobody',
    '/tests/new?way=99',
    '/conditions/new?owner=question',
    '/versions/x',
  ])
    expect((await owner.ask(`${path}${rest}`)).status, rest).toBe(404);
  expect(said(await post('/questions', { section: 'nowhere', field: 'order' }))).toBe('gone');
  expect(said(await ask('topic'))).toBe('taken');
  expect(said(await post('/questions/subject/removal', {}))).toBe('always');
  expect(said(await post('/sections/request/removal', {}))).toBe('always');
  const long = await post('/sections/request', { title: '\u202e'.repeat(3) + 'x'.repeat(201), text: '' });
  expect([long.status, wordsOf(await long.text()).includes('Please keep this to 200 characters.')]).toEqual([
    422,
    true,
  ]);
});

test('texts are previewed by the renderer of the portal, and not saved by that', async () => {
  const { owner, path, post } = await builderDesk();
  const texts = { priority: '', team: '', tags: '' };
  const answer = await post('/texts', { ...texts, intro: '**Hallo** <script>x</script>', success: '', preview: '1' });
  const html = await answer.text();
  expect([answer.status, html.includes('<strong>Hallo</strong> &lt;script&gt;x')]).toEqual([200, true]);
  expect(html).toContain('**Hallo** &lt;script&gt;');
  expect(await owner.page(`${path}/texts`)).not.toContain('Hallo');
});
