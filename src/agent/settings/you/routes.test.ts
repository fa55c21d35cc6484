import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { agentOf } from '../../../../test/helpers/agent-of.ts';
import { wordsOf } from '../../../../test/helpers/desk-page.ts';
import { newTenant } from '../../../../test/helpers/new-tenant.ts';
import { agentHost, cookiesOf, fieldOf, request } from '../../../../test/helpers/request.ts';
import { setUpApp } from '../../../../test/helpers/second-factor.ts';
import { signIn } from '../../../../test/helpers/sign-in.ts';

const you = '/settings/you';
const page = async (cookie: string, path = you) => (await request(agentHost, path, { cookie })).text();
const isIn = async (cookie: string) => (await request(agentHost, '/tickets', { cookie })).status === 200;
const endings = (html: string) =>
  [...html.matchAll(/action="(\/settings\/you\/sessions\/[^"]+)"/g)].map(([, to]) => to);

test('name and zone are saved, faults come back, and another field is refused', async () => {
  const amir = await agentOf(await newTenant());
  const { cookie } = await signIn(amir);
  expect((await request(agentHost, '/settings', { cookie })).headers.get('Location')).toBe(you);
  const saved = await request(agentHost, you, { cookie, form: { name: ' Amir  Haddad ', zone: 'Asia/Tokyo' } });
  const html = await page(cookie, saved.headers.get('Location') ?? '');
  expect(html).toContain('Your settings are saved.');
  expect(fieldOf(html, 'name')).toBe('Amir Haddad');
  for (const form of [
    { name: '', zone: '' },
    { name: 'N'.repeat(101), zone: '' },
    { name: 'x', zone: '"><script>' },
  ]) {
    const answer = await request(agentHost, you, { cookie, form });
    expect(answer.status).toBe(422);
    expect(await answer.text()).not.toContain('"><script>');
  }
  const other = await request(agentHost, you, { cookie, form: { name: 'x', zone: '', role: 'owner' } });
  expect(other.status).toBe(400);
  const row = await env.DB.prepare('select name, zone, role from agents where id = ?').bind(amir.id).first();
  expect(row).toEqual({ name: 'Amir Haddad', zone: 'Asia/Tokyo', role: 'agent' });
});

test('every sign-in is listed once over all companies, the present one marked, and another can be ended', async () => {
  const email = 'lists@agency.test';
  const [acme, globex] = [await newTenant({ name: 'Acme' }), await newTenant({ name: 'Globex' })];
  const amir = await agentOf(acme, { email });
  await agentOf(globex, { email });
  const desk = (await signIn(amir)).cookie;
  const laptop = (await signIn(amir)).cookie;
  const laptopThere = cookiesOf(await request(agentHost, '/tenants', { cookie: laptop, form: { to: globex.id } }));
  const html = await page(desk);
  expect(endings(html)).toHaveLength(1);
  expect(wordsOf(html)).toContain('This one');
  expect(wordsOf(html)).toContain('At Acme, Globex');
  // The same list from the other company.
  expect(endings(await page(laptopThere))).toHaveLength(1);
  const [path = ''] = endings(html);
  expect((await request(agentHost, path, { cookie: desk, method: 'POST' })).status).toBe(303);
  expect([await isIn(desk), await isIn(laptop), await isIn(laptopThere)]).toEqual([true, false, false]);
  expect((await request(agentHost, path, { cookie: desk, method: 'POST' })).status).toBe(404);
});

test('nobody ends the sign-in of another', async () => {
  const tenant = await newTenant();
  const amir = await agentOf(tenant);
  const first = (await signIn(amir)).cookie;
  const second = (await signIn(amir)).cookie;
  const [path = ''] = endings(await page(first));
  const eve = (await signIn(await agentOf(tenant))).cookie;
  expect((await request(agentHost, path, { cookie: eve, method: 'POST' })).status).toBe(404);
  expect([await isIn(first), await isIn(second)]).toEqual([true, true]);
});

test('the second step is offered, and once it is on shows what there is', async () => {
  const { cookie } = await signIn(await agentOf(await newTenant()));
  expect(await page(cookie)).toContain('href="/second-factor/set-up"');
  await setUpApp(cookie);
  const words = wordsOf(await page(cookie));
  expect(words).toContain('Authenticator app');
  expect(words).toContain('10 recovery codes are left.');
});
