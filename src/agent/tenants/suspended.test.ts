import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { agentOf } from '../../../test/helpers/agent-of.ts';
import { newTenant, type TestTenant } from '../../../test/helpers/new-tenant.ts';
import { agentHost, cookiesOf, request } from '../../../test/helpers/request.ts';
import { setUpApp } from '../../../test/helpers/second-factor.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

let people = 0;

/** Somebody signed in at two companies in one browser, and at the first one also in another. */
async function agentOfTwo() {
  people += 1;
  const email = `sus${people}@agency.test`;
  const [acme, globex] = [await newTenant(), await newTenant()];
  const agent = await agentOf(acme, { email });
  await agentOf(globex, { email });
  const laptop = (await signIn(agent)).cookie;
  const [home, away] = laptop.includes(acme.id) ? [acme, globex] : [globex, acme];
  const there = cookiesOf(
    await request(agentHost, '/tenants', { cookie: laptop, form: { to: away.id, return_to: '/tickets' } }),
  );
  const desk = cookiesOf(
    await request(agentHost, '/tenants', {
      cookie: (await signIn(agent)).cookie,
      form: { to: home.id, return_to: '/tickets' },
    }),
  );
  return { away, there, desk };
}

const setStatus = ({ id }: TestTenant, status: 'active' | 'suspended') =>
  env.DB.prepare('update tenants set status = ? where id = ?').bind(status, id).run();
const isIn = async (cookie: string) => (await request(agentHost, '/tickets', { cookie })).status === 200;

test('signing out everywhere reaches a suspended company too: nothing wakes with it', async () => {
  const { away, there, desk } = await agentOfTwo();
  expect([await isIn(there), await isIn(desk)]).toEqual([true, true]);
  await setStatus(away, 'suspended');
  await request(agentHost, '/sign-out/everywhere', { cookie: desk, method: 'POST' });
  await setStatus(away, 'active');
  expect(await isIn(there)).toBe(false);
});

test('so does a second step that is set up meanwhile', async () => {
  const { away, there, desk } = await agentOfTwo();
  await setStatus(away, 'suspended');
  await setUpApp(desk);
  await setStatus(away, 'active');
  const asked = await request(agentHost, '/tickets', { cookie: there });
  expect(asked.headers.get('Location')).toContain('/second-factor');
});
