import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { portalApp } from '#app.ts';
import { run } from '#db/run.ts';
import { keepDraft } from '#identity/drafts/keep-draft.ts';
import { agentOf } from '../../../test/helpers/agent-of.ts';
import { atTime } from '../../../test/helpers/at-time.ts';
import { agentAtWork, newKey } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { browserOf, newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { newTenant, scopeOf } from '../../../test/helpers/new-tenant.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { cookiesOf, fieldOf, request } from '../../../test/helpers/request.ts';
import { multipartOf } from '../../../test/helpers/uploads.ts';
import { viewAs, viewLink } from '../../../test/helpers/view-as.ts';
import { portalCases } from '../../../test/isolation/cases.ts';

const minute = 60_000;

async function lookingAtNora() {
  const desk = await newDesk();
  const number = await desk.nora.open('The gate is stuck');
  await desk.amir.reply(number, 'We are looking into it.');
  const cookie = await viewAs(desk.amir, desk.contact);
  return { ...desk, number, cookie, ...portalOf({ signedIn: { ...desk.nora.signedIn, cookie } }) };
}

/** All that a look could have moved. */
async function everything(): Promise<string> {
  const tables = ['sessions', 'memberships', 'contacts', 'read_marks', 'drafts', 'messages', 'events', 'tickets'];
  tables.push('submissions', 'outbox', 'contact_addresses', 'ticket_links', 'audit_entries');
  const all = await env.DB.batch(tables.map((table) => env.DB.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`)));
  return JSON.stringify(all.map(({ results }) => results));
}

async function audited(tenantId: string) {
  const query = `SELECT action, actor_kind, actor_id, account_id, subject_id, detail FROM audit_entries
    WHERE tenant_id = ? AND action LIKE 'view_as.%' ORDER BY id`;
  return (await env.DB.prepare(query).bind(tenantId).all()).results;
}

test('an agent sees what the contact sees, under a banner that says whom and until when', async () => {
  const { page, number } = await lookingAtNora();
  const list = wordsOf(await page('/'));
  expect(list).toContain('The gate is stuck');
  expect(list).toMatch(/You see this portal as Nora Lind \( ?Customer \d+ ?\)\. Nothing can be changed\. Ends at \d/);
  const thread = await page(`/requests/${number}`);
  expect(wordsOf(thread)).toContain('We are looking into it.');
  expect(wordsOf(thread)).toContain('You see this portal as Nora Lind');
  expect(thread).not.toContain('name="body"');
  expect(thread).not.toContain('/solution');
});

test('every page says it, also those around the requests and those of problems', async () => {
  const { ask } = await lookingAtNora();
  for (const path of ['/', '/requests/new', '/settings', '/workspaces', '/requests/99999', '/nowhere']) {
    const html = await (await ask(path)).text();
    expect(html, path).toContain('class="view-banner"');
    expect(html, path).toContain('action="/view-as/end"');
  }
});

test('no route of the portal takes a write, and none leaves a trace', async () => {
  const { ask, number, contact } = await lookingAtNora();
  const before = await everything();
  const posts = portalApp.routes.filter(({ method }) => method === 'POST').map(({ path }) => path);
  const ways = ['/sign-out', '/view-as/end', '/view-as/:token'];
  for (const path of new Set(posts.filter((one) => !ways.includes(one)))) {
    const it = portalCases[`POST ${path}`];
    const target = { number, workspace: contact.accountId };
    const form = it && 'form' in it && it.form ? it.form(target) : {};
    const answer = await ask(path.replace(':number', `${number}`).replace(/:\w+/g, 'x'), { form });
    expect(answer.status, path).toBe(403);
    expect(wordsOf(await answer.text()), path).toContain('Nothing can be changed here');
  }
  expect(await everything()).toBe(before);
});

test('looking changes nothing: no read mark, no last sight, and unsent words stay unseen', async () => {
  const { page, number, contact, tenant } = await lookingAtNora();
  const scope = await scopeOf(tenant);
  const draft = { key: 'k'.repeat(20), workspace: contact.accountId, body: 'My own unsent words' };
  await run(scope.db, { kept: keepDraft(scope, contact.id, `/requests/${number}`, draft) });
  const before = await everything();
  const pages = ['/', `/requests/${number}`, `/requests/${number}/updates?after=0`, '/settings', '/requests/new'];
  await atTime(Date.now() + 20 * minute, async () => {
    for (const path of pages) expect(await page(path)).not.toContain('My own unsent words');
  });
  expect(await everything()).toBe(before);
});

test('a file that the contact has not sent is theirs alone', async () => {
  const { ask, nora } = await lookingAtNora();
  const body = multipartOf({ upload_key: newKey(), name: 'files' }, [{ name: 'file', file: 'a.txt', bytes: 'mine' }]);
  const line = await (await portalOf(nora).ask('/uploads', { body })).text();
  const path = `/files/${/value="(att_[0-9a-z]{26})"/.exec(line)?.[1]}`;
  expect([(await portalOf(nora).ask(path)).status, (await ask(path)).status]).toEqual([200, 404]);
});

test('where the contact is signed in stays theirs to know', async () => {
  const { page } = await lookingAtNora();
  expect(await page('/settings')).not.toContain('/sign-out/everywhere');
});

test('nor does a look read the history of the account: who signs in, and from where', async () => {
  const { ask, page, nora } = await lookingAtNora();
  expect((await portalOf(nora).ask('/members/history')).status).toBe(200);
  for (const path of ['/members/history', '/members/history?group=signIn'])
    expect((await ask(path)).status, path).toBe(404);
  expect(await page('/members')).not.toContain('/members/history');
});

test('nobody sees an agent come: no socket opens, and no page asks for one', async () => {
  const { ask, page, number, host } = await lookingAtNora();
  const headers = { Upgrade: 'websocket', Origin: `https://${host}` };
  for (const path of ['/live', `/requests/${number}/live`]) {
    expect((await ask(path, { headers })).status).toBe(403);
  }
  expect(await page('/')).not.toContain('data-live');
  expect(await page(`/requests/${number}`)).not.toContain('data-live');
});

test('it ends after half an hour, however much one looks', async () => {
  const { ask } = await lookingAtNora();
  const now = Date.now();
  for (const at of [10, 20, 29]) {
    expect(await atTime(now + at * minute, () => ask('/').then(({ status }) => status))).toBe(200);
  }
  const after = await atTime(now + 31 * minute, () => ask('/'));
  expect(after.headers.get('Location')).toMatch(/^\/sign-in/);
});

test.each([
  ['the agent is disabled', "UPDATE agents SET state = 'disabled' WHERE id = ?", 'agent'],
  ['the contact is disabled', "UPDATE contacts SET state = 'disabled' WHERE id = ?", 'contact'],
  ['the contact loses the account', "UPDATE memberships SET role = 'none' WHERE contact_id = ?", 'contact'],
] as const)('it ends at once when %s', async (_what, change, whose) => {
  const { ask, amir, contact } = await lookingAtNora();
  const id = whose === 'agent' ? amir.claim.agentId : contact.id;
  await env.DB.prepare(change).bind(id).run();
  expect((await ask('/')).headers.get('Location')).toMatch(/^\/sign-in/);
});

test('it ends when the contact signs out everywhere, and ending it ends no session of theirs', async () => {
  const first = await lookingAtNora();
  const own = portalOf(first.nora);
  expect((await first.ask('/view-as/end', { form: {} })).headers.get('Location')).toBe('/view-as/end');
  expect((await first.ask('/')).status).toBe(303);
  expect((await own.ask('/')).status).toBe(200);
  const cookie = await viewAs(first.amir, first.contact);
  await own.ask('/sign-out/everywhere', { form: {} });
  expect((await first.ask('/', { cookie })).headers.get('Location')).toMatch(/^\/sign-in/);
});

test('it ends when the agent signs out everywhere', async () => {
  const { ask, amir } = await lookingAtNora();
  expect((await browserOf(amir).ask('/sign-out/everywhere', { form: {} })).status).toBe(303);
  expect((await ask('/')).headers.get('Location')).toMatch(/^\/sign-in/);
});

test('the audit tells who looked as whom in which account, and when it was over', async () => {
  const { ask, tenant, amir, contact } = await lookingAtNora();
  await ask('/view-as/end', { form: {} });
  const who = { actor_kind: 'agent', actor_id: amir.claim.agentId };
  const whom = { account_id: contact.accountId, subject_id: contact.id };
  expect(await audited(tenant.id)).toEqual([
    { action: 'view_as.started', ...who, ...whom, detail: '{}' },
    { action: 'view_as.ended', ...who, ...whom, detail: '{"by":"agent"}' },
  ]);
});

test('signing out of it is an end like any other', async () => {
  const { ask, tenant } = await lookingAtNora();
  await ask('/sign-out', { form: {} });
  expect((await ask('/')).status).toBe(303);
  expect((await audited(tenant.id)).map(({ action }) => action)).toEqual(['view_as.started', 'view_as.ended']);
});

test('a link opens one session, however often it is pressed at once', async () => {
  const { amir, contact, tenant } = await newDesk();
  const path = await viewLink(amir, contact);
  const press = () =>
    request(tenant.host, path, { form: { attempt: crypto.randomUUID().replaceAll('-', '').slice(0, 22) } });
  const answers = await Promise.all(Array.from({ length: 20 }, press));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 410)).toHaveLength(19);
  expect(await audited(tenant.id)).toHaveLength(1);
});

test('a press that comes again gets the same session; opening the link uses nothing up; a minute later it is dead', async () => {
  const { amir, contact, tenant } = await newDesk();
  const path = await viewLink(amir, contact);
  for (const method of ['GET', 'HEAD', 'GET']) expect((await request(tenant.host, path, { method })).status).toBe(200);
  const attempt = fieldOf(await (await request(tenant.host, path)).text(), 'attempt');
  const press = () => request(tenant.host, path, { form: { attempt } });
  const first = cookiesOf(await press());
  expect(cookiesOf(await press())).toBe(first);
  expect((await request(tenant.host, path)).status).toBe(410);
  const late = await viewLink(amir, contact);
  expect(
    await atTime(Date.now() + 61_000, () => request(tenant.host, late, { form: {} })).then(({ status }) => status),
  ).toBe(410);
});

test('a link is good at its own portal only', async () => {
  const { amir, contact } = await newDesk();
  const path = await viewLink(amir, contact);
  const globex = await newTenant();
  expect((await request(globex.host, path)).status).toBe(404);
  expect((await request(globex.host, path, { form: {} })).status).toBe(404);
  expect((await request(contact.tenant.host, `/view-as/${'A'.repeat(43)}`)).status).toBe(404);
  expect((await request(contact.tenant.host, '/view-as/%3Cscript%3E')).status).toBe(404);
});

test('an agent who has looked can sign in as themself once it is over', async () => {
  const { ask } = await lookingAtNora();
  await env.DB.prepare("UPDATE sessions SET ended_at = 1 WHERE kind = 'view-as'").run();
  const answer = await ask('/sign-in');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Set-Cookie')).toMatch(/^__Host-session=; Max-Age=0/);
  expect(await answer.text()).not.toContain('view-banner');
});

test('names are text', async () => {
  const { tenant } = await newDesk();
  const amir = await agentAtWork(await agentOf(tenant, { name: '<b>Amir</b>' }));
  const nora = await contactOf(tenant, { name: '<script>alert(1)</script>\u202Egnal' });
  const asked = await (await request(tenant.host, await viewLink(amir, nora))).text();
  const cookie = await viewAs(amir, nora);
  const seen = await (await request(tenant.host, '/', { cookie })).text();
  for (const html of [asked, seen]) expect(html).not.toMatch(/<script>alert|<b>Amir/);
});
