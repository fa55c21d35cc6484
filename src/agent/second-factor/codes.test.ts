import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { agentOf } from '../../../test/helpers/agent-of.ts';
import { atTime } from '../../../test/helpers/at-time.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { agentHost, request } from '../../../test/helpers/request.ts';
import { appCode, giveCode, recoveryCodesIn, setUpApp } from '../../../test/helpers/second-factor.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

const tickets = (cookie: string) => request(agentHost, '/tickets', { cookie });
const leadsTo = async (answer: Promise<Response>) => (await answer).headers.get('Location');
const note = { key: crypto.randomUUID(), kind: 'note', body: 'Hello', status: 'open', seen: '99' };
const wrongOf = (code: string) => (code === '000000' ? '111111' : '000000');

async function audited(tenantId: string): Promise<string[]> {
  const { results } = await env.DB.prepare('select action, detail from audit_entries where tenant_id = ? order by id')
    .bind(tenantId)
    .all<{ action: string; detail: string }>();
  return results.map(({ action, detail }) => `${action} ${detail}`);
}

/** An agent with an authenticator app, and a session that has just begun by mail. */
async function arrived() {
  const tenant = await newTenant();
  const amir = await agentOf(tenant, { name: 'Amir' });
  const first = await signIn(amir);
  const app = await setUpApp(first.cookie);
  return { tenant, amir, first, ...app, cookie: (await signIn(amir)).cookie };
}

test('once an app is set up, mail alone opens nothing; its code does', async () => {
  const { tenant, key, cookie, first } = await arrived();
  expect((await tickets(first.cookie)).status).toBe(200);
  expect(await leadsTo(tickets(cookie))).toBe('/second-factor?return_to=%2Ftickets');
  const page = await (await request(agentHost, '/second-factor?return_to=/tickets', { cookie })).text();
  expect(page).toContain('name="code"');
  expect(page).not.toContain('passkey-form');
  const passed = await giveCode(cookie, appCode(key));
  expect(passed.headers.get('Location')).toBe('/tickets');
  expect((await tickets(cookie)).status).toBe(200);
  const entries = await audited(tenant.id);
  expect(entries).toContain('second_factor.added {"what":"authenticator_app"}');
  expect(entries).toContain('second_factor.passed {"door":"authenticator_app"}');
  expect(entries).toContain('recovery_codes.made {}');
});

test('a code works once, also at twenty presses in the same moment and in another session', async () => {
  const { amir, key, cookie } = await arrived();
  const code = appCode(key);
  const answers = await Promise.all(Array.from({ length: 4 }, () => giveCode(cookie, code)));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  const other = await signIn(amir);
  expect((await giveCode(other.cookie, code)).status).toBe(422);
  expect(await leadsTo(tickets(other.cookie))).toContain('/second-factor');
});

test('a code of a minute ago, of another person, or nonsense does not fit', async () => {
  const { key, cookie } = await arrived();
  const { key: others } = await arrived();
  const tries = [appCode(key, Date.now() - 90_000), appCode(others), '', '<script>alert(1)</script>', '12345'];
  for (const code of tries) {
    const answer = await giveCode(cookie, code);
    expect(answer.status, code).toBe(422);
    expect(await answer.text()).not.toContain('<script>alert');
  }
});

test('a wrong recovery code is said at its own field, which stays open', async () => {
  const { cookie } = await arrived();
  const page = await (await giveCode(cookie, 'abcd-efgh-jkmn-pqrs')).text();
  expect(page).toContain('<a href="#recovery">That is none of your recovery codes');
  expect(page).toMatch(/<details class="recover" open/);
  expect(await (await giveCode(cookie, '123456')).text()).toContain('<a href="#code">That does not fit');
});

test('after five wrong codes a session waits a quarter of an hour, even for the right one', async () => {
  const { tenant, key, cookie } = await arrived();
  for (let i = 0; i < 5; i += 1) expect((await giveCode(cookie, wrongOf(appCode(key)))).status).toBe(422);
  expect((await giveCode(cookie, appCode(key))).status).toBe(429);
  expect(await leadsTo(tickets(cookie))).toContain('/second-factor');
  const later = Date.now() + 21 * 60_000;
  await atTime(later, async () => {
    expect((await giveCode(cookie, appCode(key, later))).status).toBe(303);
  });
  const entries = await audited(tenant.id);
  expect(entries.filter((entry) => entry === 'second_factor.failed {"door":"authenticator_app"}')).toHaveLength(5);
  expect(entries).toContain('second_factor.failed {"door":"too_many_tries"}');
});

test('new sessions bring new tries, but only twenty wrong ones a day', async () => {
  const { amir, key } = await arrived();
  const hour = (hours: number) => Date.now() + hours * 60 * 60_000;
  for (const hours of [2, 4, 6, 8]) {
    await atTime(hour(hours), async () => {
      const { cookie } = await signIn(amir);
      for (let i = 0; i < 5; i += 1) expect((await giveCode(cookie, wrongOf(appCode(key)))).status).toBe(422);
    });
  }
  const tried = async (at: number) =>
    atTime(at, async () => (await giveCode((await signIn(amir)).cookie, appCode(key, at))).status);
  expect(await tried(hour(10))).toBe(429);
  expect(await tried(hour(34))).toBe(303);
});

test('twenty wrong codes at once count as at most five', async () => {
  const { key, cookie } = await arrived();
  const wrong = wrongOf(appCode(key));
  const answers = await Promise.all(Array.from({ length: 20 }, () => giveCode(cookie, wrong)));
  expect(answers.filter(({ status }) => status === 422).length).toBe(5);
});

test('a recovery code gets in once, however it is typed, and a new set voids the old', async () => {
  const { amir, codes, cookie } = await arrived();
  expect(codes).toHaveLength(10);
  const [one = '', two = ''] = codes;
  expect((await giveCode(cookie, ` ${one.toUpperCase().replaceAll('-', ' ')} `)).status).toBe(303);
  const second = (await signIn(amir)).cookie;
  expect((await giveCode(second, one)).status).toBe(422);
  const made = await request(agentHost, '/second-factor/recovery-codes', { cookie, method: 'POST' });
  const fresh = recoveryCodesIn(await made.text());
  expect(fresh).toHaveLength(10);
  expect((await giveCode(second, two)).status).toBe(422);
  expect((await giveCode(second, fresh[0] ?? '')).status).toBe(303);
  const stored = await env.DB.prepare('select group_concat(code_hash) as all_of from agent_recovery_codes').first();
  for (const code of fresh) expect(JSON.stringify(stored)).not.toContain(code.replaceAll('-', ''));
});

test('the codes can be downloaded from the page that shows them once, which nothing keeps', async () => {
  const { amir, cookie, key } = await arrived();
  await giveCode(cookie, appCode(key));
  const made = await request(agentHost, '/second-factor/recovery-codes', { cookie, method: 'POST' });
  expect(made.headers.get('Cache-Control')).toContain('no-store');
  const html = await made.text();
  const [, href = ''] = /href="(data:text\/plain[^"]*)" download="recovery-codes.txt"/.exec(html) ?? [];
  const file = decodeURIComponent(href.split(',')[1] ?? '').split('\r\n');
  expect(file.slice(2, -1)).toEqual(recoveryCodesIn(html));
  expect(file[0]).toContain(amir.email);
  expect(await (await request(agentHost, '/second-factor/recovery-codes', { cookie })).text()).not.toContain('data:');
});

test('whoever owes the second step can send and change nothing, set nothing up, and may leave', async () => {
  const { cookie } = await arrived();
  const post = await request(agentHost, '/tickets/1001/entries', { cookie, form: note });
  expect(post.status).toBe(403);
  expect(await post.text()).toContain('still there');
  const socket = { headers: { Upgrade: 'websocket', Origin: `https://${agentHost}` } };
  expect((await request(agentHost, '/tickets/live', { cookie, ...socket })).status).toBe(401);
  for (const path of ['authenticator', 'passkeys/options', 'recovery-codes', 'authenticator/removal']) {
    const answer = await request(agentHost, `/second-factor/${path}`, { cookie, method: 'POST' });
    expect(answer.headers.get('Location'), path).toContain('/second-factor?');
  }
  expect((await request(agentHost, '/sign-out/everywhere', { cookie, method: 'POST' })).status).toBe(403);
  const out = await request(agentHost, '/sign-out', { cookie, method: 'POST' });
  expect(out.headers.get('Location')).toBe('/sign-in?said=signed-out');
  expect(await leadsTo(tickets(cookie))).toContain('/sign-in');
});

test('setting one up asks the other sessions for it, and changes ask for a recent proof', async () => {
  const amir = await agentOf(await newTenant());
  const [here, there] = [(await signIn(amir)).cookie, (await signIn(amir)).cookie];
  const { key } = await setUpApp(here);
  expect((await tickets(here)).status).toBe(200);
  expect(await leadsTo(tickets(there))).toContain('/second-factor');
  const removal = '/second-factor/authenticator/removal';
  const later = Date.now() + 16 * 60_000;
  await atTime(later, async () => {
    expect(await leadsTo(request(agentHost, removal, { cookie: here, method: 'POST' }))).toContain('/second-factor?');
    expect((await giveCode(here, appCode(key, later), removal)).headers.get('Location')).toBe(removal);
    expect(await leadsTo(request(agentHost, removal, { cookie: here, method: 'POST' }))).toContain('factor-removed');
  });
  expect((await tickets(here)).status).toBe(200);
  expect(await leadsTo(tickets(there))).toContain('/sign-in');
  expect((await tickets((await signIn(amir)).cookie)).status).toBe(200);
});

test('a first one needs a sign-in of the last quarter of an hour', async () => {
  const amir = await agentOf(await newTenant());
  const { cookie } = await signIn(amir);
  await atTime(Date.now() + 16 * 60_000, async () => {
    const answer = await request(agentHost, '/second-factor/authenticator', { cookie, method: 'POST' });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Sign in again');
  });
  const rows = await env.DB.prepare('select count(*) as n from agent_totp where email = ?').bind(amir.email).first('n');
  expect(rows).toBe(0);
});

test('where a tenant asks for one, who has none gets its set-up and nothing else', async () => {
  const tenant = await newTenant();
  const amir = await agentOf(tenant);
  const { cookie } = await signIn(amir);
  await env.DB.prepare('update tenant_settings set second_factor_required = 1 where tenant_id = ?')
    .bind(tenant.id)
    .run();
  expect(await leadsTo(tickets(cookie))).toBe('/second-factor/set-up?return_to=%2Ftickets');
  expect((await request(agentHost, '/tickets/1001/entries', { cookie, form: note })).status).toBe(403);
  const page = await (await request(agentHost, '/second-factor/set-up', { cookie })).text();
  expect(page).toContain('asks everybody who answers');
  await setUpApp(cookie);
  expect((await tickets(cookie)).status).toBe(200);
});

test('the seed is stored sealed, and one that is in use is not replaced', async () => {
  const { amir, key, first } = await arrived();
  const stored = await env.DB.prepare('select secret from agent_totp where email = ?').bind(amir.email).first('secret');
  expect(stored).not.toContain(key);
  const again = await request(agentHost, '/second-factor/authenticator', { cookie: first.cookie, method: 'POST' });
  expect(again.status).toBe(409);
  const now = await env.DB.prepare('select secret from agent_totp where email = ?').bind(amir.email).first('secret');
  expect(now).toBe(stored);
});
