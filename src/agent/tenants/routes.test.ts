import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { agentOf, type TestAgent } from '../../../test/helpers/agent-of.ts';
import { atTime } from '../../../test/helpers/at-time.ts';
import { contactAtWork, newKey } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant, type TestTenant } from '../../../test/helpers/new-tenant.ts';
import { agentHost, cookiesOf, request } from '../../../test/helpers/request.ts';
import { appCode, giveCode, setUpApp } from '../../../test/helpers/second-factor.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

let people = 0;

/** Somebody who answers at two companies. */
async function agentOfTwo() {
  people += 1;
  const email = `both${people}@agency.test`;
  const [acme, globex] = [await newTenant({ name: 'Acme Ltd' }), await newTenant({ name: 'Globex <b>Inc' })];
  const at = { acme: await agentOf(acme, { email }), globex: await agentOf(globex, { email, role: 'admin' }) };
  const { cookie } = await signIn(at.acme);
  return { email, acme, globex, at, cookie };
}

const choose = (cookie: string, to: TestTenant | string, returnTo = '/tickets') =>
  request(agentHost, '/tenants', {
    cookie,
    form: { to: typeof to === 'string' ? to : to.id, return_to: returnTo },
  });
const page = async (cookie: string, path = '/tickets') => (await request(agentHost, path, { cookie })).text();
const isIn = async (cookie: string) => (await request(agentHost, '/tickets', { cookie })).status === 200;
const sessionsOf = ({ id }: TestAgent) =>
  env.DB.prepare('select * from sessions where subject_id = ? order by rowid').bind(id).all<Record<string, unknown>>();

test('one address with two seats signs in once, chooses, and can switch from every page', async () => {
  const { acme, globex, cookie } = await agentOfTwo();
  const chooser = await page(cookie, '/tenants?return_to=/tickets');
  expect(chooser).toContain('Acme Ltd');
  expect(chooser).toContain('Globex &lt;b&gt;Inc');
  expect(await page(cookie)).toContain('href="/tenants"');
  const there = await choose(cookie, globex);
  expect(there.headers.get('Location')).toBe('/tickets');
  const inGlobex = cookiesOf(there);
  expect(inGlobex).toContain(`.${globex.id}.agent.`);
  expect(inGlobex).toContain('.admin.');
  expect(await page(inGlobex)).toContain('Globex &lt;b&gt;Inc');
  const back = await choose(inGlobex, acme);
  expect(await page(cookiesOf(back))).toContain('Acme Ltd');
});

test('after signing in the choice comes first, the last used on top; one seat is never asked', async () => {
  const { email, globex, cookie } = await agentOfTwo();
  await choose(cookie, globex);
  await request(agentHost, '/sign-in', { form: { email } });
  const next = (await signIn({ kind: 'agent', tenant: globex, id: '', email, name: '' })).cookie;
  expect(next).toContain(`.${globex.id}.agent.`);
  const chooser = await page(next, '/tenants');
  expect(chooser.indexOf('Globex')).toBeLessThan(chooser.indexOf('Acme'));
  const alone = (await signIn(await agentOf(await newTenant()))).cookie;
  expect((await request(agentHost, '/tenants', { cookie: alone })).headers.get('Location')).toBe('/');
  expect(await page(alone)).not.toContain('href="/tenants"');
});

test('a switch prolongs nothing, is one session however often, and never brings an ended one back', async () => {
  const { at, globex, cookie } = await agentOfTwo();
  const answers = await Promise.all(Array.from({ length: 5 }, () => choose(cookie, globex)));
  expect(new Set(answers.map(cookiesOf)).size).toBe(1);
  const [from] = (await sessionsOf(at.acme)).results;
  const { results } = await sessionsOf(at.globex);
  expect(results).toHaveLength(1);
  expect(results[0]).toMatchObject({
    expires_at: from?.expires_at,
    created_at: from?.created_at,
    chain: from?.chain,
    second_factor: 'none',
  });
  await env.DB.prepare('update sessions set ended_at = 1 where subject_id = ?').bind(at.globex.id).run();
  const refused = await choose(cookie, globex);
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('sign in anew');
});

test('no seat, a seat of another address, a disabled agent, a suspended tenant and nonsense open nothing', async () => {
  const { at, globex, cookie } = await agentOfTwo();
  const elsewhere = await newTenant();
  for (const to of [elsewhere.id, '', 'x', "' or 1=1 --"]) expect((await choose(cookie, to)).status, to).toBe(404);
  await env.DB.prepare("update agents set state = 'disabled' where id = ?").bind(at.globex.id).run();
  expect((await choose(cookie, globex)).status).toBe(409);
  expect((await sessionsOf(at.globex)).results).toEqual([]);
  await env.DB.prepare("update tenants set status = 'suspended' where id = ?").bind(globex.id).run();
  expect((await choose(cookie, globex)).status).toBe(404);
  // Only one is left: there is nothing to choose.
  expect((await request(agentHost, '/tenants', { cookie })).headers.get('Location')).toBe('/');
});

test('signing out ends the sign-in at every tenant, everywhere ends all of them', async () => {
  const { at, globex, cookie } = await agentOfTwo();
  const laptop = (await signIn(at.acme)).cookie;
  const inGlobex = cookiesOf(await choose(cookie, globex));
  await request(agentHost, '/sign-out', { cookie: inGlobex, method: 'POST' });
  expect([await isIn(inGlobex), await isIn(cookie), await isIn(laptop)]).toEqual([false, false, true]);
  const desk = (await signIn(at.acme)).cookie;
  const deskInGlobex = cookiesOf(await choose(desk, globex));
  await request(agentHost, '/sign-out/everywhere', { cookie: laptop, method: 'POST' });
  expect([await isIn(laptop), await isIn(desk), await isIn(deskInGlobex)]).toEqual([false, false, false]);
});

test('the second step comes before the choice, and passes along; a tenant that asks for one asks after the switch', async () => {
  const { at, globex, cookie } = await agentOfTwo();
  await env.DB.prepare('update tenant_settings set second_factor_required = 1 where tenant_id = ?')
    .bind(globex.id)
    .run();
  const bare = cookiesOf(await choose(cookie, globex));
  const asked = await request(agentHost, '/tickets', { cookie: bare });
  expect(asked.headers.get('Location')).toContain('/second-factor/set-up');
  expect((await choose(bare, at.acme.tenant)).status).toBe(303);
  const { key } = await setUpApp(bare);
  expect(await isIn(bare)).toBe(true);
  const next = (await signIn(at.acme)).cookie;
  expect((await request(agentHost, '/tenants', { cookie: next })).headers.get('Location')).toContain('/second-factor?');
  expect((await choose(next, at.acme.tenant)).status).toBe(403);
  await giveCode(next, appCode(key));
  const other = next.includes(globex.id) ? at.acme.tenant : globex;
  expect(await isIn(cookiesOf(await choose(next, other)))).toBe(true);
});

test('a page of one company writes nothing into another after a switch in another tab', async () => {
  const { acme, globex, cookie } = await agentOfTwo();
  const [nora, hal] = [await contactAtWork(await contactOf(acme)), await contactAtWork(await contactOf(globex))];
  const number = await nora.open('Ours');
  expect(await hal.open('Theirs')).toBe(number);
  const html = await page(cookie, `/tickets/${number}`);
  const tenant = /name="tenant" value="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(tenant).toBe(acme.id);
  expect(html).toContain(`data-tenant="${acme.id}"`);
  const inGlobex = cookiesOf(await choose(cookie, globex));
  const form = { key: newKey(), kind: 'note', body: 'For Acme only', status: 'open', seen: '99', tenant };
  const sent = await request(agentHost, `/tickets/${number}/entries`, { cookie: inGlobex, form });
  expect(sent.status).toBe(409);
  expect(await sent.text()).toContain('href="/tenants"');
  expect(await env.DB.prepare('select count(*) as n from notes').first('n')).toBe(0);
  const news = `/tickets/${number}/updates?after=0`;
  const stale = await request(agentHost, news, { cookie: inGlobex, headers: { 'X-Tenant': acme.id } });
  expect(stale.status).toBe(401);
  expect((await request(agentHost, news, { cookie: inGlobex, headers: { 'X-Tenant': globex.id } })).status).toBe(200);
});

test('a link of a mail names its company: who is in another is asked, who is there goes on', async () => {
  const { acme, globex, cookie } = await agentOfTwo();
  const path = `/tickets/1001?at=${globex.slug}`;
  const asked = await request(agentHost, path, { cookie });
  const chooser = asked.headers.get('Location') ?? '';
  expect(chooser).toBe(`/tenants?at=${globex.slug}&return_to=${encodeURIComponent(path)}`);
  expect(await page(cookie, chooser)).toContain('belongs to Globex');
  const moved = await choose(cookie, globex, path);
  expect(moved.headers.get('Location')).toBe(path);
  expect((await request(agentHost, path, { cookie: cookiesOf(moved) })).status).toBe(404);
  expect((await request(agentHost, `/tickets?at=${acme.slug}`, { cookie })).status).toBe(200);
  // Who then chooses another than the link's is not sent back to the choice.
  expect((await choose(cookie, acme, path)).headers.get('Location')).toBe('/tickets');
  const alone = (await signIn(await agentOf(await newTenant()))).cookie;
  const nowhere = await request(agentHost, `/tickets?at=${acme.slug}`, { cookie: alone });
  expect((await request(agentHost, nowhere.headers.get('Location') ?? '', { cookie: alone })).status).toBe(404);
});

test('short sessions last 12 hours and one without use, also after a switch', async () => {
  const { at, globex, cookie } = await agentOfTwo();
  await env.DB.prepare('update tenant_settings set short_agent_sessions = 1 where tenant_id = ?').bind(globex.id).run();
  const inGlobex = cookiesOf(await choose(cookie, globex));
  const start = Date.now();
  const hour = 60 * 60_000;
  for (let minutes = 50; minutes < 12 * 60; minutes += 50)
    expect(await atTime(start + minutes * 60_000, () => isIn(inGlobex)), `${minutes}`).toBe(true);
  expect(await atTime(start + 12 * hour + 60_000, () => isIn(inGlobex))).toBe(false);
  expect(await atTime(start + 13 * hour, async () => (await choose(cookie, globex)).status)).toBe(409);
  const idle = (await signIn(at.globex)).cookie;
  if (idle.includes(globex.id)) expect(await atTime(start + 2 * hour, () => isIn(idle))).toBe(false);
});
