import { expect, test } from 'vitest';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { accountOf, contactOf } from '../../../test/helpers/contact-of.ts';
import { newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { portalOf, textsOf, typedIn } from '../../../test/helpers/portal-page.ts';
import { fieldOf } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

async function talk() {
  const desk = await newDesk();
  const number = await desk.nora.open('The gate is stuck', 'It stays shut.');
  const path = `/requests/${number}`;
  const close = async () => desk.amir.set(number, { field: 'status', to: await desk.amir.statusId('closed') });
  return { ...desk, number, path, close, portal: portalOf(desk.nora) };
}

/** Number, side and first words of each message, in the page's order. */
const messages = (html: string) =>
  [
    ...html.matchAll(
      /<li class="entry message" id="m(\d+)" data-side="(\w+)"[\s\S]*?<div class="prose" dir="auto">([\s\S]*?)<\/div>/g,
    ),
  ].map(([, seq, side, body]) => `${seq} ${side} ${wordsOf(body ?? '').trim()}`);
const events = (html: string) =>
  textsOf(html, /<li class="entry event"[\s\S]*?<p>([\s\S]*?)<\/p>/g).map((words) => words.split(' · ')[0]);

test('messages and public events stand in order, each on its own side', async () => {
  const { tenant, contact, amir, number, path, portal } = await talk();
  const nils = await contactAtWork(await contactOf(tenant, { name: 'Nils Holm', accountId: contact.accountId }));
  await amir.reply(number, 'Is there *light*?');
  await nils.reply(number, 'There is.');
  const html = await portal.page(path);
  expect(messages(html)).toEqual(['1 own It stays shut.', '3 team Is there light ?', '5 customer There is.']);
  expect(events(html)).toEqual(['Status: Waiting for you', 'Status: Open']);
  expect(html).toContain('<bdi>Amir Haddad</bdi></h2><span class="affiliation">');
});

test('it opens at the first unread, and only until it was read', async () => {
  const { amir, number, path, portal } = await talk();
  expect(await portal.page(path)).not.toContain('id="new"');
  await amir.reply(number, 'News');
  expect(await portal.page(path)).toMatch(
    /<li class="new-since" id="new">[\s\S]*?<\/li><li class="entry message" id="m3"/,
  );
  expect(await portal.page(path)).not.toContain('id="new"');
});

test('a long thread begins near what is unread, the rest stands behind links', async () => {
  const { nora, number, path, portal } = await talk();
  for (let n = 3; n <= 60; n += 1) await nora.reply(number, `Line ${n}`);
  await portal.page(path);
  const html = await portal.page(path);
  expect(messages(html)[0]).toMatch(/^31 /);
  expect(messages(html)).toHaveLength(30);
  expect(html).toContain(
    '<a class="older" href="/requests/1001?from=1" data-older="true"><span>Show 30 earlier entries',
  );
  expect(messages(await portal.page(`${path}?from=1`))).toHaveLength(59);
});

test('reading costs one trip to the database', async () => {
  const { amir, number, path, portal } = await talk();
  await amir.reply(number, 'Yes');
  await portal.page(path);
  for (const place of [path, `${path}/updates?after=2`, '/requests/new']) {
    expect((await portal.ask(place)).headers.get('Server-Timing'), place).toMatch(/trips=1 /);
  }
});

test("another's request is not there: of the tenant next door, another account, a colleague for a member", async () => {
  const { tenant, contact, path, portal } = await talk();
  const people = [
    await contactOf(tenant),
    await contactOf(tenant, { role: 'member', accountId: contact.accountId }),
    await contactOf(await newTenant()),
  ];
  for (const person of people) {
    const other = portalOf({ signedIn: await signIn(person) });
    const workspace = (await other.filled('/requests/new', {}))['workspace'] ?? '';
    const form = { key: 'k'.repeat(22), workspace };
    for (const place of [path, `${path}/updates?after=0`]) expect((await other.ask(place)).status).toBe(404);
    expect((await other.ask(`${path}/solution`, { form })).status).toBe(404);
    const refused = await other.ask(`${path}/messages`, { form: { ...form, body: 'My words' } });
    expect(refused.status).toBe(404);
    expect(typedIn(await refused.text(), 'kept')).toBe('My words');
  }
  expect(messages(await portal.page(path))).toHaveLength(1);
});

test.each(['0', '01001', '1001.0', '1e3', '-1', '+1001', '１００１', '99999999999', 'tkt_0', '1001%00', '%31001 '])(
  'no request has the number %s',
  async (number) => {
    const { portal } = await talk();
    expect((await portal.ask(`/requests/${encodeURI(number)}`)).status).toBe(404);
  },
);

test('a reply goes out once, however often it is sent, and says so once', async () => {
  const { number, path, portal } = await talk();
  const form = await portal.filled(path, { body: 'Once' });
  const answers = await Promise.all([1, 2, 3].map(() => portal.ask(`${path}/messages`, { form })));
  expect(answers.map((answer) => answer.headers.get('Location'))).toEqual(Array(3).fill(`/requests/${number}?sent`));
  const html = await portal.page(`${path}?sent`);
  expect(messages(html)).toEqual(['1 own It stays shut.', '3 own Once']);
  expect(html).toContain('<p>Sent.</p>');
  expect(await portal.page(`${path}?sent`)).not.toContain('<p>Sent.</p>');
  await portal.ask(`${path}/messages`, { form });
  expect(messages(await portal.page(path))).toHaveLength(2);
});

test('Back and other words ask first', async () => {
  const { path, portal } = await talk();
  const form = await portal.filled(path, { body: 'First' });
  await portal.ask(`${path}/messages`, { form });
  const asked = await portal.ask(`${path}/messages`, { form: { ...form, body: 'Second' } });
  const html = await asked.text();
  expect(asked.status).toBe(409);
  expect(html).toContain('Your earlier message was sent. Send this one too?');
  expect(typedIn(html, 'body')).toBe('Second');
  const key = fieldOf(html.slice(html.indexOf('class="composer"')), 'key');
  await portal.ask(`${path}/messages`, { form: { ...form, key, body: 'Second' } });
  expect(messages(await portal.page(path))).toEqual(['1 own It stays shut.', '3 own First', '4 own Second']);
});

test('an old page never refuses a reply, and what came in between is shown', async () => {
  const { amir, number, path, portal } = await talk();
  const form = await portal.filled(path, { body: 'Mine' });
  await amir.reply(number, 'Theirs');
  expect((await portal.ask(`${path}/messages`, { form })).status).toBe(303);
  const html = await portal.page(`${path}?sent`);
  expect(messages(html)).toEqual(['1 own It stays shut.', '3 team Theirs', '5 own Mine']);
  expect(html).toContain('<a href="#new">A message came in while you were writing. Yours was sent after it.</a>');
});

test('an empty or too long reply comes back with what was typed', async () => {
  const { path, portal } = await talk();
  for (const body of [' \n ', 'z'.repeat(50_001)]) {
    const answer = await portal.ask(`${path}/messages`, { form: await portal.filled(path, { body }) });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toMatch(/<(div|section)[^>]*id="errors"[^>]*autofocus/);
    expect(typedIn(html, 'body')).toBe(body);
  }
  expect(messages(await portal.page(path))).toHaveLength(1);
});

test('the preview without script keeps the thread, the text and the key', async () => {
  const { path, portal } = await talk();
  const form = await portal.filled(path, { body: '**bold**', preview: '1' });
  const html = await (await portal.ask(`${path}/messages`, { form })).text();
  expect(html).toContain('<strong>bold</strong>');
  expect(typedIn(html, 'body')).toBe('**bold**');
  expect(fieldOf(html.slice(html.indexOf('class="composer"')), 'key')).toBe(form['key']);
  expect(messages(html)).toEqual(['1 own It stays shut.']);
});

test('the requester solves and reopens, and a reply reopens too', async () => {
  const { path, portal } = await talk();
  const keys = await portal.filled(path, {});
  expect((await portal.ask(`${path}/solution`, { form: keys })).headers.get('Location')).toBe(path);
  const solved = await portal.page(path);
  expect(events(solved)).toContain('You marked it solved');
  expect(solved).toContain('This request is solved. If it is not, reopen it or just reply.');
  expect(solved).toContain(`action="${path}/reopening"`);
  await portal.ask(`${path}/reopening`, { form: await portal.filled(path, {}) });
  expect(events(await portal.page(path))).toContain('You reopened it');
  await portal.ask(`${path}/solution`, { form: await portal.filled(path, {}) });
  await portal.ask(`${path}/messages`, { form: await portal.filled(path, { body: 'It came back' }) });
  expect(await portal.page(path)).toContain('<span class="status" data-category="open">');
});

test('a page from memory solves a request again that was reopened since', async () => {
  const { path, portal } = await talk();
  const keys = await portal.filled(path, {});
  for (const step of ['solution', 'reopening', 'solution']) await portal.ask(`${path}/${step}`, { form: keys });
  expect(await portal.page(path)).toContain('<span class="status" data-category="solved">');
});

test('a closed request takes no words but loses none: they go on in a follow-up', async () => {
  const { number, path, portal, close } = await talk();
  const form = await portal.filled(path, { body: 'Too late?' });
  await close();
  const answer = await portal.ask(`${path}/messages`, { form });
  const html = await answer.text();
  expect(answer.status).toBe(409);
  expect(html).toContain('Your text is kept below: you can send it as a follow-up.');
  expect(typedIn(html, 'body')).toBe('Too late?');
  expect(html).not.toContain('class="composer"');
  expect(html).not.toContain('Ask a follow-up');
  const part = html.slice(html.indexOf('action="/requests/new"'));
  const fields = ['key', 'workspace', 'follow_up', 'subject'].map((name) => [name, fieldOf(part, name)]);
  const sent = await portal.ask('/requests/new', { form: { ...Object.fromEntries(fields), body: 'Too late?' } });
  const followUp = await portal.page(sent.headers.get('Location') ?? '');
  expect(messages(followUp)).toEqual(['1 own Too late?']);
  expect(followUp).toContain(`<a href="/requests/${number}">#${number}</a>`);
  expect(await portal.page(path)).toContain(`href="/requests/new?follow_up=${number}"`);
});

test('a session that ended loses no reply', async () => {
  const { contact, path, portal } = await talk();
  const form = await portal.filled(path, { body: 'Nearly sent' });
  await portal.ask('/sign-out', { method: 'POST' });
  const answer = await portal.ask(`${path}/messages`, { form });
  expect(answer.status).toBe(401);
  expect(await answer.text()).toContain(`href="/sign-in?return_to=${encodeURIComponent(path)}"`);
  const again = portalOf({ signedIn: await signIn(contact) });
  const html = await again.page(path);
  expect(typedIn(html, 'body')).toBe('Nearly sent');
  expect(html).toContain('It has not been sent yet.');
  await again.ask(`${path}/messages`, { form: await again.filled(path, { body: 'Nearly sent' }) });
  expect(typedIn(await again.page(path), 'body')).toBe('');
});

test('a reply from a page of another workspace asks, whatever the button', async () => {
  const tenant = await newTenant();
  const second = await accountOf(tenant, 'Second');
  const marta = await contactOf(tenant, { also: [{ accountId: second, role: 'admin' }] });
  const first = await portalOf({ signedIn: await signIn(marta) }).enter(marta.accountId);
  const path = (await first.request('Of the first', 'x')).headers.get('Location')?.split('?')[0] ?? '';
  const form = await first.filled(path, { body: 'To the first' });
  const other = await first.enter(second);
  const asked = await other.ask(`${path}/messages`, { form });
  expect(asked.status).toBe(409);
  expect(fieldOf(await asked.text(), 'return_to')).toBe(path);
  const { body: _, ...keys } = form;
  expect((await other.ask(`${path}/solution`, { form: keys })).status).toBe(409);
  const home = await other.enter(marta.accountId);
  const html = await home.page(path);
  expect(typedIn(html, 'body')).toBe('To the first');
  expect(messages(html)).toEqual(['1 own x']);
});

test('updates bring what came after, and the head only when it changed', async () => {
  const { tenant, contact, amir, number, path, portal } = await talk();
  expect(await portal.page(path)).toContain(`data-updates="${path}/updates" data-after="2"`);
  const quiet = await portal.ask(`${path}/updates?after=2`);
  expect([quiet.status, quiet.headers.get('X-After')]).toEqual([200, '2']);
  expect(await quiet.text()).toMatch(/^<span id="thread-people">(?:(?!<\/span>).)*<\/span>$/);
  const nils = await contactAtWork(await contactOf(tenant, { accountId: contact.accountId }));
  await nils.reply(number, 'Me too');
  const one = await portal.page(`${path}/updates?after=2`);
  expect(messages(one)).toEqual(['3 customer Me too']);
  expect(one).not.toContain('id="thread-head"');
  await amir.reply(number, 'Done', { then: 'solved' });
  const answer = await portal.ask(`${path}/updates?after=3`);
  const two = await answer.text();
  expect(answer.headers.get('X-After')).toBe('5');
  expect(messages(two)).toEqual(['4 team Done']);
  expect(two).toMatch(/id="thread-head"[\s\S]*Reopen[\s\S]*id="thread-state"/);
  expect((await portal.ask(`${path}/updates?after=1e3`)).status).toBe(400);
});

test('the live thread takes sockets of its own pages only, of people who may see it', async () => {
  const { tenant, path, portal } = await talk();
  const upgrade = { Upgrade: 'websocket', Origin: `https://${portal.host}` };
  expect((await portal.ask(`${path}/live`, { headers: { ...upgrade, Origin: 'https://evil.test' } })).status).toBe(403);
  const other = portalOf({ signedIn: await signIn(await contactOf(tenant)) });
  expect((await other.ask(`${path}/live`, { headers: upgrade })).status).toBe(404);
  const answer = await portal.ask(`${path}/live`, { headers: upgrade });
  expect(answer.status).toBe(101);
  answer.webSocket?.accept();
  answer.webSocket?.close();
});
