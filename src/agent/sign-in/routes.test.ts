import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newMeter, openDirectoryDb } from '#db/database.ts';
import { sweepDirectorySignIn } from '#identity/sign-in/sweep-sign-in.ts';
import { agentOf } from '../../../test/helpers/agent-of.ts';
import { atTime } from '../../../test/helpers/at-time.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { newestSignInMail, sentMail, signInMails, testEnv } from '../../../test/helpers/post-office.ts';
import { agentHost, cookiesOf, request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

/** Where a signed-in agent is led by /sign-in; somebody signed out gets the page (200). */
const inside = async (cookie: string) => (await request(agentHost, '/sign-in', { cookie })).status === 303;

async function asked(email: string, form: Record<string, string> = {}) {
  const answer = await request(agentHost, '/sign-in', { form: { email, ...form } });
  const { link, code } = newestSignInMail(email);
  return { cookie: cookiesOf(answer), code, path: new URL(link).pathname, host: new URL(link).host };
}

test('an agent signs in by link or code, at the agents’ host, and goes where they wanted', async () => {
  const amir = await agentOf(await newTenant());
  const byLink = await asked(amir.email, { return_to: '/tickets/1001' });
  expect(byLink.host).toBe(agentHost);
  const entered = await request(agentHost, byLink.path, { method: 'POST' });
  expect(entered.headers.get('Location')).toBe('/tickets/1001');
  expect(await inside(cookiesOf(entered))).toBe(true);
  const { cookie, code } = await asked(amir.email);
  const byCode = await request(agentHost, '/sign-in/code', { cookie, form: { code } });
  expect(cookiesOf(byCode)).toContain(`.agent.${amir.id}.-.agent.`);
  expect(await inside(cookiesOf(byCode))).toBe(true);
});

test('a contact’s link is unknown to the agents’ host', async () => {
  const tenant = await newTenant();
  const amir = await agentOf(tenant);
  const { path } = await asked(amir.email);
  expect((await request(tenant.host, path)).status).toBe(404);
  expect((await request(tenant.host, path, { method: 'POST' })).status).toBe(404);
  expect((await request(agentHost, path, { method: 'POST' })).status).toBe(303);
});

test('20 simultaneous wrong codes of an agent count as at most five', async () => {
  const amir = await agentOf(await newTenant());
  const { cookie, code } = await asked(amir.email);
  const wrong = code === '000000' ? '000001' : '000000';
  await Promise.all(
    Array.from({ length: 20 }, () => request(agentHost, '/sign-in/code', { cookie, form: { code: wrong } })),
  );
  const tries = await env.DB.prepare('select tries from agent_challenges where agent_id = ?')
    .bind(amir.id)
    .first('tries');
  expect(tries).toBe(5);
  expect((await request(agentHost, '/sign-in/code', { cookie, form: { code } })).status).toBe(422);
});

test('an agent’s session ends after a day without use, and after 14 days whatever happens', async () => {
  const amir = await agentOf(await newTenant());
  const { cookie } = await signIn(amir);
  const [start, hour] = [Date.now(), 60 * 60_000];
  const at = (hours: number) => atTime(start + hours * hour, () => inside(cookie));
  for (let hours = 20; hours < 14 * 24; hours += 20) expect(await at(hours), `after ${hours} h`).toBe(true);
  expect(await at(14 * 24 + 1)).toBe(false);
  const idle = await signIn(amir);
  expect(await atTime(start + 25 * hour, () => inside(idle.cookie))).toBe(false);
});

test('disabling an agent ends their sessions and sends them no more mail', async () => {
  const amir = await agentOf(await newTenant());
  const { cookie } = await signIn(amir);
  const { path } = await asked(amir.email);
  await env.DB.prepare(`update agents set state = 'disabled' where id = ?`).bind(amir.id).run();
  expect(await inside(cookie)).toBe(false);
  expect((await request(agentHost, path, { method: 'POST' })).status).toBe(403);
  const before = signInMails(amir.email).length;
  await request(agentHost, '/sign-in', { form: { email: amir.email } });
  expect(signInMails(amir.email)).toHaveLength(before);
});

test('one agent’s session opens no other tenant, though the host is the same', async () => {
  const [here, there] = [await newTenant(), await newTenant()];
  const { cookie } = await signIn(await agentOf(here));
  const moved = cookie.replace(here.id, there.id);
  expect(moved).not.toBe(cookie);
  expect(await inside(moved)).toBe(false);
});

test('agents’ mails are limited like contacts’', async () => {
  const amir = await agentOf(await newTenant());
  for (let i = 0; i < 8; i += 1) await request(agentHost, '/sign-in', { form: { email: amir.email } });
  expect(signInMails(amir.email)).toHaveLength(5);
  expect(sentMail(amir.email).every(({ text }) => text.includes(agentHost))).toBe(true);
});

test('the sweep deletes what agents’ sign-ins left, once it is old', async () => {
  const amir = await agentOf(await newTenant());
  await asked(amir.email);
  const rows = () =>
    env.DB.prepare('select count(*) as n from agent_challenges where agent_id = ?').bind(amir.id).first('n');
  const db = openDirectoryDb(testEnv(), newMeter());
  await sweepDirectorySignIn({ db, now: Date.now() + 60 * 60_000 });
  expect(await rows()).toBe(1);
  await sweepDirectorySignIn({ db, now: Date.now() + 25 * 60 * 60_000 });
  expect(await rows()).toBe(0);
});

test('an agent signs out on every device from the menu with their name', async () => {
  const amir = await agentOf(await newTenant());
  const [desk, laptop] = [await signIn(amir), await signIn(amir)];
  const page = await (await request(agentHost, '/tickets', { cookie: desk.cookie })).text();
  expect(page).toContain('<form method="post" action="/sign-out/everywhere">');
  await request(agentHost, '/sign-out/everywhere', { method: 'POST', cookie: desk.cookie });
  expect([await inside(desk.cookie), await inside(laptop.cookie)]).toEqual([false, false]);
});
