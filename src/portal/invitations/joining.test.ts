import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { withdrawInvitation } from '#identity/invitations/withdraw-invitation.ts';
import { nowhere } from '#lib/origin.ts';
import {
  acceptByMail,
  actionsOf,
  followMail,
  placesOf,
  pressInvitation,
  rowsOf,
} from '../../../test/helpers/accept-invitation.ts';
import { atTime } from '../../../test/helpers/at-time.ts';
import { contactOf, type TestContact } from '../../../test/helpers/contact-of.ts';
import { invited } from '../../../test/helpers/invite.ts';
import { newTenant, scopeOf } from '../../../test/helpers/new-tenant.ts';
import { newestSignInMail } from '../../../test/helpers/post-office.ts';
import { cookiesOf, request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

const day = 24 * 60 * 60 * 1000;

async function inviter(wish: Parameters<typeof contactOf>[1] = {}): Promise<TestContact> {
  return contactOf(await newTenant({ name: 'Acme' }), { name: 'Nora Meier', ...wish });
}

test('50 presses at once on one mail make one contact, one place, one session', async () => {
  const nora = await inviter();
  const it = await invited(nora);
  await pressInvitation(it);
  const { pathname } = new URL(newestSignInMail(it.email).link);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => request(it.host, pathname, { method: 'POST', form: {} })),
  );
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(
    await rowsOf('select id from contacts where tenant_id = ? and email = ?', nora.tenant.id, it.email),
  ).toHaveLength(1);
  expect(await placesOf(nora.tenant.id, it.email)).toHaveLength(1);
});

test('two invitations of one address give one contact with both workspaces', async () => {
  const nora = await inviter();
  const ines = await contactOf(nora.tenant);
  const first = await invited(nora);
  const second = await invited(ines, { email: first.email });
  await pressInvitation(first);
  const firstLink = new URL(newestSignInMail(first.email).link).pathname;
  await pressInvitation(second);
  const secondLink = new URL(newestSignInMail(first.email).link).pathname;
  expect((await request(first.host, firstLink, { method: 'POST', form: {} })).status).toBe(410);
  expect((await request(first.host, secondLink, { method: 'POST', form: {} })).status).toBe(303);
  await acceptByMail(first);
  expect(
    await rowsOf('select id from contacts where tenant_id = ? and email = ?', nora.tenant.id, first.email),
  ).toHaveLength(1);
  expect((await placesOf(nora.tenant.id, first.email)).map(({ account_id }) => account_id).sort()).toEqual(
    [nora.accountId, ines.accountId].sort(),
  );
});

test('withdrawn between the mail and the press: the address is proven, and nobody is in', async () => {
  const nora = await inviter();
  const it = await invited(nora);
  await pressInvitation(it);
  await withdrawInvitation(
    await scopeOf(nora.tenant),
    nora,
    { invitationId: it.id, accountId: nora.accountId },
    nowhere,
  );
  const answer = await followMail(it);
  expect(answer.status).toBe(410);
  expect(await answer.text()).toContain('cannot be used any more');
  expect(cookiesOf(answer)).not.toContain('__Host-session');
  expect(await rowsOf('select id from contacts where tenant_id = ? and email = ?', nora.tenant.id, it.email)).toEqual(
    [],
  );
  expect(await actionsOf(nora.tenant.id)).not.toContain('contact.added');
});

test('an inviter who is removed between the mail and the press lets nobody in', async () => {
  const nora = await inviter();
  const nick = await contactOf(nora.tenant, { accountId: nora.accountId });
  const it = await invited(nick, { role: 'admin' });
  await pressInvitation(it);
  await env.DB.prepare('delete from memberships where contact_id = ?').bind(nick.id).run();
  expect((await followMail(it)).status).toBe(410);
  expect((await request(it.host, it.path)).status).toBe(410);
  expect(await placesOf(nora.tenant.id, it.email)).toEqual([]);
});

test('expired after 14 days, also for who pressed just before', async () => {
  const nora = await inviter();
  const now = Date.now();
  const it = await invited(nora, { now });
  await atTime(now + 14 * day - 1000, () => pressInvitation(it));
  const late = await atTime(now + 14 * day, () => followMail(it));
  expect(late.status).toBe(410);
  const page = await atTime(now + 14 * day, () => request(it.host, it.path));
  expect(page.status).toBe(410);
  expect(await page.text()).toContain('This invitation is too old');
  expect(await placesOf(nora.tenant.id, it.email)).toEqual([]);
});

test('a contact of another account keeps what they have and is taken to the new workspace', async () => {
  const nora = await inviter();
  const ines = await contactOf(nora.tenant);
  const it = await invited(nora, { email: ines.email, name: 'Somebody else' });
  const answer = await acceptByMail(it);
  expect(answer.headers.get('Location')).toBe('/');
  expect(await placesOf(nora.tenant.id, ines.email)).toEqual([
    { account_id: ines.accountId, role: 'admin' },
    { account_id: nora.accountId, role: 'member' },
  ]);
  const [session] = await rowsOf<{ account_id: string }>(
    'select account_id from sessions where subject_id = ?',
    ines.id,
  );
  expect(session?.account_id).toBe(nora.accountId);
  const [contact] = await rowsOf<{ name: string }>('select name from contacts where id = ?', ines.id);
  expect(contact?.name).toBe(ines.name);
});

test.each([
  ['none', 'member', 'member'],
  ['none', 'admin', 'admin'],
] as const)('who had %s and is invited as %s is %s', async (before, role, after) => {
  const nora = await inviter();
  const nils = await contactOf(nora.tenant, { accountId: nora.accountId, role: before });
  const it = await invited(nora, { email: nils.email, role });
  await acceptByMail(it);
  expect(await placesOf(nora.tenant.id, nils.email)).toEqual([{ account_id: nora.accountId, role: after }]);
});

test.each([
  ['admin', 'member', 'admin'],
  ['member', 'admin', 'admin'],
] as const)('who became %s meanwhile and was invited as %s is %s', async (before, role, after) => {
  const nora = await inviter();
  const it = await invited(nora, { role });
  await pressInvitation(it);
  await contactOf(nora.tenant, { email: it.email, accountId: nora.accountId, role: before });
  expect((await followMail(it)).status).toBe(303);
  expect(await placesOf(nora.tenant.id, it.email)).toEqual([{ account_id: nora.accountId, role: after }]);
});

test('the address became another contact’s between the mail and the press: the contact of that moment is in', async () => {
  const nora = await inviter();
  const ines = await contactOf(nora.tenant);
  const it = await invited(nora, { email: 'second@ines.test' });
  await pressInvitation(it);
  await env.DB.prepare('insert into contact_addresses (tenant_id, email, contact_id, created_at) values (?, ?, ?, 1)')
    .bind(nora.tenant.id, it.email, ines.id)
    .run();
  expect((await followMail(it)).status).toBe(303);
  expect(await placesOf(nora.tenant.id, ines.email)).toHaveLength(2);
  expect(await rowsOf('select id from contacts where tenant_id = ? and email = ?', nora.tenant.id, it.email)).toEqual(
    [],
  );
});

test('a disabled contact is not let in by an invitation', async () => {
  const nora = await inviter();
  const ines = await contactOf(nora.tenant);
  const it = await invited(nora, { email: ines.email });
  await pressInvitation(it);
  await env.DB.prepare("update contacts set state = 'disabled' where id = ?").bind(ines.id).run();
  expect((await followMail(it)).status).toBe(410);
  expect(await placesOf(nora.tenant.id, ines.email)).toHaveLength(1);
});

test('who asks for a new mail on the code page, or signs in within the hour, still accepts', async () => {
  const nora = await inviter();
  const ines = await contactOf(nora.tenant);
  const it = await invited(nora, { email: ines.email });
  await pressInvitation(it);
  await request(it.host, '/sign-in', { form: { email: ines.email } });
  expect((await followMail(it)).status).toBe(303);
  expect(await placesOf(nora.tenant.id, ines.email)).toHaveLength(2);
});

test('an ordinary sign-in of somebody with a place joins nothing that they have not pressed', async () => {
  const nora = await inviter();
  const ines = await contactOf(nora.tenant);
  await invited(nora, { email: ines.email });
  await signIn(ines);
  expect(await placesOf(nora.tenant.id, ines.email)).toHaveLength(1);
});

test('somebody invited who has no place yet may go to the sign-in page instead', async () => {
  const nora = await inviter();
  const it = await invited(nora);
  await request(it.host, '/sign-in', { form: { email: it.email } });
  expect((await followMail(it)).status).toBe(303);
  expect(await placesOf(nora.tenant.id, it.email)).toHaveLength(1);
});
