import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { nowhere } from '#lib/origin.ts';
import { acceptByMail, actionsOf, placesOf, rowsOf } from '../../../test/helpers/accept-invitation.ts';
import { ownerOf } from '../../../test/helpers/agent-of.ts';
import { atTime } from '../../../test/helpers/at-time.ts';
import { accountOf, contactOf, type TestContact } from '../../../test/helpers/contact-of.ts';
import { deliverAll, invitationDeps, invited } from '../../../test/helpers/invite.ts';
import { newTenant, scopeOf, type TestTenant } from '../../../test/helpers/new-tenant.ts';
import { newestSignInMail, sentMail, signInMails } from '../../../test/helpers/post-office.ts';
import { cookiesOf, fieldOf, request } from '../../../test/helpers/request.ts';
import { decideAccess } from '../members/decide-access.ts';
import { removeMember } from '../members/remove-member.ts';

type Policy = 'known' | 'domains' | 'requests';

const day = 24 * 60 * 60 * 1000;

/** A tenant whose account Northwind, with Nora as its admin, has a domain; `email` is of it and nobody's. */
async function scene(policy: Policy, wish: { confirmed?: boolean; role?: 'admin' | 'member' } = {}) {
  const tenant = await newTenant({ name: 'Acme' });
  const domain = `${crypto.randomUUID().slice(0, 8)}.test`;
  const accountId = await accountOf(tenant, 'Northwind <i>');
  const nora = await contactOf(tenant, { accountId, email: `nora@${domain}` });
  await setPolicy(tenant, policy);
  await env.DB.prepare('insert into account_domains values (?, ?, ?, ?, ?, ?, 1)')
    .bind(tenant.id, domain, accountId, wish.role ?? 'member', wish.confirmed === false ? null : 1, tenant.ownerId)
    .run();
  return { tenant, domain, accountId, nora, email: `new@${domain}` };
}

const setPolicy = (tenant: TestTenant, policy: Policy) =>
  env.DB.prepare('update tenant_settings set newcomers = ? where tenant_id = ?').bind(policy, tenant.id).run();

const ask = ({ host }: TestTenant, email: string) => request(host, '/sign-in', { form: { email } });

/** Asks, follows the mail and presses its button. */
async function signInAs(tenant: TestTenant, email: string) {
  await ask(tenant, email);
  const { pathname } = new URL(newestSignInMail(email).link);
  const page = await (await request(tenant.host, pathname)).text();
  return request(tenant.host, pathname, { form: { attempt: fieldOf(page, 'attempt') } });
}

const requestsOf = (tenant: TestTenant) =>
  rowsOf<{ id: string; account_id: string; email: string; outcome: string | null }>(
    'select id, account_id, email, outcome from access_requests where tenant_id = ? order by created_at',
    tenant.id,
  );

const owed = (tenant: TestTenant) =>
  rowsOf<{ kind: string; recipient_id: string; state: string }>(
    "select kind, recipient_id, state from outbox where tenant_id = ? and kind like 'access%'",
    tenant.id,
  );

const remove = async ({ tenant, id, accountId }: TestContact, by = ownerOf(tenant)) =>
  removeMember(await scopeOf(tenant), by, { contactId: id, accountId }, nowhere);

test('only known contacts: nobody new gets a mail', async () => {
  const { tenant, email } = await scene('known');
  await ask(tenant, email);
  expect(signInMails(email)).toEqual([]);
});

test('by domain: a newcomer of a confirmed domain is a contact of its account with its role', async () => {
  const { tenant, accountId, email } = await scene('domains', { role: 'admin' });
  const answer = await signInAs(tenant, email);
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/welcome?return_to=%2F']);
  expect(await placesOf(tenant.id, email)).toEqual([{ account_id: accountId, role: 'admin' }]);
  expect(await actionsOf(tenant.id)).toEqual(['contact.added', 'membership.added', 'session.opened']);
  expect((await request(tenant.host, '/settings', { cookie: cookiesOf(answer) })).status).toBe(200);
});

test.each(['domains', 'requests'] as const)(
  '%s: a domain that is not confirmed lets nobody in or ask',
  async (policy) => {
    const { tenant, email } = await scene(policy, { confirmed: false });
    await ask(tenant, email);
    expect(signInMails(email)).toEqual([]);
    expect(await requestsOf(tenant)).toEqual([]);
  },
);

test.each(['sub.', 'x', 'xn--'])('nor does a domain that only looks like it (%j)', async (prefix) => {
  const { tenant, domain } = await scene('domains');
  for (const email of [`new@${prefix}${domain}`, `new@${domain}.evil.test`]) {
    await ask(tenant, email);
    expect(signInMails(email)).toEqual([]);
  }
});

test('the domain is the account’s at this tenant only', async () => {
  const { email } = await scene('domains');
  const globex = await newTenant();
  await setPolicy(globex, 'domains');
  await ask(globex, email);
  expect(signInMails(email)).toEqual([]);
});

test.each(['the policy', 'the domain'])('%s falls between the mail and the press: nobody is in', async (what) => {
  const { tenant, email } = await scene('domains');
  await ask(tenant, email);
  if (what === 'the policy') await setPolicy(tenant, 'known');
  else await env.DB.prepare('update account_domains set confirmed_at = null where tenant_id = ?').bind(tenant.id).run();
  const { pathname } = new URL(newestSignInMail(email).link);
  const answer = await request(tenant.host, pathname, { method: 'POST', form: {} });
  expect(answer.status).toBe(403);
  expect(await rowsOf('select id from contacts where tenant_id = ? and email = ?', tenant.id, email)).toEqual([]);
});

test('a contact without any workspace joins by domain; one who has another is only signed in', async () => {
  const { tenant, domain, accountId } = await scene('domains');
  const idle = await contactOf(tenant, { email: `idle@${domain}`, role: 'none' });
  const busy = await contactOf(tenant, { email: `busy@${domain}` });
  await signInAs(tenant, idle.email);
  await signInAs(tenant, busy.email);
  expect(await placesOf(tenant.id, idle.email)).toContainEqual({ account_id: accountId, role: 'member' });
  expect(await placesOf(tenant.id, busy.email)).toEqual([{ account_id: busy.accountId, role: 'admin' }]);
});

test('whoever was taken out of the account is asked for, not let in, by their domain', async () => {
  const { tenant, accountId, domain } = await scene('domains');
  const nils = await contactOf(tenant, { accountId, email: `nils@${domain}` });
  await remove(nils);
  const shut = await contactOf(tenant, { accountId, email: `shut@${domain}`, role: 'none' });
  for (const { email } of [nils, shut]) {
    const answer = await signInAs(tenant, email);
    expect(await answer.text()).toContain('Your address is confirmed');
    expect(cookiesOf(answer)).not.toContain('__Host-session');
  }
  expect((await placesOf(tenant.id, nils.email)).length).toBe(0);
  expect((await requestsOf(tenant)).map(({ email }) => email)).toEqual([nils.email, shut.email]);
});

test('a disabled contact of the domain gets no mail', async () => {
  const { tenant, domain } = await scene('domains');
  const gone = await contactOf(tenant, { email: `gone@${domain}`, role: 'none' });
  await env.DB.prepare("update contacts set state = 'disabled' where id = ?").bind(gone.id).run();
  await ask(tenant, gone.email);
  expect(signInMails(gone.email)).toEqual([]);
});

test('on request: no session and no contact, a request, a mail to each admin, a page that says so', async () => {
  const { tenant, accountId, nora, email } = await scene('requests');
  const nick = await contactOf(tenant, { accountId });
  await contactOf(tenant, { accountId, role: 'member' });
  const answer = await signInAs(tenant, email);
  expect(answer.status).toBe(200);
  const page = await answer.text();
  for (const words of ['Your address is confirmed', 'Northwind &lt;i&gt;', email]) expect(page).toContain(words);
  expect(cookiesOf(answer)).not.toContain('__Host-session');
  expect(await rowsOf('select id from contacts where tenant_id = ? and email = ?', tenant.id, email)).toEqual([]);
  expect(await requestsOf(tenant)).toMatchObject([{ account_id: accountId, email, outcome: null }]);
  expect((await owed(tenant)).map(({ recipient_id }) => recipient_id).sort()).toEqual([nora.id, nick.id].sort());
  const [mail] = sentMail(nora.email);
  expect(mail?.subject).toBe('Somebody asks to join Northwind <i>');
  expect(mail?.text).toContain(email);
  expect(mail?.text).toContain(`https://${tenant.host}/members`);
  expect(await actionsOf(tenant.id)).toEqual(['access.requested']);
});

test('the code asks as well as the link', async () => {
  const { tenant, email } = await scene('requests');
  const cookie = cookiesOf(await ask(tenant, email));
  const { code } = newestSignInMail(email);
  const answer = await request(tenant.host, '/sign-in/code', { cookie, form: { code } });
  expect(await answer.text()).toContain('Your address is confirmed');
  expect(await requestsOf(tenant)).toHaveLength(1);
});

test('asking again, and pressing twice, makes no second request and no second mail', async () => {
  const { tenant, email, nora } = await scene('requests');
  await ask(tenant, email);
  const { pathname } = new URL(newestSignInMail(email).link);
  const form = { attempt: 'a'.repeat(22) };
  for (let i = 0; i < 2; i += 1)
    expect(await (await request(tenant.host, pathname, { form })).text()).toContain('Your address is confirmed');
  await signInAs(tenant, email);
  expect(await requestsOf(tenant)).toHaveLength(1);
  expect(sentMail(nora.email)).toHaveLength(1);
});

test('the admins of an account get at most twenty such mails a day; the list has all', async () => {
  const { tenant, email, domain, nora, accountId } = await scene('requests');
  await signInAs(tenant, email);
  await env.DB.prepare('update counters set n = 20 where tenant_id = ? and scope_key = ?')
    .bind(tenant.id, `access|${accountId}`)
    .run();
  await signInAs(tenant, `next@${domain}`);
  expect(sentMail(nora.email)).toHaveLength(1);
  expect(await requestsOf(tenant)).toHaveLength(2);
});

test('granted: the person is mailed and can sign in; refused: they are not, and admins have peace for a week', async () => {
  const { tenant, accountId, nora, email, domain } = await scene('requests');
  const other = `other@${domain}`;
  await signInAs(tenant, email);
  await signInAs(tenant, other);
  const [first, second] = await requestsOf(tenant);
  const decide = async (requestId = '', grant = true) => {
    const { effects, origin } = invitationDeps();
    const decision = { requestId, accountId, grant, role: 'member' } as const;
    await decideAccess(await scopeOf(tenant), nora, decision, { effects, origin });
    await deliverAll(tenant.id, effects.mails);
  };
  await decide(first?.id);
  await decide(second?.id, false);
  expect(sentMail(email)[0]).toMatchObject({ subject: 'You may now enter Acme' });
  expect((await signInAs(tenant, email)).status).toBe(303);
  const before = sentMail(nora.email).length;
  expect(await (await signInAs(tenant, other)).text()).toContain('Your address is confirmed');
  expect(sentMail(nora.email)).toHaveLength(before);
  await atTime(Date.now() + 8 * day, () => signInAs(tenant, other));
  expect(sentMail(nora.email)).toHaveLength(before + 1);
});

test('an account without an admin: the tenant’s owners are asked', async () => {
  const { tenant, nora, email, accountId } = await scene('requests');
  await env.DB.prepare("update memberships set role = 'member' where contact_id = ?").bind(nora.id).run();
  await signInAs(tenant, email);
  expect(await owed(tenant)).toMatchObject([{ recipient_id: tenant.ownerId, state: 'sent' }]);
  expect(sentMail(tenant.ownerEmail)[0]?.text).toContain(`/accounts/${accountId}`);
});

test('an invitation goes before the domain', async () => {
  const { tenant, nora, email, accountId } = await scene('requests');
  const it = await invited(nora, { email, role: 'admin' });
  expect((await acceptByMail(it)).status).toBe(303);
  expect(await placesOf(tenant.id, email)).toEqual([{ account_id: accountId, role: 'admin' }]);
  expect(await requestsOf(tenant)).toEqual([]);
});
