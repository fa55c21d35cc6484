import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { accountOf, contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { cookiesOf, request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

async function martaOfTwo() {
  const tenant = await newTenant();
  const second = await accountOf(tenant, 'Initech & Sons');
  const marta = await contactOf(tenant, { also: [{ accountId: second, role: 'member' }] });
  return { marta, first: marta.accountId, second, ...(await signIn(marta)) };
}

test('with several memberships nothing but the chooser opens, until one is chosen', async () => {
  const { host, cookie } = await martaOfTwo();
  const turned = await request(host, '/settings', { cookie });
  expect(turned.headers.get('Location')).toBe('/workspaces?return_to=%2Fsettings');
  const page = await (await request(host, '/workspaces?return_to=/settings', { cookie })).text();
  expect(page).toContain('Initech &amp; Sons');
  expect(page.match(/name="workspace"/g)).toHaveLength(2);
});

test('the choice goes into cookie and session, the header names it, and it can be changed', async () => {
  const { host, cookie, first, second } = await martaOfTwo();
  const chosen = await request(host, '/workspaces', { cookie, form: { workspace: second, return_to: '/settings' } });
  expect(chosen.headers.get('Location')).toBe('/settings');
  const inSecond = cookiesOf(chosen);
  expect(inSecond).toContain(`.${second}.member.`);
  expect(await (await request(host, '/settings', { cookie: inSecond })).text()).toContain(
    'Workspace: Initech &amp; Sons. Switch',
  );
  const back = await request(host, '/workspaces', { cookie: inSecond, form: { workspace: first } });
  expect(cookiesOf(back)).toContain(`.${first}.admin.`);
  expect((await request(host, '/settings', { cookie: cookiesOf(back) })).status).toBe(200);
});

test('a cookie of before the choice, or of another tab’s older choice, is issued anew', async () => {
  const { host, cookie, second } = await martaOfTwo();
  await request(host, '/workspaces', { cookie, form: { workspace: second } });
  const answer = await request(host, '/settings', { cookie });
  expect(answer.status).toBe(307);
  expect(cookiesOf(answer)).toContain(`.${second}.member.`);
});

test('an account that is another’s, another tenant’s, forbidden or nonsense cannot be entered', async () => {
  const { marta, host, cookie } = await martaOfTwo();
  const elsewhere = await contactOf(await newTenant());
  const foreign = await accountOf(marta.tenant, 'Not hers');
  for (const workspace of [foreign, elsewhere.accountId, '', 'x', `' or 1=1 --`]) {
    const answer = await request(host, '/workspaces', { cookie, form: { workspace } });
    expect(answer.status, workspace).toBe(404);
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
  const row = await env.DB.prepare('select account_id from sessions where tenant_id = ?').bind(marta.tenant.id).first();
  expect(row).toEqual({ account_id: null });
});

test('one membership is entered without being asked; `none` does not count as one', async () => {
  const tenant = await newTenant();
  const also = [{ accountId: await accountOf(tenant), role: 'none' as const }];
  const nora = await contactOf(tenant, { also });
  const { host, cookie } = await signIn(nora);
  expect(cookie).toContain(`.${nora.accountId}.admin.`);
  const page = await (await request(host, '/settings', { cookie })).text();
  expect(page).not.toContain('Switch');
});

test('a role that changes takes effect at the next request, one that is taken away ends the session', async () => {
  const nora = await contactOf(await newTenant());
  const { host, cookie } = await signIn(nora);
  const turn = (role: string) =>
    env.DB.prepare('update memberships set role = ? where tenant_id = ?').bind(role, nora.tenant.id).run();
  await turn('member');
  const again = await request(host, '/settings', { cookie });
  expect(again.status).toBe(307);
  expect(again.headers.get('Location')).toBe('/settings');
  expect(cookiesOf(again)).toContain('.member.');
  await turn('none');
  expect((await request(host, '/settings', { cookie: cookiesOf(again) })).headers.get('Location')).toContain(
    '/sign-in',
  );
});

test('somebody signed out is led to the sign-in page and back', async () => {
  const { host } = await newTenant();
  expect((await request(host, '/workspaces')).headers.get('Location')).toBe('/sign-in?return_to=%2Fworkspaces');
  expect((await request(host, '/workspaces', { form: { workspace: 'x' } })).status).toBe(401);
});
