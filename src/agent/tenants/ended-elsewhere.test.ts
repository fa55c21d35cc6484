import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { agentOf, ownerOf } from '../../../test/helpers/agent-of.ts';
import { newTenant, type TestTenant } from '../../../test/helpers/new-tenant.ts';
import { agentHost, cookiesOf, request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

let people = 0;

/** Somebody with seats at two companies who signed in at the first and switched to the second, and the first one's owner. */
async function switched() {
  people += 1;
  const email = `roaming${people}@agency.test`;
  const [acme, globex] = [await newTenant(), await newTenant()];
  const atAcme = await agentOf(acme, { email });
  await agentOf(globex, { email });
  const { cookie } = await signIn(atAcme);
  const [home, away] = cookie.includes(acme.id) ? [acme, globex] : [globex, acme];
  const there = cookiesOf(await choose(cookie, away));
  const { id } = (await env.DB.prepare('select id from agents where tenant_id = ? and email = ?')
    .bind(home.id, email)
    .first<{ id: string }>()) ?? { id: '' };
  const owner = (await signIn(ownerOf(home))).cookie;
  const manage = (what: string) =>
    request(agentHost, `/settings/agents/${id}/${what}`, { cookie: owner, method: 'POST' });
  return { home, cookie, there, manage };
}

const choose = (cookie: string, to: TestTenant) =>
  request(agentHost, '/tenants', { cookie, form: { to: to.id, return_to: '/tickets' } });
const isIn = async (cookie: string) => (await request(agentHost, '/tickets', { cookie })).status === 200;

test('an admin signs somebody out where they signed in: no switch from elsewhere brings them back', async () => {
  const { home, cookie, there, manage } = await switched();
  expect((await manage('sessions')).status).toBe(303);
  expect([await isIn(cookie), await isIn(there)]).toEqual([false, true]);
  const back = await choose(there, home);
  expect(back.status).toBe(409);
  expect(await isIn(cookiesOf(back))).toBe(false);
});

test('who was disabled and enabled again signs in anew, though they are still signed in elsewhere', async () => {
  const { home, there, manage } = await switched();
  await manage('disabling');
  await manage('enabling');
  expect((await choose(there, home)).status).toBe(409);
});
