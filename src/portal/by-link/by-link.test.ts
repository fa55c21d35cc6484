import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { atTime } from '../../../test/helpers/at-time.ts';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { accountOf, contactOf } from '../../../test/helpers/contact-of.ts';
import { wordsOf } from '../../../test/helpers/desk-page.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { typedIn } from '../../../test/helpers/portal-page.ts';
import { sentMail } from '../../../test/helpers/post-office.ts';
import { cookiesOf, fieldOf, request } from '../../../test/helpers/request.ts';
import { type Mailed, mailed, mailedLink } from '../../../test/helpers/ticket-link.ts';

const day = 24 * 60 * 60 * 1000;

async function everything(): Promise<string> {
  const tables = ['ticket_links', 'sessions', 'memberships', 'read_marks', 'messages', 'events', 'tickets', 'outbox'];
  const all = await env.DB.batch(tables.map((table) => env.DB.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`)));
  return JSON.stringify(all.map(({ results }) => results));
}

async function messagesOf(tenantId: string) {
  const query = "SELECT author_id, body, via FROM messages WHERE tenant_id = ? AND author_kind = 'contact' ORDER BY id";
  return (await env.DB.prepare(query).bind(tenantId).all()).results;
}

const set = (sql: string, ...values: (string | number)[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();

test('the link of a mail opens its request at once, says whose it is, and lets them answer', async () => {
  const { ask, page, reply, path, number, contact, tenant } = await mailed();
  expect(path).toMatch(/^\/r\/[\w-]{43}$/);
  const answer = await ask();
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
    'referrer-policy': 'strict-origin',
  });
  const words = wordsOf(await answer.text());
  expect(words).toContain(`#${number}`);
  expect(words).toContain('Is it the left one?');
  expect(words).toContain(`This page was opened by the link of a mail to ${contact.email}`);
  expect((await reply('Yes, the left one.')).headers.get('Location')).toBe(`${path}?sent`);
  expect(wordsOf(await page('?sent'))).toMatch(/by the link in a mail.*Yes, the left one\..*Sent\./);
  expect((await messagesOf(tenant.id)).at(-1)).toEqual({
    author_id: contact.id,
    body: 'Yes, the left one.',
    via: 'link',
  });
});

test('opening it changes nothing, so a scanner of mail may do it as often as it likes', async () => {
  const { ask } = await mailed();
  const before = await everything();
  for (const method of ['GET', 'HEAD', 'GET']) expect((await ask('', { method })).status).toBe(200);
  expect(await everything()).toBe(before);
});

test('it opens no list, no other request and no settings, and gives no session', async () => {
  const { ask, page, tenant, other, number } = await mailed();
  const answer = await ask();
  expect(cookiesOf(answer)).toBe('');
  const html = await page();
  for (const words of ['Something else entirely', `/requests/${other}`, '/settings', '/solution', 'data-live'])
    expect(html).not.toContain(words);
  for (const path of ['/', `/requests/${number}`, `/requests/${other}`, '/settings'])
    expect((await request(tenant.host, path)).headers.get('Location')).toMatch(/^\/sign-in/);
  for (const at of ['/solution', '/reopening', '/live', '/updates', '/reading'])
    expect([404, 405]).toContain((await ask(at, { form: {} })).status);
});

test('it shows people by name, and of nobody but its holder the address', async () => {
  const { tenant, amir, number, contact, page } = await mailed();
  const nils = await contactAtWork(await contactOf(tenant, { name: 'Nils Berg', accountId: contact.accountId }));
  await nils.reply(number, 'The right one too.');
  const html = await page();
  expect(html).toContain('Nils Berg');
  expect(html).not.toContain(nils.signedIn.person.email);
  // Nobody knows who reads.
  expect(html).not.toContain('<bdi>You</bdi>');
  expect(html).not.toContain(amir.signedIn.person.email);
});

test('what follows an older request does not name that one', async () => {
  const { tenant, amir, nora, contact, other } = await mailed();
  const number = await nora.open('Once more');
  const earlier = '(SELECT id FROM tickets WHERE tenant_id = ? AND number = ?)';
  const { id } = tenant;
  await set(`UPDATE tickets SET follow_up_of = ${earlier} WHERE tenant_id = ? AND number = ?`, id, other, id, number);
  await amir.reply(number, 'Again?');
  const path = await mailedLink(tenant, amir, contact.email);
  const { cookie } = nora.signedIn;
  expect(await (await request(tenant.host, `/requests/${number}`, { cookie })).text()).toContain(`#${other}`);
  const answer = await request(tenant.host, path);
  expect(answer.status).toBe(200);
  expect(await answer.text()).not.toContain(`#${other}`);
});

test.each([
  [
    'the tenant has switched such links off',
    (x: Mailed) => set('UPDATE tenant_settings SET ticket_links = 0 WHERE tenant_id = ?', x.tenant.id),
  ],
  ['its holder was disabled', (x: Mailed) => set("UPDATE contacts SET state = 'disabled' WHERE id = ?", x.contact.id)],
  [
    'its holder lost the account',
    (x: Mailed) => set("UPDATE memberships SET role = 'none' WHERE contact_id = ?", x.contact.id),
  ],
  [
    'its holder sees only their own now, and is not on the request',
    async (x: Mailed) => {
      await set("UPDATE memberships SET role = 'member' WHERE contact_id = ?", x.contact.id);
      await set('DELETE FROM ticket_people WHERE contact_id = ?', x.contact.id);
    },
  ],
  [
    'the request moved to another account',
    async (x: Mailed) =>
      set('UPDATE tickets SET account_id = ? WHERE tenant_id = ?', await accountOf(x.tenant), x.tenant.id),
  ],
])('it opens nothing once %s, and what was written is shown to be copied', async (_why, change) => {
  const it = await mailed();
  const form = await it.form('Words that must not be lost');
  await change(it);
  for (const at of ['', '?from=1']) expect((await it.ask(at)).status).toBe(410);
  const before = await everything();
  const answer = await it.ask('/messages', { form });
  expect(answer.status).toBe(410);
  const html = await answer.text();
  expect(typedIn(html, 'kept')).toBe('Words that must not be lost');
  expect(html).not.toContain('The gate is stuck');
  expect(html).not.toContain(it.contact.email);
  expect((await it.ask('/preview', { form })).status).toBe(410);
  expect((await it.ask('/revocation', { form: {} })).status).toBe(410);
  expect(await everything()).toBe(before);
});

test('it lasts thirty days, says so after, and leads to the request by signing in', async () => {
  const { ask, number } = await mailed();
  const at = (now: number) => atTime(now, () => ask());
  expect((await at(Date.now() + 29 * day)).status).toBe(200);
  const late = await at(Date.now() + 31 * day);
  expect(late.status).toBe(410);
  const html = await late.text();
  expect(wordsOf(html)).toContain('open a request for 30 days');
  expect(fieldOf(html, 'return_to')).toBe(`/requests/${number}`);
});

test('a link that nobody sent is unknown, and one works at its own portal only', async () => {
  const { path, tenant } = await mailed();
  for (const unknown of [`/r/${'A'.repeat(43)}`, '/r/x', '/r/%3Cscript%3Ealert(1)', `${path}A`]) {
    const answer = await request(tenant.host, unknown);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('<script>alert');
  }
  const globex = await newTenant();
  expect((await request(globex.host, path)).status).toBe(404);
  expect(
    (await request(globex.host, `${path}/messages`, { form: { key: 'k'.repeat(20), body: 'Intruder' } })).status,
  ).toBe(404);
});

test('its hash, which the database holds, opens nothing', async () => {
  const { tenant } = await mailed();
  const { results } = await env.DB.prepare('SELECT hash FROM ticket_links WHERE tenant_id = ?').bind(tenant.id).all();
  expect(results).toHaveLength(1);
  expect((await request(tenant.host, `/r/${results[0]?.['hash']}`)).status).toBe(404);
});

test('each mail has a link of its own, none where the tenant wants none, and agents’ mails have none', async () => {
  const { tenant, amir, nora, contact, number, path } = await mailed();
  await amir.reply(number, 'And?');
  const second = await mailedLink(tenant, amir, contact.email);
  expect(second).not.toBe(path);
  expect((await request(tenant.host, path)).status).toBe(200);
  await set('UPDATE tenant_settings SET ticket_links = 0 WHERE tenant_id = ?', tenant.id);
  await amir.reply(number, 'Hello?');
  expect(await mailedLink(tenant, amir, contact.email)).toBe(`/requests/${number}`);
  const made = env.DB.prepare('SELECT count(*) AS n FROM ticket_links WHERE tenant_id = ?').bind(tenant.id);
  expect(await made.first('n')).toBe(2);
  await nora.reply(number, 'Here I am.');
  expect(sentMail(amir.signedIn.person.email).every(({ text }) => !text.includes('/r/'))).toBe(true);
});

test('two presses are one reply; other words in the same form are asked about', async () => {
  const { ask, form, tenant } = await mailed();
  const filled = await form('Twice pressed.');
  const answers = await Promise.all([ask('/messages', { form: filled }), ask('/messages', { form: filled })]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  const other = await ask('/messages', { form: { ...filled, body: 'Something else.' } });
  expect(other.status).toBe(409);
  const html = await other.text();
  expect(typedIn(html, 'body')).toBe('Something else.');
  expect(fieldOf(html, 'key')).not.toBe(filled.key);
  expect(
    (await messagesOf(tenant.id)).map(({ body }) => body).filter((body) => body === 'Twice pressed.'),
  ).toHaveLength(1);
});

test('faulty words come back with what is wrong; a preview sends nothing', async () => {
  const { ask, form, tenant } = await mailed();
  const before = await messagesOf(tenant.id);
  expect((await ask('/messages', { form: await form('  ') })).status).toBe(422);
  const long = await ask('/messages', { form: await form('x'.repeat(50_001)) });
  expect(long.status).toBe(422);
  const filled = await form('**bold** <script>alert(1)</script>');
  const preview = await ask('/messages', { form: { ...filled, preview: '1' } });
  expect(preview.status).toBe(200);
  const html = await preview.text();
  expect(html).toContain('<strong>bold</strong>');
  expect(html).not.toContain('<script>alert');
  expect(await (await ask('/preview', { form: filled })).text()).toContain('<strong>bold</strong>');
  for (const extra of [{ workspace: 'acc_x' }, { account_id: 'x' }])
    expect((await ask('/messages', { form: { ...filled, ...extra } })).status).toBe(400);
  expect(await messagesOf(tenant.id)).toEqual(before);
});

test('a post from another site is refused', async () => {
  const { ask, form, tenant } = await mailed();
  const before = await messagesOf(tenant.id);
  const filled = await form('Forged');
  for (const headers of [{ Origin: 'https://evil.test' }, { Origin: null }, { 'Sec-Fetch-Site': 'cross-site' }])
    expect((await ask('/messages', { form: filled, headers })).status).toBe(403);
  expect(await messagesOf(tenant.id)).toEqual(before);
});

test('a closed request takes no reply; the words stay', async () => {
  const { ask, form, tenant, page } = await mailed();
  const filled = await form('Too late?');
  await set("UPDATE tickets SET category = 'closed' WHERE tenant_id = ?", tenant.id);
  const answer = await ask('/messages', { form: filled });
  expect(answer.status).toBe(409);
  expect(typedIn(await answer.text(), 'kept')).toBe('Too late?');
  expect(await page()).not.toContain('name="body"');
});
