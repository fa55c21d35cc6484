import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactOf } from '../../../../test/helpers/contact-of.ts';
import { handOffKey, handOver, sign } from '../../../../test/helpers/hand-off.ts';
import { newTenant } from '../../../../test/helpers/new-tenant.ts';
import { cookiesOf, request } from '../../../../test/helpers/request.ts';
import { signIn } from '../../../../test/helpers/sign-in.ts';

async function scene() {
  const tenant = await newTenant({ name: 'Acme' });
  const nora = await contactOf(tenant, { email: 'nora@customer.test', name: 'Nora Lind' });
  return { nora, key: await handOffKey(tenant), host: tenant.host };
}

test.each([
  '/sign-in/hand-off/',
  '//sign-in/hand-off',
  '/sign-in//hand-off',
  '/sign-in/hand%2Doff',
  '/sign-in/hand-off/continue',
  '/sign-in/hand-off/../../settings',
  '/sign-in/hand-off%2F..%2F..%2Fsettings',
  '/Sign-In/hand-off',
  '/sign-in/hand-off;x',
  '/sign-in',
  '/settings',
  '/sign-out',
])('a POST from elsewhere to %s is refused: one address alone takes it', async (path) => {
  const { nora, key, host } = await scene();
  const { cookie } = await signIn(nora);
  const jwt = await sign(key, { email: nora.email });
  const headers = { Origin: 'https://app.acme.test', 'Sec-Fetch-Site': 'cross-site' };
  const answer = await request(host, path, { form: { jwt }, cookie, headers });
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('This came from another page');
  expect((await request(host, '/sign-in/hand-off', { method: 'PUT', headers, body: 'jwt=x' })).status).toBe(403);
});

test('the agents’ host takes no hand-off and no POST from elsewhere', async () => {
  const { nora, key } = await scene();
  const jwt = await sign(key, { email: nora.email });
  const agents = `app.${env.PLATFORM_DOMAIN}`;
  expect((await handOver(agents, jwt)).status).toBe(403);
  expect((await request(agents, `/sign-in/hand-off?jwt=${jwt}`)).status).toBe(404);
});

test('a token or a page that is said twice is refused, and fields of others mean nothing', async () => {
  const { nora, key, host } = await scene();
  const jwt = await sign(key, { email: nora.email });
  const send = (body: string) =>
    request(host, '/sign-in/hand-off', {
      body,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://app.acme.test' },
    });
  expect((await send(`jwt=${jwt}&jwt=${jwt}`)).status).toBe(400);
  expect((await request(host, `/sign-in/hand-off?jwt=${jwt}&jwt=x`)).status).toBe(400);
  expect((await request(host, `/sign-in/hand-off?jwt=${jwt}&return_to=/&return_to=//evil.test`)).status).toBe(400);
  expect((await request(host, '/sign-in/hand-off')).headers.get('Location')).toContain('trouble?what=broken');
  expect((await send(`jwt=${jwt}&authenticity_token=x&commit=Support`)).status).toBe(303);
});

test('what a header says of who somebody is means nothing', async () => {
  const { nora, key, host } = await scene();
  const jwt = await sign(key, { email: nora.email });
  const headers = {
    Authorization: `Bearer ${jwt}`,
    'X-Forwarded-User': nora.email,
    'Remote-User': nora.email,
    'X-Forwarded-Email': nora.email,
    'X-Authenticated-Userid': nora.id,
    'Cf-Access-Jwt-Assertion': jwt,
  };
  expect((await request(host, '/settings', { headers })).headers.get('Location')).toMatch(/^\/sign-in/);
  for (const options of [{ headers }, { cookie: `jwt=${jwt}` }]) {
    const answer = await request(host, '/sign-in/hand-off', options);
    expect(answer.headers.get('Location')).toContain('trouble?what=broken');
    expect(cookiesOf(answer)).toBe('');
  }
});
