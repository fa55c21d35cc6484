import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { atTime } from '../../../../test/helpers/at-time.ts';
import { accountOf, contactOf } from '../../../../test/helpers/contact-of.ts';
import { comeIn, handOffKey, handOver, sign } from '../../../../test/helpers/hand-off.ts';
import { newTenant, type TestTenant } from '../../../../test/helpers/new-tenant.ts';
import { cookiesOf, request } from '../../../../test/helpers/request.ts';
import { signIn } from '../../../../test/helpers/sign-in.ts';

async function countOf(table: string, tenant: TestTenant, where = 'true'): Promise<number> {
  const row = await env.DB.prepare(`select count(*) as n from ${table} where tenant_id = ? and ${where}`)
    .bind(tenant.id)
    .first<{ n: number }>();
  return row?.n ?? -1;
}

async function scene() {
  const tenant = await newTenant({ name: 'Acme' });
  const nora = await contactOf(tenant, { email: 'nora@customer.test', name: 'Nora Lind' });
  return { tenant, nora, key: await handOffKey(tenant), host: tenant.host };
}

const settingsOf = async (host: string, cookie: string) => (await request(host, '/settings', { cookie })).text();

test.each(['GET', 'POST'])('a token brought by %s signs its person in, at a clean address', async (method) => {
  const { tenant, nora, key, host } = await scene();
  const jwt = await sign(key, { email: ' Nora@Customer.test' });
  const arrived =
    method === 'POST'
      ? await handOver(host, jwt, { returnTo: '/requests/1001?x=1' })
      : await request(host, `/sign-in/hand-off?jwt=${jwt}&return_to=${encodeURIComponent('/requests/1001?x=1')}`);
  expect(arrived.status).toBe(303);
  expect(arrived.headers.get('Location')).toBe('/sign-in/hand-off/continue');
  expect(arrived.headers.get('Cache-Control')).toBe('private, no-store');
  expect(arrived.headers.get('Referrer-Policy')).toBe('strict-origin');
  expect(arrived.headers.getSetCookie().join()).toMatch(
    /^__Host-handoff=[\w-]{43}; Max-Age=60; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(await countOf('sessions', tenant)).toBe(0);
  const answer = await request(host, '/sign-in/hand-off/continue', { cookie: cookiesOf(arrived) });
  expect(answer.headers.get('Location')).toBe('/requests/1001?x=1');
  expect(await settingsOf(host, cookiesOf(answer))).toContain(nora.email);
});

test('the sign-in is in the audit, with its door, device and place', async () => {
  const { tenant, nora, key, host } = await scene();
  const { arrivalCookie } = await comeIn(host, await sign(key, { email: nora.email }));
  expect(arrivalCookie).toContain('__Host-handoff');
  const entry = await env.DB.prepare(
    `select actor_id as who, detail, account_id as account from audit_entries where tenant_id = ? and action = 'session.opened'`,
  )
    .bind(tenant.id)
    .first();
  expect(entry).toEqual({ who: nora.id, detail: '{"door":"hand_off"}', account: nora.accountId });
});

test.each(['//evil.test', 'https://evil.test/', '/\\evil.test', '/%09/evil.test/..//evil.test', 'javascript:alert(1)'])(
  'return_to %s leads nowhere else',
  async (returnTo) => {
    const { nora, key, host } = await scene();
    const { answer } = await comeIn(host, await sign(key, { email: nora.email }), { returnTo });
    const to = answer.headers.get('Location') ?? '';
    expect(to).toMatch(/^\/([^/\\]|$)/);
    expect(new URL(to, `https://${host}`).origin).toBe(`https://${host}`);
  },
);

test('a token works once, also when fifty come at the same moment', async () => {
  const { tenant, nora, key, host } = await scene();
  const jwt = await sign(key, { email: nora.email });
  const answers = await Promise.all(Array.from({ length: 50 }, () => handOver(host, jwt)));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 410)).toHaveLength(49);
  expect(await countOf('handoff_arrivals', tenant)).toBe(1);
  expect(await countOf('handoff_uses', tenant)).toBe(1);
  expect((await handOver(host, jwt)).status).toBe(410);
});

test('fifty of one browser going on at once get one session, the same for all', async () => {
  const { tenant, nora, key, host } = await scene();
  const cookie = cookiesOf(await handOver(host, await sign(key, { email: nora.email })));
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => request(host, '/sign-in/hand-off/continue', { cookie })),
  );
  const sessions = new Set(answers.map((answer) => cookiesOf(answer)));
  expect(sessions.size).toBe(1);
  expect(await countOf('sessions', tenant)).toBe(1);
  expect(await countOf('audit_entries', tenant, `action = 'session.opened'`)).toBe(1);
});

test('after signing out, Back makes no second session', async () => {
  const { tenant, nora, key, host } = await scene();
  const { cookie, arrivalCookie } = await comeIn(host, await sign(key, { email: nora.email }));
  await request(host, '/sign-out', { method: 'POST', cookie });
  const again = await request(host, '/sign-in/hand-off/continue', { cookie: arrivalCookie });
  expect(again.status).toBe(410);
  expect(cookiesOf(again)).toBe('');
  expect(await countOf('sessions', tenant, 'ended_at is null')).toBe(0);
});

test('even a session whose row is gone is not made a second time', async () => {
  const { tenant, nora, key, host } = await scene();
  const start = Date.now();
  const { arrivalCookie } = await comeIn(host, await sign(key, { email: nora.email }));
  await env.DB.prepare('delete from sessions where tenant_id = ?').bind(tenant.id).run();
  const again = () => request(host, '/sign-in/hand-off/continue', { cookie: arrivalCookie });
  expect((await atTime(start + 5000, again)).status).toBe(410);
  expect(await countOf('sessions', tenant)).toBe(0);
});

test('what waits for the browser waits a minute, for this browser and this host', async () => {
  const { nora, key, host } = await scene();
  const start = Date.now();
  const cookie = cookiesOf(await handOver(host, await sign(key, { email: nora.email })));
  const at = (ms: number, options = { cookie }) =>
    atTime(start + ms, () => request(host, '/sign-in/hand-off/continue', options));
  expect((await request(host, '/sign-in/hand-off/continue')).status).toBe(410);
  expect((await at(0, { cookie: `__Host-handoff=${'A'.repeat(43)}` })).status).toBe(410);
  const other = await newTenant();
  expect((await request(other.host, '/sign-in/hand-off/continue', { cookie })).status).toBe(410);
  expect((await at(62_000)).status).toBe(410);
  expect((await at(30_000)).status).toBe(303);
});

test('the same person goes on, and the session before is over', async () => {
  const { nora, key, host } = await scene();
  const before = await signIn(nora);
  const { answer, cookie } = await comeIn(host, await sign(key, { email: nora.email }), { cookie: before.cookie });
  expect(answer.status).toBe(303);
  expect((await request(host, '/settings', { cookie })).status).toBe(200);
  expect((await request(host, '/settings', { cookie: before.cookie })).status).toBe(303);
});

test('somebody else is asked first, and stays who they are unless they press', async () => {
  const { tenant, nora, key, host } = await scene();
  const nils = await signIn(await contactOf(tenant, { email: 'nils@customer.test' }));
  const { answer, arrivalCookie } = await comeIn(host, await sign(key, { email: nora.email }), { cookie: nils.cookie });
  const page = await answer.text();
  expect(answer.status).toBe(200);
  expect(page).toContain('nils@customer.test');
  expect(page).toContain(nora.email);
  expect(cookiesOf(answer)).toBe('');
  expect(await settingsOf(host, nils.cookie)).toContain('nils@customer.test');
  const cookie = `${arrivalCookie}; ${nils.cookie}`;
  const foreign = { cookie, form: {}, method: 'POST', headers: { Origin: 'https://evil.test' } };
  expect((await request(host, '/sign-in/hand-off/continue', foreign)).status).toBe(403);
  const pressed = await request(host, '/sign-in/hand-off/continue', { method: 'POST', cookie });
  expect(await settingsOf(host, cookiesOf(pressed))).toContain(nora.email);
  expect((await request(host, '/settings', { cookie: nils.cookie })).status).toBe(303);
});

test('HEAD is refused and uses nothing up', async () => {
  const { nora, key, host } = await scene();
  const jwt = await sign(key, { email: nora.email });
  const head = await request(host, `/sign-in/hand-off?jwt=${jwt}`, { method: 'HEAD' });
  expect(head.status).toBe(405);
  expect(head.headers.get('Allow')).toBe('GET, POST');
  const prefetch = await request(host, `/sign-in/hand-off?jwt=${jwt}`, { headers: { 'Sec-Purpose': 'prefetch' } });
  expect(prefetch.status).toBe(409);
  const arrived = await request(host, `/sign-in/hand-off?jwt=${jwt}`);
  expect(arrived.status).toBe(303);
  const cookie = cookiesOf(arrived);
  expect((await request(host, '/sign-in/hand-off/continue', { method: 'HEAD', cookie })).status).toBe(405);
  expect((await request(host, '/sign-in/hand-off/continue', { cookie })).status).toBe(303);
});

test('the account of the token is the workspace that opens; without it, who has several chooses', async () => {
  const { tenant, key, host } = await scene();
  const zeta = await accountOf(tenant, 'Zeta');
  await env.DB.prepare(`update accounts set external_id = 'crm-7' where id = ?`).bind(zeta).run();
  const also = [{ accountId: zeta, role: 'member' as const }];
  const marta = await contactOf(tenant, { also, email: 'marta@customer.test' });
  const chosen = await comeIn(host, await sign(key, { email: marta.email, account_external_id: 'crm-7' }));
  expect(chosen.answer.headers.get('Location')).toBe('/');
  expect(await (await request(host, '/', { cookie: chosen.cookie })).text()).toContain('Zeta');
  const open = await comeIn(host, await sign(key, { email: marta.email }));
  expect(open.answer.headers.get('Location')).toBe('/workspaces?return_to=%2F');
});

test('the audience may be any live host of the tenant, and no other', async () => {
  const { tenant, nora, key, host } = await scene();
  const [live, pending] = [`help.${tenant.slug}.test`, `soon.${tenant.slug}.test`];
  const add = (hostname: string, status: string) =>
    env.DB.prepare(`insert into hostnames (hostname, tenant_id, kind, status, canonical, created_at)
      values (?, ?, 'custom', ?, 0, 1)`)
      .bind(hostname, tenant.id, status)
      .run();
  await add(live, 'active');
  await add(pending, 'pending');
  const token = (aud: unknown) => sign(key, { email: nora.email, aud });
  expect((await handOver(host, await token(`https://${live}`))).status).toBe(303);
  expect((await handOver(live, await token([`https://${host}`, 'https://elsewhere.test']))).status).toBe(303);
  expect((await handOver(host, await token(`https://${pending}`))).status).toBe(400);
  expect((await handOver(host, await token(`https://${env.PLATFORM_DOMAIN}`))).status).toBe(400);
});

test('a refusal says nothing of why to strangers, and offers the mail', async () => {
  const { nora, key, host } = await scene();
  const page = async (jwt: string) => {
    const answer = await handOver(host, jwt, { returnTo: '/settings' });
    expect(cookiesOf(answer)).toBe('');
    return { status: answer.status, text: await answer.text() };
  };
  const forged = await page(`${(await sign(key, { email: nora.email })).slice(0, -4)}AAAA`);
  expect(forged.status).toBe(400);
  expect(forged.text).toContain('href="/sign-in?by=mail&amp;return_to=%2Fsettings"');
  const unknown = await page(await sign(key, { email: 'who@nowhere.test' }));
  expect(unknown.status).toBe(403);
  expect(unknown.text).not.toContain('who@nowhere.test');
  const old = await sign(key, { email: nora.email, iat: 1_700_000_000, exp: 1_700_000_200 });
  expect((await page(old)).status).toBe(410);
});

test('a token that is refused leaves the address, for it may be good for another try', async () => {
  const { key, host } = await scene();
  const jwt = await sign(key, { email: 'nobody@customer.test' });
  const refused = await request(host, `/sign-in/hand-off?jwt=${jwt}&return_to=/requests/1001`);
  const location = refused.headers.get('Location') ?? '';
  expect(refused.status).toBe(303);
  expect(location).toBe('/sign-in/hand-off/trouble?what=refused&return_to=%2Frequests%2F1001');
  const page = await request(host, location);
  expect(page.status).toBe(403);
  expect(await page.text()).toContain('/sign-in?by=mail&amp;return_to=%2Frequests%2F1001');
  const planted = await request(host, '/sign-in/hand-off/trouble?what=%3Cscript%3E&return_to=//evil.test');
  expect([planted.status, await planted.text()]).toEqual([400, expect.not.stringContaining('evil.test')]);
});
