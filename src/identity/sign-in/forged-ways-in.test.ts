import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readSettings } from '#env.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { newestSignInMail } from '../../../test/helpers/post-office.ts';
import { cookiesOf, request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';
import { readSessionCookie, writeSessionCookie } from '../sessions/session-cookie.ts';

async function stored(sql: string, tenantId: string): Promise<string> {
  return (await env.DB.prepare(sql).bind(tenantId).first<string>('hash')) ?? '';
}

test('what the database holds of a link signs nobody in', async () => {
  const nora = await contactOf(await newTenant());
  const { host, id } = nora.tenant;
  await request(host, '/sign-in', { form: { email: nora.email } });
  const hash = await stored('select hash from sign_in_challenges where tenant_id = ?', id);
  expect(hash).toMatch(/^[\w-]{43}$/);
  const answer = await request(host, `/sign-in/link/${hash}`, { method: 'POST' });
  expect([answer.status, cookiesOf(answer)]).toEqual([404, '']);
});

test('what the database holds of a session, put into a cookie that we signed, is no session', async () => {
  const nora = await contactOf(await newTenant());
  const { host, cookie } = await signIn(nora);
  const hash = await stored('select secret_hash as hash from sessions where tenant_id = ?', nora.tenant.id);
  const keys = readSettings(env).sessionKeys;
  const read = await readSessionCookie(cookie.slice(cookie.indexOf('=') + 1), keys, host);
  if (!read) throw new Error('A cookie of ours is not read');
  const forged = `__Host-session=${await writeSessionCookie(read.claim, hash, keys)}`;
  expect((await request(host, '/settings', { cookie })).status).toBe(200);
  expect((await request(host, '/settings', { cookie: forged })).headers.get('Location')).toMatch(/^\/sign-in/);
});

test('signing in takes no session over that the browser brought: it gets a secret of its own', async () => {
  const tenant = await newTenant();
  const [nora, nils] = [await contactOf(tenant), await contactOf(tenant)];
  const planted = await signIn(nils);
  await request(tenant.host, '/sign-in', { form: { email: nora.email }, cookie: planted.cookie });
  const { pathname } = new URL(newestSignInMail(nora.email).link);
  const answer = await request(tenant.host, pathname, { method: 'POST', cookie: planted.cookie });
  const own = cookiesOf(answer);
  const page = await (await request(tenant.host, '/settings', { cookie: own })).text();
  expect(page).toContain(nora.email);
  expect(own.split('.')[7]).not.toBe(planted.cookie.split('.')[7]);
  // Whoever planted theirs sees nothing of what came after.
  expect((await request(tenant.host, '/settings', { cookie: planted.cookie })).status).toBe(303);
});

test('the link of a mail leads to the host that was asked on, whatever a header says', async () => {
  const nora = await contactOf(await newTenant());
  const { host } = nora.tenant;
  const headers = { 'X-Forwarded-Host': 'evil.test', Forwarded: 'host=evil.test', 'X-Forwarded-Proto': 'http' };
  await request(host, '/sign-in', { form: { email: nora.email }, headers });
  expect(new URL(newestSignInMail(nora.email).link).origin).toBe(`https://${host}`);
});

test.each(['//settings', '/%73ettings', '/settings/', '/./settings', '/x/..%2fsettings', '/settings%00', '/SETTINGS'])(
  '%s is no way around the sign-in',
  async (path) => {
    const nora = await contactOf(await newTenant());
    const answer = await request(nora.tenant.host, path);
    expect([303, 404]).toContain(answer.status);
    expect(await answer.text()).not.toContain(nora.email);
  },
);
