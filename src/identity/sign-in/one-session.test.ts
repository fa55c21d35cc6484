import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { agentOf } from '../../../test/helpers/agent-of.ts';
import { atTime } from '../../../test/helpers/at-time.ts';
import { contactOf, type TestContact } from '../../../test/helpers/contact-of.ts';
import { newTenant, scopeOf, type TestTenant } from '../../../test/helpers/new-tenant.ts';
import { newestSignInMail, testEnv } from '../../../test/helpers/post-office.ts';
import { agentHost, cookiesOf, fieldOf, request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';
import { newAttempt } from './challenge.ts';
import { sweepSignIn } from './sweep-sign-in.ts';

const minute = 60_000;

async function asked(person: { email: string; tenant: TestTenant }, host = person.tenant.host) {
  const answer = await request(host, '/sign-in', { form: { email: person.email } });
  const mail = newestSignInMail(person.email);
  return { host, cookie: cookiesOf(answer), code: mail.code, path: new URL(mail.link).pathname };
}

async function sessionsOf(tenant: TestTenant): Promise<number> {
  const query = 'select count(*) as n from sessions where tenant_id = ?';
  return (await env.DB.prepare(query).bind(tenant.id).first<number>('n')) ?? 0;
}

const press = (host: string, path: string, attempt = newAttempt()) => request(host, path, { form: { attempt } });

test('50 simultaneous uses of one link give exactly one session', async () => {
  const nora = await contactOf(await newTenant());
  const { host, path } = await asked(nora);
  const answers = await Promise.all(Array.from({ length: 50 }, () => press(host, path)));
  expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
  expect(answers.filter((answer) => answer.status === 410)).toHaveLength(49);
  expect(answers.filter((answer) => cookiesOf(answer).includes('__Host-session'))).toHaveLength(1);
  expect(await sessionsOf(nora.tenant)).toBe(1);
});

test('50 simultaneous uses of an agent’s link give exactly one session', async () => {
  const amir = await agentOf(await newTenant());
  const { host, path } = await asked(amir, agentHost);
  const answers = await Promise.all(Array.from({ length: 50 }, () => press(host, path)));
  expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
  expect(await sessionsOf(amir.tenant)).toBe(1);
});

test('link and code used at the same moment give one session', async () => {
  const nora = await contactOf(await newTenant());
  const { host, path, cookie, code } = await asked(nora);
  const answers = await Promise.all([
    ...Array.from({ length: 10 }, () => press(host, path)),
    ...Array.from({ length: 10 }, () => request(host, '/sign-in/code', { cookie, form: { code } })),
  ]);
  expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
  expect(await sessionsOf(nora.tenant)).toBe(1);
});

test('a press that is repeated within a minute gets the same cookie, a later one gets none', async () => {
  const nora = await contactOf(await newTenant());
  const { host, path } = await asked(nora);
  const now = Date.now();
  const attempt = newAttempt();
  const [first, again, late] = [
    await atTime(now, () => press(host, path, attempt)),
    await atTime(now + 59_000, () => press(host, path, attempt)),
    await atTime(now + 61_000, () => press(host, path, attempt)),
  ];
  expect(cookiesOf(first)).not.toBe('');
  expect(cookiesOf(again)).toBe(cookiesOf(first));
  expect(late.status).toBe(410);
  expect(await sessionsOf(nora.tenant)).toBe(1);
});

test('the answer was lost after the database had written: the retry signs in', async () => {
  const nora = await contactOf(await newTenant());
  const { host, path } = await asked(nora);
  let batches = 0;
  const db = new Proxy(env.DB, {
    get(target, key) {
      if (key !== 'batch') return Reflect.get(target, key).bind(target);
      return async (statements: D1PreparedStatement[]) => {
        const results = await target.batch(statements);
        batches += 1;
        if (batches === 1) throw new Error('D1_ERROR: Network connection lost.');
        return results;
      };
    },
  });
  await request(host, path); // the tenant is known from here on
  batches = 0;
  const answer = await request(host, path, { form: { attempt: newAttempt() }, env: testEnv({ DB: db }) });
  expect(answer.status).toBe(303);
  expect(await sessionsOf(nora.tenant)).toBe(1);
});

test.each(['link', 'code'])('Back and the %s again after signing out make no second session', async (by) => {
  const nora = await contactOf(await newTenant());
  const { host, path, cookie, code } = await asked(nora);
  const attempt = newAttempt();
  const use = () =>
    by === 'link' ? press(host, path, attempt) : request(host, '/sign-in/code', { cookie, form: { code, attempt } });
  const signedIn = await use();
  expect(signedIn.status).toBe(303);
  await request(host, '/sign-out', { method: 'POST', cookie: cookiesOf(signedIn) });
  const back = await use();
  expect([410, 422]).toContain(back.status);
  expect(cookiesOf(back)).not.toContain('__Host-session');
});

test('a purged session and Back never make a second one', async () => {
  const nora = await contactOf(await newTenant());
  const { host, path } = await asked(nora);
  const attempt = newAttempt();
  await press(host, path, attempt);
  const inAYear = Date.now() + 365 * 24 * 60 * minute;
  const { db } = await scopeOf(nora.tenant);
  await sweepSignIn({ db, now: inAYear });
  expect(await sessionsOf(nora.tenant)).toBe(0);
  for (const now of [Date.now(), inAYear]) {
    const back = await atTime(now, () => press(host, path, attempt));
    expect(back.status).toBe(404);
  }
  expect(await sessionsOf(nora.tenant)).toBe(0);
});

test('even if a session’s row were lost at once, neither its own attempt nor another makes a second one', async () => {
  const nora = await contactOf(await newTenant());
  const { host, path } = await asked(nora);
  const [attempt, start] = [newAttempt(), Date.now()];
  await atTime(start, () => press(host, path, attempt));
  await env.DB.prepare('delete from sessions where tenant_id = ?').bind(nora.tenant.id).run();
  expect((await atTime(start, () => press(host, path))).status).toBe(410);
  expect(cookiesOf(await atTime(start + 1, () => press(host, path, attempt)))).toBe('');
  expect(await sessionsOf(nora.tenant)).toBe(0);
});

test('sweeping deletes no session whose challenge is still there', async () => {
  const nora = await contactOf(await newTenant());
  const { host, path } = await asked(nora);
  await press(host, path);
  await env.DB.prepare('update sessions set expires_at = 1, ended_at = 1 where tenant_id = ?')
    .bind(nora.tenant.id)
    .run();
  const { db } = await scopeOf(nora.tenant);
  await sweepSignIn({ db, now: Date.now() });
  expect(await sessionsOf(nora.tenant)).toBe(1);
});

test('signing in again ends the session that the browser had', async () => {
  const nora = await contactOf(await newTenant());
  const before = await signIn(nora);
  const { host, path } = await asked(nora);
  const answer = await request(host, path, { cookie: before.cookie, form: { attempt: newAttempt() } });
  expect(answer.status).toBe(303);
  expect((await request(host, '/settings', { cookie: before.cookie })).status).toBe(303);
  expect((await request(host, '/settings', { cookie: cookiesOf(answer) })).status).toBe(200);
});

test('a crash between the two databases is healed by the same attempt, and by no other', async () => {
  const amir = await agentOf(await newTenant());
  const { host, path } = await asked(amir, agentHost);
  const attempt = newAttempt();
  const used = 'update agent_challenges set used_at = ?, used_by = ? where agent_id = ?';
  await env.DB.prepare(used).bind(Date.now(), attempt, amir.id).run();
  expect((await press(host, path)).status).toBe(410);
  expect((await press(host, path, attempt)).status).toBe(303);
  expect(await sessionsOf(amir.tenant)).toBe(1);
});

function livePage(person: TestContact, html: string): boolean {
  return html.includes(person.email) && fieldOf(html, 'attempt') !== '';
}

test('opening the link, by GET or HEAD and however often, changes nothing', async () => {
  const nora = await contactOf(await newTenant());
  const { host, path } = await asked(nora);
  const row = () => env.DB.prepare('select * from sign_in_challenges where tenant_id = ?').bind(nora.tenant.id).first();
  const before = await row();
  for (let i = 0; i < 5; i += 1) {
    const page = await request(host, path);
    expect(livePage(nora, await page.text())).toBe(true);
    expect(page.headers.getSetCookie()).toEqual([]);
    expect((await request(host, path, { method: 'HEAD' })).status).toBe(200);
  }
  expect(await row()).toEqual(before);
  expect((await press(host, path)).status).toBe(303);
});
