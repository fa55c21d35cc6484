import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { resendInvitation } from '#identity/invitations/resend-invitation.ts';
import { withdrawInvitation } from '#identity/invitations/withdraw-invitation.ts';
import { nowhere } from '#lib/origin.ts';
import { acceptByMail, actionsOf, placesOf, pressInvitation, rowsOf } from '../../../test/helpers/accept-invitation.ts';
import { agentOf, ownerOf } from '../../../test/helpers/agent-of.ts';
import { accountOf, contactOf, type TestContact } from '../../../test/helpers/contact-of.ts';
import { deliverAll, invitationDeps, invited, newestInvitation } from '../../../test/helpers/invite.ts';
import { newTenant, scopeOf } from '../../../test/helpers/new-tenant.ts';
import { newestSignInMail, sentMail, signInMails, testEnv } from '../../../test/helpers/post-office.ts';
import { cookiesOf, request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

async function inviter(wish: Parameters<typeof contactOf>[1] = {}): Promise<TestContact> {
  return contactOf(await newTenant({ name: 'Acme' }), { name: 'Nora Meier', ...wish });
}

test('the page names portal, account, inviter and address, and changes nothing however often it is opened', async () => {
  const nora = await inviter();
  await env.DB.prepare('update accounts set name = ? where id = ?').bind('North <b>wind', nora.accountId).run();
  const it = await invited(nora, { role: 'admin' });
  const rows = () => rowsOf('select * from invitations where tenant_id = ?', nora.tenant.id);
  const before = await rows();
  for (const method of ['GET', 'HEAD', 'GET']) {
    const page = await request(it.host, it.path, { method });
    expect(page.status).toBe(200);
    expect(page.headers.get('X-Robots-Tag')).toBe('noindex');
    expect(page.headers.get('Cache-Control')).toContain('no-store');
    expect(page.headers.getSetCookie()).toEqual([]);
    if (method === 'HEAD') continue;
    const html = await page.text();
    for (const words of ['You are invited to Acme', 'Nora Meier', 'North &lt;b&gt;wind', it.email, 'Admin'])
      expect(html).toContain(words);
  }
  expect(await rows()).toEqual(before);
  expect(signInMails(it.email)).toEqual([]);
});

test('a stranger accepts: a contact of that name in the right account and no other', async () => {
  const nora = await inviter();
  const { tenant, accountId } = nora;
  await accountOf(tenant);
  const it = await invited(nora, { name: 'Nina Neu' });
  const answer = await acceptByMail(it);
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/']);
  expect(await placesOf(tenant.id, it.email)).toEqual([{ account_id: accountId, role: 'member' }]);
  const page = await request(it.host, '/settings', { cookie: cookiesOf(answer) });
  expect(await page.text()).toContain('Nina Neu');
  expect(await actionsOf(tenant.id)).toEqual([
    'invitation.sent',
    'contact.added',
    'membership.added',
    'invitation.accepted',
    'session.opened',
  ]);
  const [entry] = await rowsOf(
    "select actor_id, account_id, detail from audit_entries where tenant_id = ? and action = 'session.opened'",
    tenant.id,
  );
  const [contact] = await rowsOf<{ id: string }>(
    'select id from contacts where tenant_id = ? and email = ?',
    tenant.id,
    it.email,
  );
  expect(entry).toEqual({ actor_id: contact?.id, account_id: accountId, detail: '{"door":"invitation"}' });
});

test('the code of the mail accepts as well as its link', async () => {
  const nora = await inviter();
  const it = await invited(nora);
  const cookie = cookiesOf(await pressInvitation(it));
  const { code } = newestSignInMail(it.email);
  const wrong = code === '000000' ? '111111' : '000000';
  expect((await request(it.host, '/sign-in/code', { cookie, form: { code: wrong } })).status).toBe(422);
  expect(await placesOf(nora.tenant.id, it.email)).toEqual([]);
  const answer = await request(it.host, '/sign-in/code', { cookie, form: { code } });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toBe('/welcome?return_to=%2F');
  expect(await placesOf(nora.tenant.id, it.email)).toHaveLength(1);
});

test('the mail goes to the invited address, whoever presses and whatever they send along', async () => {
  const it = await invited(await inviter());
  const form = { email: 'thief@evil.test', return_to: '/' };
  expect((await request(it.host, it.path, { form })).status).toBe(400);
  await pressInvitation(it);
  expect(signInMails('thief@evil.test')).toEqual([]);
  expect(signInMails(it.email)).toHaveLength(1);
});

test('an invitation works once', async () => {
  const nora = await inviter();
  const it = await invited(nora);
  await acceptByMail(it);
  const page = await request(it.host, it.path);
  expect(page.status).toBe(410);
  expect(await page.text()).toContain('This invitation has been used');
  await env.DB.prepare('delete from memberships where tenant_id = ? and role = ?').bind(nora.tenant.id, 'member').run();
  await pressInvitation(it);
  expect(signInMails(it.email)).toHaveLength(1);
  expect(await placesOf(nora.tenant.id, it.email)).toEqual([]);
});

test('sent again: the old link opens nothing any more, the new one does', async () => {
  const nora = await inviter();
  const it = await invited(nora);
  const deps = invitationDeps();
  const at = { invitationId: it.id, accountId: nora.accountId };
  await resendInvitation(await scopeOf(nora.tenant), nora, at, deps);
  await deliverAll(nora.tenant.id, deps.effects.mails);
  const path = newestInvitation(it.email);
  expect(path).not.toBe(it.path);
  expect((await request(it.host, it.path)).status).toBe(404);
  expect((await pressInvitation(it)).status).toBe(404);
  expect(signInMails(it.email)).toEqual([]);
  expect((await acceptByMail({ ...it, path })).status).toBe(303);
});

test('withdrawn: the page says so, and a press mails nothing', async () => {
  const nora = await inviter();
  const it = await invited(nora);
  await withdrawInvitation(
    await scopeOf(nora.tenant),
    nora,
    { invitationId: it.id, accountId: nora.accountId },
    nowhere,
  );
  for (const answer of [await request(it.host, it.path), await pressInvitation(it)]) {
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain('This invitation was withdrawn');
  }
  expect(signInMails(it.email)).toEqual([]);
});

test('signed in with the invited address, one press joins and leads there; a second press changes nothing', async () => {
  const nora = await inviter();
  const ines = await contactOf(nora.tenant);
  const { cookie } = await signIn(ines);
  const mails = signInMails(ines.email).length;
  const it = await invited(nora, { email: ines.email });
  expect(await (await request(it.host, it.path, { cookie })).text()).toContain('one press, and you are in');
  const answer = await pressInvitation(it, cookie);
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/']);
  expect(signInMails(ines.email)).toHaveLength(mails);
  const home = await request(it.host, '/', { cookie: cookiesOf(answer) });
  expect(home.status).toBe(200);
  const [session] = await rowsOf<{ account_id: string }>(
    'select account_id from sessions where subject_id = ?',
    ines.id,
  );
  expect(session?.account_id).toBe(nora.accountId);
  const before = await actionsOf(nora.tenant.id);
  expect((await pressInvitation(it, cookiesOf(answer))).headers.get('Location')).toBe('/');
  expect(await actionsOf(nora.tenant.id)).toEqual(before);
});

test('signed in as somebody else, the press mails the invited address and joins nobody', async () => {
  const nora = await inviter();
  const ines = await contactOf(nora.tenant);
  const { cookie } = await signIn(ines);
  const it = await invited(nora);
  expect(await (await request(it.host, it.path, { cookie })).text()).toContain(ines.email);
  expect((await pressInvitation(it, cookie)).headers.get('Location')).toMatch(/^\/sign-in\/code/);
  expect(await placesOf(nora.tenant.id, ines.email)).toHaveLength(1);
  expect(signInMails(it.email)).toHaveLength(1);
});

test('another tenant’s host, the agents’ host and made-up links know nothing', async () => {
  const nora = await inviter();
  const it = await invited(nora);
  const globex = await newTenant();
  const agents = await invited(ownerOf(nora.tenant));
  const bare = agents.path.replace(/\d+-/, '');
  for (const [host, path] of [
    [globex.host, it.path],
    [nora.tenant.host, bare],
    [nora.tenant.host, agents.path],
    [agents.host, it.path],
    [agents.host, agents.path.replace(/\d+-/, '999999-')],
    [nora.tenant.host, `/invitations/${'x'.repeat(43)}`],
    [nora.tenant.host, '/invitations/%00'],
    [nora.tenant.host, '/invitations/<script>'],
  ] as const) {
    for (const method of ['GET', 'POST']) {
      const answer = await request(host, path, { method, ...(method === 'POST' && { form: {} }) });
      expect(answer.status, `${method} ${host}${path}`).toBe(404);
      expect(await answer.text()).not.toContain(it.email);
    }
  }
  expect(signInMails(it.email)).toEqual([]);
});

test('the hash in the database opens nothing', async () => {
  const it = await invited(await inviter());
  const [row] = await rowsOf<{ token_hash: string }>('select token_hash from invitations where id = ?', it.id);
  expect((await request(it.host, `/invitations/${row?.token_hash}`)).status).toBe(404);
});

test('too many presses in a minute are asked to wait, with the invitation still there', async () => {
  const it = await invited(await inviter());
  const limit = { limit: async () => ({ success: false }) };
  const answer = await request(it.host, it.path, { form: {}, method: 'POST', env: testEnv({ SIGN_IN_LIMIT: limit }) });
  expect(answer.status).toBe(429);
  expect(await answer.text()).toContain('Please wait a minute');
});

test('what an agent of the tenant sends lets a customer in', async () => {
  const tenant = await newTenant({ name: 'Acme' });
  const accountId = await accountOf(tenant, 'Northwind');
  const admin = await agentOf(tenant, { role: 'admin', name: 'Amir Haddad' });
  const it = await invited(admin, { accountId, role: 'admin' });
  const host = tenant.host;
  expect((await acceptByMail({ ...it, host })).status).toBe(303);
  expect(await placesOf(tenant.id, it.email)).toEqual([{ account_id: accountId, role: 'admin' }]);
  expect(sentMail(it.email).at(-1)?.text).toContain('Amir Haddad');
});
