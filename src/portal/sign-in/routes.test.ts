import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newMeter, openDirectoryDb } from '#db/database.ts';
import { addHostname } from '#onboarding/add-hostname.ts';
import { agentOf } from '../../../test/helpers/agent-of.ts';
import { atTime } from '../../../test/helpers/at-time.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { newestSignInMail, signInMails } from '../../../test/helpers/post-office.ts';
import { agentHost, cookiesOf, fieldOf, request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

const press = (host: string, path: string, cookie = '') => request(host, path, { method: 'POST', cookie });

async function askedBy(host: string, email: string, back?: string) {
  const form = { email, ...(back !== undefined && { return_to: back }) };
  const asked = await request(host, '/sign-in', { form });
  return { cookie: cookiesOf(asked), location: asked.headers.get('Location'), ...newestSignInMail(email) };
}

test('a contact signs in by the link of the mail and sees their settings', async () => {
  const nora = await contactOf(await newTenant(), { name: 'Nora' });
  const { host, cookie } = await signIn(nora);
  const page = await request(host, '/settings', { cookie });
  expect(page.status).toBe(200);
  expect(fieldOf(await page.text(), 'name')).toBe('Nora');
});

test('a contact signs in by the code, in the browser that asked, however the address was written', async () => {
  const nora = await contactOf(await newTenant());
  const { host } = nora.tenant;
  const asked = await request(host, '/sign-in', { form: { email: ` ${nora.email.toUpperCase()} ` } });
  const cookie = cookiesOf(asked);
  const page = await (await request(host, asked.headers.get('Location') ?? '', { cookie })).text();
  expect(page).toContain(`If <b class="address">${nora.email}</b> is known here`);
  const form = { code: newestSignInMail(nora.email).code, attempt: fieldOf(page, 'attempt'), return_to: '/' };
  const answer = await request(host, '/sign-in/code', { cookie, form });
  expect(answer.status).toBe(303);
  expect(cookiesOf(answer)).toMatch(/^__Host-session=/);
});

test('the session cookie is bound to its host, unreadable for scripts, and only for secure pages', async () => {
  const nora = await contactOf(await newTenant());
  const { link } = await askedBy(nora.tenant.host, nora.email);
  const answer = await press(nora.tenant.host, new URL(link).pathname);
  const [line = ''] = answer.headers.getSetCookie().filter((cookie) => cookie.startsWith('__Host-session='));
  expect(line.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax', 'Secure']);
});

test('the link’s page names the address and the portal; elsewhere also when it was asked for', async () => {
  const nora = await contactOf(await newTenant({ name: 'Acme Tools' }));
  const { link, cookie } = await askedBy(nora.tenant.host, nora.email);
  const own = await (await request(nora.tenant.host, new URL(link).pathname, { cookie })).text();
  expect(own).toContain('Sign in to Acme Tools?');
  expect(own).toContain(nora.email);
  expect(own).not.toContain('another browser');
  const elsewhere = await request(nora.tenant.host, new URL(link).pathname);
  expect(elsewhere.headers.get('Cache-Control')).toContain('no-store');
  expect(elsewhere.headers.get('X-Robots-Tag')).toBe('noindex');
  expect(elsewhere.headers.get('Referrer-Policy')).toBe('strict-origin');
  expect(await elsewhere.text()).toContain('It was asked for in another browser (');
});

test('expired, used, replaced and unknown links say which, and offer a new one', async () => {
  const nora = await contactOf(await newTenant());
  const { host } = nora.tenant;
  const first = new URL((await askedBy(host, nora.email)).link).pathname;
  const second = new URL((await askedBy(host, nora.email)).link).pathname;
  const said = async (path: string, now: number) => {
    const answers = await atTime(now, () => Promise.all([request(host, path), press(host, path)]));
    const [title, pressed] = await Promise.all(
      answers.map(async (answer) => /<h1>(.*?)<\/h1>/.exec(await answer.text())?.[1]),
    );
    expect(pressed).toBe(title);
    return title;
  };
  const now = Date.now();
  expect(await said(first, now)).toBe('There is a newer link');
  expect(await said(second, now + 11 * 60_000)).toBe('This link is too old');
  await press(host, second);
  expect(await said(second, now)).toBe('This link has been used');
  expect(await said(`/sign-in/link/${'A'.repeat(43)}`, now)).toBe('We do not know this link');
  expect(await said('/sign-in/link/short', now)).toBe('We do not know this link');
  expect(fieldOf(await (await request(host, second)).text(), 'email')).toBe(nora.email);
});

test('a link works at the host it was asked on and at no other, of the same tenant or another', async () => {
  const tenant = await newTenant();
  const other = await newTenant();
  const custom = `help.${tenant.slug}.test`;
  const directory = { db: openDirectoryDb(env, newMeter()), now: Date.now() };
  await addHostname(directory, { tenantId: tenant.id, hostname: custom, kind: 'custom', status: 'active' });
  const nora = await contactOf(tenant);
  const { link } = await askedBy(custom, nora.email);
  expect(new URL(link).host).toBe(custom);
  const { pathname } = new URL(link);
  for (const host of [tenant.host, other.host, agentHost]) {
    expect((await request(host, pathname)).status).toBe(404);
    expect((await press(host, pathname)).status).toBe(404);
  }
  const answer = await press(custom, pathname);
  expect(answer.status).toBe(303);
  const cookie = cookiesOf(answer);
  expect((await request(custom, '/settings', { cookie })).status).toBe(200);
  for (const host of [tenant.host, other.host]) expect((await request(host, '/settings', { cookie })).status).toBe(303);
});

test('agents’ sessions work on the agents’ host alone, contacts’ never there', async () => {
  const tenant = await newTenant();
  const [amir, nora] = [await agentOf(tenant), await contactOf(tenant)];
  const [agent, contact] = [await signIn(amir), await signIn(nora)];
  expect((await request(tenant.host, '/settings', { cookie: agent.cookie })).status).toBe(303);
  expect((await request(agentHost, '/sign-out/everywhere', { method: 'POST', cookie: contact.cookie })).status).toBe(
    401,
  );
  expect((await request(tenant.host, '/settings', { cookie: contact.cookie })).status).toBe(200);
  await request(tenant.host, '/sign-in', { form: { email: amir.email } });
  await request(agentHost, '/sign-in', { form: { email: nora.email } });
  expect(signInMails(amir.email)).toHaveLength(1);
  expect(signInMails(nora.email)).toHaveLength(1);
});

test('the same address at two tenants is two people', async () => {
  const email = 'nora@both.test';
  const [here, there] = [await contactOf(await newTenant(), { email }), await contactOf(await newTenant(), { email })];
  const { cookie } = await signIn(here);
  expect((await request(here.tenant.host, '/settings', { cookie })).status).toBe(200);
  expect((await request(there.tenant.host, '/settings', { cookie })).status).toBe(303);
});

test.each(['link', 'code'])('return_to survives sign-in by %s', async (by) => {
  const nora = await contactOf(await newTenant());
  const { host } = nora.tenant;
  const back = '/requests/1042?from=mail';
  const sent = await request(host, `/sign-in?return_to=${encodeURIComponent(back)}`);
  expect(fieldOf(await sent.text(), 'return_to')).toBe(back);
  const { link, code, cookie } = await askedBy(host, nora.email, back);
  const answer =
    by === 'link'
      ? await press(host, new URL(link).pathname)
      : await request(host, '/sign-in/code', { cookie, form: { code, return_to: back } });
  expect(answer.headers.get('Location')).toBe(back);
});

test.each(['https://evil.test/', '//evil.test', '/\\evil.test', '/%09/evil.test/..//evil.test', 'javascript:alert(1)'])(
  'return_to %s leads nowhere else',
  async (back) => {
    const nora = await contactOf(await newTenant());
    const { host } = nora.tenant;
    const page = await (await request(host, `/sign-in?return_to=${encodeURIComponent(back)}`)).text();
    const { link } = await askedBy(host, nora.email, back);
    const to = (await press(host, new URL(link).pathname)).headers.get('Location') ?? '';
    for (const path of [to, fieldOf(page, 'return_to')]) {
      expect(path).toMatch(/^\/([^/\\]|$)/);
      expect(new URL(path, `https://${host}`).origin).toBe(`https://${host}`);
    }
  },
);

test.each([
  '',
  'nora',
  'a@x.test,b@y.test',
  'a@x.test b@y.test',
  'nora@x.test\r\nBcc: eve@evil.test',
  '<script>@x.test',
])('the address %j comes back beside its field, as it was typed, and nothing is asked', async (email) => {
  const { host } = await newTenant();
  const answer = await request(host, '/sign-in', { form: { email } });
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toContain('id="email-error"');
  expect(html).not.toContain('<script>@');
  expect(answer.headers.getSetCookie()).toEqual([]);
});

test('two addresses in one form, a field we do not know, and bad bytes are refused', async () => {
  const { host } = await newTenant();
  const send = (body: string, headers = {}) =>
    request(host, '/sign-in', { body, headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers } });
  expect((await send('email=a%40x.test&email=b%40x.test')).status).toBe(400);
  expect((await send('email%5B%5D=a%40x.test')).status).toBe(400);
  expect((await send('email=a%40x.test&role=admin')).status).toBe(400);
  expect((await send('email=%ff')).status).toBe(400);
  expect((await send('email=a%40x.test', { 'Content-Type': 'application/json' })).status).toBe(400);
  expect((await send('email=a%40x.test', { Origin: 'https://evil.test' })).status).toBe(403);
  expect((await send('email=a%40x.test', { 'Sec-Fetch-Site': 'same-site' })).status).toBe(403);
});

test('who lost every workspace between mail and press is told, and gets no session', async () => {
  const nora = await contactOf(await newTenant());
  const { link } = await askedBy(nora.tenant.host, nora.email);
  await env.DB.prepare(`update memberships set role = 'none' where tenant_id = ?`).bind(nora.tenant.id).run();
  const answer = await press(nora.tenant.host, new URL(link).pathname);
  expect(answer.status).toBe(403);
  expect(cookiesOf(answer)).not.toContain('__Host-session');
});
