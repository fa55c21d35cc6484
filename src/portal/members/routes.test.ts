import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newId } from '#lib/ids.ts';
import { accountOf, contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { portalOf, typedIn } from '../../../test/helpers/portal-page.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

/** Nora, an admin of Northwind with a member Nils, at her browser. */
async function northwind() {
  const tenant = await newTenant();
  const accountId = await accountOf(tenant, 'Northwind');
  const nora = await contactOf(tenant, { name: 'Nora Lindqvist', accountId });
  const nils = await contactOf(tenant, { name: 'Nils Berg', accountId, role: 'member' });
  const browser = portalOf({ signedIn: await signIn(nora) });
  const post = (path: string, fields: Record<string, string> = {}) =>
    browser.ask(path, { form: { workspace: accountId, ...fields } });
  const roleOf = (id: string) =>
    env.DB.prepare('select role from memberships where contact_id = ? and account_id = ?')
      .bind(id, accountId)
      .first<string>('role');
  return { tenant, accountId, nora, nils, browser, post, roleOf };
}

const invited = async (accountId: string) =>
  (
    await env.DB.prepare('select email, role, name from invitations where account_id = ? order by email')
      .bind(accountId)
      .all()
  ).results;

test('admins see who has access; members find nothing there and no link to it', async () => {
  const { nora, nils, browser } = await northwind();
  const page = await browser.page('/members');
  for (const text of ['Nora Lindqvist', nora.email, 'Nils Berg', 'Admin', 'Member', '>You<', 'Not yet'])
    expect(page).toContain(text);
  const member = portalOf({ signedIn: await signIn(nils) });
  for (const path of [
    '/members',
    '/members/invitations',
    `/members/${nora.id}`,
    `/members/${nils.id}`,
    `/members/${nils.id}/role`,
    `/members/${nils.id}/removal`,
  ]) {
    expect((await member.ask(path)).status, path).toBe(404);
  }
  expect(await member.page('/')).not.toContain('/members');
});

test('a role is changed after a page has said what it means', async () => {
  const { nora, nils, browser, post, roleOf } = await northwind();
  expect(await browser.page(`/members/${nils.id}`)).toContain('Make admin');
  expect(await browser.page(`/members/${nils.id}/role`)).toContain('can invite, change and remove people, you too');
  expect(await roleOf(nils.id)).toBe('member');
  const done = await post(`/members/${nils.id}/role`, { role: 'admin' });
  expect(done.headers.get('Location')).toBe('/members?said=role');
  expect(await roleOf(nils.id)).toBe('admin');
  expect(await browser.page('/members?said=role')).toContain('The role is changed.');
  expect(await browser.page(`/members/${nora.id}/role`)).toContain('Give up being an admin?');
  const own = await post(`/members/${nora.id}/role`, { role: 'member' });
  expect(own.headers.get('Location')).toBe('/');
});

test('who is removed is out, and a second press of the button says so too', async () => {
  const { nora, nils, browser, post, roleOf } = await northwind();
  const his = portalOf({ signedIn: await signIn(nils) });
  expect(await browser.page(`/members/${nils.id}/removal`)).toContain('Nils Berg is signed out of Northwind at once');
  const done = await post(`/members/${nils.id}/removal`);
  expect(done.headers.get('Location')).toBe('/members?said=removed');
  expect(await roleOf(nils.id)).toBeNull();
  expect((await his.ask('/')).headers.get('Location')).toContain('/sign-in');
  expect((await browser.ask(`/members/${nils.id}`)).status).toBe(404);
  expect((await post(`/members/${nils.id}/removal`)).headers.get('Location')).toBe('/members?said=removed');
  expect((await post(`/members/${nora.id}/removal`)).status).toBe(409);
});

test('the only admin is told why the role stays, and sends it in vain', async () => {
  const { nora, browser, post, roleOf } = await northwind();
  for (const path of ['', '/role', '/removal'])
    expect(await browser.page(`/members/${nora.id}${path}`)).toContain('You are its only admin');
  const answer = await post(`/members/${nora.id}/role`, { role: 'member' });
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('Make somebody else an admin first.');
  expect(await roleOf(nora.id)).toBe('admin');
});

test.each([
  ['another role', { role: 'owner' }],
  ['no access, which only the tenant gives', { role: 'none' }],
  ['a further field', { role: 'admin', accountId: 'x' }],
  ['no role', {}],
])('%s is refused', async (_what, fields) => {
  const { nils, post, roleOf } = await northwind();
  expect((await post(`/members/${nils.id}/role`, fields)).status).toBe(400);
  expect(await roleOf(nils.id)).toBe('member');
});

test('another account’s people, another tenant’s and those without access are not there', async () => {
  const { tenant, accountId, browser, post } = await northwind();
  const ines = await contactOf(tenant);
  const hal = await contactOf(await newTenant());
  const off = await contactOf(tenant, { accountId, role: 'none' });
  for (const { id } of [ines, hal, off]) {
    for (const path of ['', '/role', '/removal']) expect((await browser.ask(`/members/${id}${path}`)).status).toBe(404);
    expect((await post(`/members/${id}/role`, { role: 'admin' })).status).toBe(404);
    expect((await post(`/members/${id}/removal`)).status).toBe(404);
  }
  expect((await browser.ask('/members/con_%27or1=1')).status).toBe(404);
});

test('a form made for another workspace asks, and changes nobody', async () => {
  const { tenant, nils, browser, post, roleOf } = await northwind();
  const workspace = await accountOf(tenant, 'Initech');
  const answer = await browser.ask(`/members/${nils.id}/removal`, { form: { workspace } });
  expect(answer.status).toBe(409);
  expect(await roleOf(nils.id)).toBe('member');
  const invite = await post('/members/invitations', { workspace, emails: 'kept@words.test', role: 'member' });
  expect(invite.status).toBe(409);
  expect(await invite.text()).toContain('kept@words.test');
  expect(await invited(workspace)).toEqual([]);
});

test('many people are invited at once; what was wrong is named and stays in the box', async () => {
  const { accountId, nils, browser, post } = await northwind();
  const emails = `Ada Stone <ada@northwind.test>, not an address\n${nils.email}; ADA@northwind.test bob@northwind.test`;
  const answer = await post('/members/invitations', { emails, role: 'member' });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(await invited(accountId)).toEqual([
    { email: 'ada@northwind.test', role: 'member', name: 'Ada Stone' },
    { email: 'bob@northwind.test', role: 'member', name: '' },
  ]);
  expect(page).toContain('Invited: ada@northwind.test, bob@northwind.test');
  expect(page).toContain(`${nils.email} has access already.`);
  expect(typedIn(page, 'emails')).toBe(`not\nan\naddress\n${nils.email}`);
  const list = await browser.page('/members');
  for (const text of ['ada@northwind.test', 'bob@northwind.test', 'Invited']) expect(list).toContain(text);
});

test('all fine leads back to the list, which says how many', async () => {
  const { accountId, browser, post } = await northwind();
  const answer = await post('/members/invitations', { emails: 'ada@northwind.test', role: 'admin' });
  expect(answer.headers.get('Location')).toBe('/members?said=invited&count=1');
  expect(await browser.page('/members?said=invited&count=1')).toContain('1 invitation is sent.');
  expect(await invited(accountId)).toMatchObject([{ role: 'admin' }]);
  for (const count of ['<script>', '-1', '999', '0', ''])
    expect(await browser.page(`/members?said=invited&count=${encodeURIComponent(count)}`)).not.toContain('sent.');
  const again = await (await post('/members/invitations', { emails: 'ada@northwind.test', role: 'admin' })).text();
  expect(again).toContain('has been invited already');
});

test.each([
  ['nothing', ' \n,', 'Please fill this in.'],
  ['51 addresses', Array.from({ length: 51 }, (_, i) => `p${i}@x.test`).join('\n'), 'up to 50 invitations at a time'],
  ['hostile text', '<script>alert(1)</script>@\u202etset.x', 'is no address'],
])('%s sends nothing and comes back', async (_what, emails, said) => {
  const { accountId, post } = await northwind();
  const answer = await post('/members/invitations', { emails, role: 'member' });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain(said);
  expect(page).not.toContain('<script>alert');
  expect(await invited(accountId)).toEqual([]);
});

test('an invitation is sent again and withdrawn by its own account’s admins only', async () => {
  const { tenant, accountId, browser, post } = await northwind();
  await post('/members/invitations', { emails: 'ada@northwind.test', role: 'member' });
  const id = await env.DB.prepare('select id from invitations where account_id = ?')
    .bind(accountId)
    .first<string>('id');
  const path = `/members/invitations/${id}`;
  const ines = await contactOf(tenant);
  const hers = portalOf({ signedIn: await signIn(ines) });
  expect((await hers.ask(path)).status).toBe(404);
  for (const what of ['sending', 'withdrawal'])
    expect((await hers.ask(`${path}/${what}`, { form: { workspace: ines.accountId } })).status).toBe(404);
  expect(await browser.page(path)).toContain('Send again');
  expect((await post(`${path}/sending`)).headers.get('Location')).toBe('/members?said=resent');
  expect((await post(`${path}/withdrawal`)).headers.get('Location')).toBe('/members?said=withdrawn');
  expect((await browser.ask(path)).status).toBe(404);
  expect(await browser.page('/members')).not.toContain('ada@northwind.test');
});

test('who asks for access is let in with a role, or refused', async () => {
  const { tenant, accountId, browser, post } = await northwind();
  const ask = async (email: string) => {
    const id = newId('accessRequest', Date.now());
    await env.DB.prepare(
      'insert into access_requests (tenant_id, id, account_id, email, created_at) values (?, ?, ?, ?, ?)',
    )
      .bind(tenant.id, id, accountId, email, Date.now())
      .run();
    return `/members/requests/${id}`;
  };
  const [ada, bob] = [await ask('ada@northwind.test'), await ask('bob@northwind.test')];
  expect(await browser.page('/members')).toContain('2 people wait for your answer.');
  expect(await browser.page(ada)).toContain('Let ada@northwind.test in?');
  expect((await post(ada, { role: 'member' })).status).toBe(400);
  const granted = await post(ada, { role: 'member', decision: 'grant' });
  expect(granted.headers.get('Location')).toBe('/members?said=granted');
  const refused = await post(bob, { role: 'admin', decision: 'refuse' });
  expect(refused.headers.get('Location')).toBe('/members?said=refused');
  const list = await browser.page('/members');
  expect(list).toContain('ada@northwind.test');
  expect(list).not.toContain('bob@northwind.test');
  expect(list).not.toContain('wait for your answer');
  expect((await browser.ask(ada)).status).toBe(404);
  const late = await post(bob, { role: 'admin', decision: 'grant' });
  expect(late.headers.get('Location')).toBe('/members?said=refused');
});

test('who leaves is led to the way in', async () => {
  const { tenant, accountId, nora, browser, post } = await northwind();
  await contactOf(tenant, { accountId });
  expect(await browser.page(`/members/${nora.id}/removal`)).toContain('Leave Northwind?');
  const left = await post(`/members/${nora.id}/removal`);
  expect(left.headers.get('Location')).toBe('/sign-in?said=signed-out');
  expect(await browser.page('/sign-in?said=signed-out')).toContain('You are signed out.');
});

test('more than fifty people come in pages', async () => {
  const { tenant, accountId, browser } = await northwind();
  for (let i = 0; i < 50; i += 1) await contactOf(tenant, { accountId, role: 'member' });
  const first = await browser.page('/members');
  const next = /\/members\?after=[\w.]+/.exec(first)?.[0] ?? '';
  expect(first.match(/Manage<\/a>/g)).toHaveLength(50);
  expect((await browser.page(next)).match(/Manage<\/a>/g)).toHaveLength(2);
});
