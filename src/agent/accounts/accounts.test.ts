import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newId } from '#lib/ids.ts';
import { accountDesk, auditOf } from '../../../test/helpers/account-desk.ts';
import { ownerOf } from '../../../test/helpers/agent-of.ts';
import { agentAtWork, contactAtWork } from '../../../test/helpers/at-work.ts';
import { accountOf, contactOf } from '../../../test/helpers/contact-of.ts';
import { browserOf, wordsOf } from '../../../test/helpers/desk-page.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { fieldOf, request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

const column = (sql: string, ...values: string[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .first('n');

test('an empty desk leads a new tenant to its first customer, who then can sign in and ask', async () => {
  const tenant = await newTenant();
  const owner = browserOf(await agentAtWork(ownerOf(tenant)));
  expect(await owner.page('/tickets')).toContain('Add your first customer');
  expect(await owner.page('/accounts')).toContain('href="/accounts/new"');
  const id = fieldOf(await owner.page('/accounts/new'), 'id');
  const added = await owner.ask('/accounts/new', { form: { id, name: 'Northwind', external_id: 'crm-7' } });
  expect(added.headers.get('Location')).toBe(`/accounts/${id}`);
  const email = `nora@${tenant.slug}.test`;
  const form = { email, name: 'Nora Lind', role: 'admin', how: 'add' };
  const person = await owner.ask(`/accounts/${id}/people/new`, { form });
  expect(person.status).toBe(303);
  expect(await owner.page(person.headers.get('Location') ?? '')).toContain('They can sign in now.');
  expect(await owner.page('/tickets')).not.toContain('Add your first customer');
  const contactId = /people\/(con_\w+)/.exec(person.headers.get('Location') ?? '')?.[1] ?? '';
  const nora = { kind: 'contact', tenant, id: contactId, email, name: 'Nora Lind', accountId: id } as const;
  const number = await (await contactAtWork(nora)).open('How do we begin?');
  expect(await owner.page(`/tickets/${number}`)).toContain('How do we begin?');
  expect((await auditOf(tenant)).map(({ action }) => action)).toEqual([
    'account.added',
    'contact.added',
    'membership.added',
  ]);
});

test('a form that is sent twice makes one account; an id of another account is refused in words', async () => {
  const { owner, tenant } = await accountDesk();
  const form = { id: newId('account', Date.now()), name: 'Initech', external_id: 'crm-1' };
  const answers = await Promise.all([1, 2, 3].map(() => owner.ask('/accounts/new', { form })));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(await column("select count(*) as n from accounts where tenant_id = ? and name = 'Initech'", tenant.id)).toBe(
    1,
  );
  const second = { id: newId('account', Date.now()), name: 'Hooli', external_id: 'crm-1' };
  const refused = await owner.ask('/accounts/new', { form: second });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('id="external_id-error"');
  expect(fieldOf(page, 'name')).toBe('Hooli');
});

test.each([
  ['', '', 'name'],
  ['N'.repeat(101), '', 'name'],
  ['Fine', 'x'.repeat(201), 'external_id'],
])('the name %j with the id %j comes back with the error beside %s, text kept', async (name, id, field) => {
  const { owner, account } = await accountDesk();
  const answer = await owner.ask(`${account}/edit`, { form: { name, external_id: id, sight: 'own' } });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain(`id="${field}-error"`);
  expect([fieldOf(page, 'name'), fieldOf(page, 'external_id')]).toEqual([name, id]);
});

test('an agent edits an account; that members see all counts from their next page on', async () => {
  const { owner, account, tenant, nora } = await accountDesk();
  const number = await (await contactAtWork(nora)).open();
  const nils = await contactOf(tenant, { role: 'member', accountId: nora.accountId });
  const { cookie, host } = await signIn(nils);
  const status = async () => (await request(host, `/requests/${number}`, { cookie })).status;
  expect(await status()).toBe(404);
  const form = { name: 'Northwind <b>&', external_id: ' crm-9 ', sight: 'all' };
  expect((await owner.ask(`${account}/edit`, { form })).headers.get('Location')).toBe(`${account}?said=saved`);
  expect(await status()).toBe(307);
  const page = await owner.page(account);
  expect(page).toContain('Northwind &lt;b&gt;&amp;');
  expect(wordsOf(page)).toContain('every ticket of the account');
  expect(page).toContain('crm-9');
  // The same again changes nothing, and is no event.
  await owner.ask(`${account}/edit`, { form });
  expect((await auditOf(tenant)).map(({ action, detail }) => [action, JSON.parse(detail)])).toEqual([
    ['account.changed', { name: true, externalId: true, membersSeeAll: true }],
  ]);
});

test('the list finds accounts by how they begin; nobody else’s are on it', async () => {
  const { owner, tenant } = await accountDesk();
  await accountOf(tenant, 'Northwind');
  await accountOf(await newTenant(), 'Northern lights');
  const found = wordsOf(await owner.page('/accounts?q=nORTH'));
  expect(found).toContain('Northwind');
  expect(found).not.toMatch(/Northern|Customer/);
  expect(wordsOf(await owner.page('/accounts?q=zzz'))).toContain('No account begins so');
  for (const odd of ['?q=%00', '?after=x', "?q='--", `?q=${'x'.repeat(500)}`, '?after=acc_00000000000000000000000000'])
    expect((await owner.ask(`/accounts${odd}`)).status, odd).toBe(200);
});

test('a plain agent reads accounts and people, and changes nothing: there is no page or form for it', async () => {
  const { agent, account, person, tenant } = await accountDesk();
  for (const path of ['/accounts', account, person]) {
    const answer = await agent.ask(path);
    expect(answer.status, path).toBe(200);
    expect((await answer.text()).match(/action="\/accounts\/(?!.*view-as)[^"]*"/), path).toBeNull();
  }
  const pages = [
    '/accounts/new',
    `${account}/edit`,
    `${account}/people/new`,
    `${account}/domains/new`,
    `${person}/removal`,
    `${person}/state`,
    '/settings/access',
  ];
  for (const path of pages) expect((await agent.ask(path)).status, path).toBe(404);
  const forms: Record<string, Record<string, string>> = {
    '/accounts/new': { id: newId('account', 1), name: 'X', external_id: '' },
    [`${account}/edit`]: { name: 'X', external_id: '', sight: 'all' },
    [`${account}/people/new`]: { email: 'x@evil.test', name: '', role: 'admin', how: 'add' },
    [`${account}/domains/new`]: { domain: 'evil.test', role: 'admin' },
    [person]: { name: 'X', email: 'x@evil.test' },
    [`${person}/role`]: { role: 'none' },
    [`${person}/removal`]: {},
    [`${person}/state`]: { state: 'disabled' },
    [`${person}/sessions`]: {},
    '/settings/access': { newcomers: 'domains' },
  };
  for (const [path, form] of Object.entries(forms))
    expect((await agent.ask(path, { method: 'POST', form })).status, path).toBe(404);
  expect(await auditOf(tenant)).toEqual([]);
});
