import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { accountDesk, auditOf } from '../../../test/helpers/account-desk.ts';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { accountOf, contactOf } from '../../../test/helpers/contact-of.ts';
import { wordsOf } from '../../../test/helpers/desk-page.ts';
import { newestSignInMail, signInMails } from '../../../test/helpers/post-office.ts';
import { cookiesOf, fieldOf, request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

const first = (sql: string, ...values: string[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .first();

test('who has an address already gets a further place, not a second person', async () => {
  const { owner, tenant, nora } = await accountDesk();
  const other = await accountOf(tenant, 'Initech');
  const form = { email: ` ${nora.email.toUpperCase()} `, name: 'Somebody else', role: 'member', how: 'add' };
  const answers = await Promise.all([1, 2].map(() => owner.ask(`/accounts/${other}/people/new`, { form })));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
  const row = await first(
    'select (select count(*) from contacts where tenant_id = ?1) as n, c.name from contacts c where c.id = ?2',
    tenant.id,
    nora.id,
  );
  expect(row).toEqual({ n: 1, name: 'Nora Lind' });
  const again = await owner.ask(`/accounts/${other}/people/new`, { form });
  expect(await again.text()).toContain('in the account already');
  expect(await auditOf(tenant)).toMatchObject([
    { action: 'membership.added', account_id: other, subject_id: nora.id, actor_id: tenant.ownerId },
  ]);
});

test('two presses with a new address make one person', async () => {
  const { owner, tenant, account } = await accountDesk();
  const form = { email: 'nils@northwind.test', name: '', role: 'member', how: 'add' };
  await Promise.all([1, 2, 3].map(() => owner.ask(`${account}/people/new`, { form })));
  const n = await first(
    "select count(*) as n from contacts where tenant_id = ? and email = 'nils@northwind.test'",
    tenant.id,
  );
  expect(n).toEqual({ n: 1 });
});

test('an invitation goes out by mail, waits on the account’s page, is sent again and withdrawn', async () => {
  const { owner, account } = await accountDesk();
  const form = { email: 'ines@initech.test', name: 'Ines', role: 'admin', how: 'invite' };
  expect((await owner.ask(`${account}/people/new`, { form })).headers.get('Location')).toBe(`${account}?said=invited`);
  const page = await owner.page(account);
  expect(wordsOf(page)).toMatch(/Invited.*ines@initech\.test.*Admin/);
  const invitation = /invitations\/(inv_\w+)/.exec(page)?.[1] ?? '';
  expect(await (await owner.ask(`${account}/people/new`, { form })).text()).toContain('invited already');
  const resent = await owner.ask(`${account}/invitations/${invitation}`, { method: 'POST' });
  expect(resent.headers.get('Location')).toBe(`${account}?said=resent`);
  expect((await owner.ask(`${account}/invitations/${invitation}/withdrawal`)).status).toBe(200);
  await owner.ask(`${account}/invitations/${invitation}/withdrawal`, { method: 'POST' });
  expect(wordsOf(await owner.page(account))).not.toContain('ines@initech.test');
});

test.each([
  ['nora', ''],
  ['a@b.test,c@d.test', ''],
  ['', ''],
  ['fine@b.test', 'N'.repeat(101)],
])('the address %j with the name %j comes back to be corrected', async (email, name) => {
  const { owner, account, person } = await accountDesk();
  for (const how of ['add', 'invite']) {
    const answer = await owner.ask(`${account}/people/new`, { form: { email, name, role: 'member', how } });
    expect(answer.status).toBe(422);
    expect(fieldOf(await answer.text(), 'email')).toBe(email);
  }
  expect((await owner.ask(person, { form: { email, name } })).status).toBe(422);
});

test('a corrected address is the only way in: the old one signs nobody in, and every session has ended', async () => {
  const { owner, person, tenant, nora } = await accountDesk();
  const { cookie, host } = await signIn(nora);
  const form = { name: 'Nora  Lindqvist', email: 'nora@moved.test' };
  expect((await owner.ask(person, { form })).headers.get('Location')).toBe(`${person}?said=moved`);
  expect((await request(host, '/', { cookie })).status).toBe(303);
  await request(host, '/sign-in', { form: { email: nora.email } });
  expect(signInMails(nora.email)).toHaveLength(1);
  const back = await signIn({ ...nora, email: 'nora@moved.test' });
  expect((await request(host, '/', { cookie: back.cookie })).status).toBe(200);
  const { results } = await env.DB.prepare('select email from contact_addresses where contact_id = ?')
    .bind(nora.id)
    .all();
  expect(results).toEqual([{ email: 'nora@moved.test' }]);
  expect((await auditOf(tenant)).map(({ action }) => action)).toEqual([
    'contact.changed',
    'address.added',
    'address.removed',
    'sessions.ended',
  ]);
});

test('a sign-in mail that was on its way to the old address signs nobody in', async () => {
  const { owner, person, nora } = await accountDesk();
  await request(nora.tenant.host, '/sign-in', { form: { email: nora.email } });
  const { pathname } = new URL(newestSignInMail(nora.email).link);
  const attempt = fieldOf(await (await request(nora.tenant.host, pathname)).text(), 'attempt');
  await owner.ask(person, { form: { name: nora.name, email: 'nora@moved.test' } });
  const answer = await request(nora.tenant.host, pathname, { form: { attempt } });
  expect(cookiesOf(answer)).not.toContain('__Host-session=');
});

test('two corrections at once leave one address, and say so to the one who was later', async () => {
  const { owner, person, nora } = await accountDesk();
  const answers = await Promise.all(
    ['one@x.test', 'two@x.test', 'three@x.test'].map((email) =>
      owner.ask(person, { form: { name: nora.name, email } }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409]);
  const { results } = await env.DB.prepare('select email from contact_addresses where contact_id = ?')
    .bind(nora.id)
    .all();
  const main = await first('select email from contacts where id = ?', nora.id);
  expect(results).toEqual([main]);
});

test('a sign-in mail that was on its way when somebody was disabled signs nobody in', async () => {
  const { owner, person, nora } = await accountDesk();
  await request(nora.tenant.host, '/sign-in', { form: { email: nora.email } });
  const { pathname } = new URL(newestSignInMail(nora.email).link);
  const attempt = fieldOf(await (await request(nora.tenant.host, pathname)).text(), 'attempt');
  await owner.ask(`${person}/state`, { form: { state: 'disabled' } });
  const answer = await request(nora.tenant.host, pathname, { form: { attempt } });
  expect(cookiesOf(answer)).not.toContain('__Host-session=');
});

test('a name alone ends no session; an address of their own only becomes the main one; another’s is refused', async () => {
  const { owner, person, tenant, nora } = await accountDesk();
  const nils = await contactOf(tenant, { accountId: nora.accountId });
  const { cookie, host } = await signIn(nora);
  await env.DB.prepare(
    "insert into contact_addresses (tenant_id, email, contact_id, created_at) values (?, 'n@l.test', ?, 1)",
  )
    .bind(tenant.id, nora.id)
    .run();
  await owner.ask(person, { form: { name: 'N. Lind', email: nora.email } });
  await owner.ask(person, { form: { name: 'N. Lind', email: 'N@L.test' } });
  expect(await first('select name, email from contacts where id = ?', nora.id)).toEqual({
    name: 'N. Lind',
    email: 'n@l.test',
  });
  expect((await request(host, '/', { cookie })).status).toBe(200);
  const refused = await owner.ask(person, { form: { name: 'N. Lind', email: nils.email } });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Another person has this address');
  expect(wordsOf(await owner.page(person))).toContain(nora.email);
});

test('a role set by an agent counts at the next page; removed, somebody is out at once and their tickets stay', async () => {
  const { owner, person, account, tenant, nora } = await accountDesk();
  const number = await (await contactAtWork(nora)).open('Mine to keep');
  const { cookie, host } = await signIn(nora);
  await owner.ask(`${person}/role`, { form: { role: 'member' } });
  expect(wordsOf(await owner.page(person))).toContain('Only tickets that Nora Lind opened or takes part in');
  expect(wordsOf(await owner.page(account))).toContain('Nobody is an admin of this account');
  expect((await request(host, '/', { cookie })).status).toBe(307);
  await owner.ask(`${person}/role`, { form: { role: 'admin' } });
  const question = wordsOf(await owner.page(`${person}/removal`));
  expect(question).toContain('the only admin');
  expect(question).toContain('Their tickets stay');
  const gone = await owner.ask(`${person}/removal`, { method: 'POST' });
  expect(gone.headers.get('Location')).toBe(`${account}?said=removed`);
  expect((await request(host, '/', { cookie })).status).toBe(303);
  expect(wordsOf(await owner.page(`/tickets/${number}`))).toContain('Mine to keep');
  expect(wordsOf(await owner.page(person))).toContain('has no place in');
  expect((await auditOf(tenant)).map(({ action }) => action)).toEqual([
    'membership.changed',
    'membership.changed',
    'membership.removed',
  ]);
  expect((await owner.ask(`${person}/role`, { form: { role: 'owner' } })).status).toBe(400);
});

test('disabled, a person is out everywhere at once and gets no sign-in mail; enabled, they are back with their role', async () => {
  const { owner, person, nora, tenant } = await accountDesk();
  const { cookie, host } = await signIn(nora);
  expect(wordsOf(await owner.page(`${person}/state`))).toContain('signed out everywhere at once');
  for (const _ of [1, 2]) await owner.ask(`${person}/state`, { form: { state: 'disabled' } });
  expect((await request(host, '/', { cookie })).status).toBe(303);
  expect(wordsOf(await owner.page(person))).toContain('Nothing: Nora Lind is disabled');
  await owner.ask(`${person}/state`, { form: { state: 'active' } });
  expect((await request(host, '/', { cookie })).status).toBe(303);
  expect((await request(host, '/', { cookie: (await signIn(nora)).cookie })).status).toBe(200);
  expect((await auditOf(tenant)).map(({ action, detail }) => [action, JSON.parse(detail)])).toEqual([
    ['contact.changed', { state: 'disabled' }],
    ['contact.changed', { state: 'active' }],
  ]);
});

test('an admin of the tenant ends one session of a contact, or all, and nobody else’s', async () => {
  const { owner, person, account, tenant, nora } = await accountDesk();
  const nils = await contactOf(tenant, { accountId: nora.accountId });
  const [laptop, phone, other] = [await signIn(nora), await signIn(nora), await signIn(nils)];
  const status = async ({ host, cookie }: typeof laptop) => (await request(host, '/', { cookie })).status;
  const handles = async () =>
    [...(await owner.page(person)).matchAll(/name="session" value="([^"]+)"/g)].map((m) => m[1] ?? '');
  const [newest = ''] = await handles();
  expect(await handles()).toHaveLength(2);
  // Through the page of somebody else it ends nothing.
  await owner.ask(`${account}/people/${nils.id}/sessions`, { form: { session: newest } });
  expect(await handles()).toHaveLength(2);
  await owner.ask(`${person}/sessions`, { form: { session: newest } });
  expect([await status(laptop), await status(phone)].sort()).toEqual([200, 303]);
  await owner.ask(`${person}/sessions`, { method: 'POST' });
  expect([await status(laptop), await status(phone), await status(other)]).toEqual([303, 303, 200]);
  expect((await owner.ask(`${person}/sessions`, { form: { session: '%' } })).status).toBe(400);
  expect((await auditOf(tenant)).map(({ action }) => action)).toEqual(['session.ended', 'sessions.ended']);
});

test('a person of another tenant is not found in an account of one’s own, nor is one of one’s own in another’s', async () => {
  const [here, there] = [await accountDesk(), await accountDesk()];
  for (const path of [
    `${here.account}/people/${there.nora.id}`,
    `${there.account}/people/${here.nora.id}`,
    `${here.account}/people/con_x`,
  ]) {
    expect((await here.owner.ask(path)).status, path).toBe(404);
    expect((await here.owner.ask(path, { form: { name: 'X', email: 'x@y.test' } })).status, path).toBe(404);
    expect((await here.owner.ask(`${path}/role`, { form: { role: 'admin' } })).status, path).toBe(404);
  }
});

test('names that turn their direction or look like markup are shown as names', async () => {
  const { owner, person } = await accountDesk();
  await owner.ask(person, { form: { name: '\u202e<script>alert(1)</script> שלום', email: 'nora@x.test' } });
  const page = await owner.page(person);
  expect(page).toContain('<bdi>&lt;script&gt;alert(1)&lt;/script&gt; שלום</bdi>');
  expect(page).not.toContain('<script>alert');
  expect(page).not.toContain('\u202e');
});
