import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readSettings } from '#env.ts';
import { deliver } from '#mail/courier.ts';
import { ownerOf } from '../../../test/helpers/agent-of.ts';
import { atTime } from '../../../test/helpers/at-time.ts';
import { agentAtWork, contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { browserOf, newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { scopeOf } from '../../../test/helpers/new-tenant.ts';
import { portalOf, typedIn } from '../../../test/helpers/portal-page.ts';
import { sentMail, testEnv } from '../../../test/helpers/post-office.ts';
import { fieldOf, request } from '../../../test/helpers/request.ts';
import { viewAs } from '../../../test/helpers/view-as.ts';

const minute = 60_000;

/** Nora has asked; the request is her first message. */
async function scene() {
  const desk = await newDesk();
  const number = await desk.nora.open('The gate is stuck', 'It does not **open**.');
  const portal = portalOf(desk.nora);
  const path = (entry: number) => `/requests/${number}/messages/${entry}/revision`;
  const form = async (body: string, entry = 1) => {
    const html = await portal.page(path(entry));
    return { key: fieldOf(html, 'key'), workspace: fieldOf(html, 'workspace'), body };
  };
  const edit = async (body: string, entry = 1) => portal.ask(path(entry), { form: await form(body, entry) });
  const versions = async () => {
    const query = 'SELECT version, body FROM message_versions WHERE tenant_id = ? ORDER BY message_id, version';
    return (await env.DB.prepare(query).bind(desk.tenant.id).all()).results;
  };
  const thread = async () => portal.page(`/requests/${number}?from=1`);
  return { ...desk, number, portal, path, form, edit, versions, thread };
}

test('an own message is changed, and everybody sees that it was', async () => {
  const { tenant, contact, edit, thread, number, portal, path, versions } = await scene();
  const html = await thread();
  expect(html).toContain(`href="${path(1)}"`);
  expect(typedIn(await portal.page(path(1)), 'body')).toBe('It does not **open**.');
  const answer = await edit('It does not *close*.');
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/requests/${number}#m1`]);
  const nils = await contactAtWork(await contactOf(tenant, { accountId: contact.accountId }));
  for (const page of [await thread(), await portalOf(nils).page(`/requests/${number}?from=1`)]) {
    expect(page).toContain('It does not <em>close</em>.');
    expect(page).not.toContain('<strong>open</strong>');
    expect(page).toMatch(/<article[^>]*><header>(?:(?!<\/header>)[\s\S])*Edited /);
    expect(page).not.toContain('/versions');
  }
  expect(await versions()).toEqual([{ version: 1, body: 'It does not **open**.' }]);
});

test('agents read what it said before, each version of it', async () => {
  const { amir, edit, number } = await scene();
  await edit('Second words.');
  await edit('Third words.');
  const browser = browserOf(amir);
  const html = await browser.page(`/tickets/${number}`);
  expect(wordsOf(html)).toContain('Third words.');
  expect(wordsOf(html)).toContain('Nora Lind edited a message');
  const versions = await browser.page(`/tickets/${number}/messages/1/versions`);
  expect(wordsOf(versions)).toMatch(/Version 2.*Second words\..*Version 1.*It does not open/);
  expect((await browser.ask(`/tickets/${number}/messages/2/versions`)).status).toBe(404);
});

test('open pages learn of it: the same whisper, and the new words in the place of the old', async () => {
  const { tenant, amir, number, portal, edit } = await scene();
  await amir.reply(number, 'Which one?');
  const { webSocket } = await portal.ask(`/requests/${number}/live`, {
    headers: { Upgrade: 'websocket', Origin: `https://${portal.host}` },
  });
  const news = new Promise<string>((resolve) => {
    webSocket?.addEventListener('message', ({ data }) => {
      if (String(data).includes('"new"')) resolve(String(data));
    });
  });
  webSocket?.accept();
  const publicSeq = async () =>
    (await env.DB.prepare('SELECT public_seq FROM tickets WHERE tenant_id = ? AND number = ?')
      .bind(tenant.id, number)
      .first('public_seq')) ?? 0;
  const before = Number(await publicSeq());
  await edit('The left one does not open.');
  expect(Number(await publicSeq())).toBe(before + 1);
  const updates = await portal.ask(`/requests/${number}/updates?after=${before}`);
  expect(updates.headers.get('X-After')).toBe(String(before + 1));
  const html = await updates.text();
  expect(html).toContain('id="m1-text"');
  expect(wordsOf(/id="m1-edited"[\s\S]*?(?=<div)/.exec(html)?.[0] ?? '')).toMatch(/Edited .*Edit/);
  expect(html).toContain('The left one does not open.');
  expect(html).not.toContain('data-seq');
  const desk = await (await browserOf(amir).ask(`/tickets/${number}/updates?after=4`)).text();
  expect(desk).toMatch(/id="m1-text"[\s\S]*The left one does not open\./);
  expect(await news).toBe(`{"t":"new","after":${before + 1}}`);
  webSocket?.close();
});

test('who has read all is not told that there is something new of their own', async () => {
  const { portal, number, edit } = await scene();
  await portal.page(`/requests/${number}`);
  await edit('Other words.');
  expect(await portal.page(`/requests/${number}`)).not.toContain('id="new"');
});

test('mail that was sent stays; mail that waits goes out with the new words', async () => {
  const { tenant, contact, amir, number } = await scene();
  await amir.reply(number, 'Frist words.');
  const [owed = ''] = amir.effects.mails.splice(0).slice(-1);
  const browser = browserOf(amir);
  const entry = Number(
    /href="\/tickets\/\d+\/messages\/(\d+)\/revision"/.exec(await browser.page(`/tickets/${number}`))?.[1],
  );
  const path = `/tickets/${number}/messages/${entry}/revision`;
  const edit = async (body: string) =>
    browser.ask(path, { form: { key: fieldOf(await browser.page(path), 'key'), body } });
  expect((await edit('First words.')).headers.get('Location')).toBe(`/tickets/${number}#m${entry}`);
  const courier = { scope: await scopeOf(tenant), settings: readSettings(env), service: testEnv().EMAIL };
  await deliver(courier, owed);
  const about = () => sentMail(contact.email).filter(({ subject }) => subject.startsWith('Re:'));
  expect(about().map(({ text }) => text.includes('First words.'))).toEqual([true]);
  await edit('Second words.');
  await deliver(courier, owed);
  expect(about()).toHaveLength(1);
});

test('after ten minutes the text is shown to be copied, and nothing changes', async () => {
  const { portal, path, form, thread, versions } = await scene();
  const filled = await form('Too late.');
  const late = <T>(work: () => Promise<T>) => atTime(Date.now() + 11 * minute, work);
  expect(await late(thread)).not.toContain('/revision');
  expect((await late(() => portal.ask(path(1)))).status).toBe(409);
  const answer = await late(() => portal.ask(path(1), { form: filled }));
  expect(answer.status).toBe(409);
  const html = await answer.text();
  expect(typedIn(html, 'kept')).toBe('Too late.');
  expect(wordsOf(html)).toContain('they are over');
  expect(await versions()).toEqual([]);
});

test('a closed request keeps its words', async () => {
  const { tenant, portal, path, form, thread, versions } = await scene();
  const filled = await form('Too late.');
  await env.DB.prepare("UPDATE tickets SET category = 'closed' WHERE tenant_id = ?").bind(tenant.id).run();
  expect(await thread()).not.toContain('/revision');
  const answer = await portal.ask(path(1), { form: filled });
  expect([answer.status, typedIn(await answer.text(), 'kept')]).toEqual([409, 'Too late.']);
  expect(await versions()).toEqual([]);
});

test('nobody changes another’s words: not a colleague, an agent, who looks as somebody, or by a link', async () => {
  const { tenant, contact, amir, number, portal, path, versions } = await scene();
  await amir.reply(number, 'Which one?');
  const nils = await contactAtWork(await contactOf(tenant, { accountId: contact.accountId }));
  const form = { key: crypto.randomUUID(), workspace: contact.accountId, body: 'Intruder' };
  for (const entry of [1, 2, 3, 4, 99]) {
    expect((await portalOf(nils).ask(path(entry))).status).toBe(404);
    expect((await portalOf(nils).ask(path(entry), { form })).status).toBe(404);
    if (entry !== 1) expect((await portal.ask(path(entry), { form })).status).toBe(404);
  }
  const agentForm = { key: crypto.randomUUID(), body: 'Intruder' };
  expect((await browserOf(amir).ask(`/tickets/${number}/messages/1/revision`, { form: agentForm })).status).toBe(404);
  const cookie = await viewAs(await agentAtWork(ownerOf(tenant)), contact);
  expect((await request(tenant.host, path(1), { cookie })).status).toBe(404);
  expect((await request(tenant.host, path(1), { cookie, form })).status).toBe(403);
  expect(await (await request(tenant.host, `/requests/${number}`, { cookie })).text()).not.toContain('/revision');
  expect(await versions()).toEqual([]);
});

test('a form sent twice makes one version, and the same words make none', async () => {
  const { portal, path, form, edit, versions } = await scene();
  const filled = await form('Once.');
  const answers = await Promise.all([1, 2].map(() => portal.ask(path(1), { form: filled })));
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect((await edit('Once.')).status).toBe(303);
  expect(await versions()).toHaveLength(1);
});

test('faulty words come back; a preview saves nothing', async () => {
  const { portal, path, form, versions } = await scene();
  expect((await portal.ask(path(1), { form: await form('  ') })).status).toBe(422);
  expect((await portal.ask(path(1), { form: await form('x'.repeat(50_001)) })).status).toBe(422);
  const filled = { ...(await form('**bold** <script>alert(1)</script>')), preview: '1' };
  const html = await (await portal.ask(path(1), { form: filled })).text();
  expect(html).toContain('<strong>bold</strong>');
  expect(html).not.toContain('<script>alert');
  for (const extra of [{ account_id: 'x' }, { entry: '2' }])
    expect((await portal.ask(path(1), { form: { ...(await form('B')), ...extra } })).status).toBe(400);
  expect(await versions()).toEqual([]);
});
