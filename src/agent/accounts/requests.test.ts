import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newId } from '#lib/ids.ts';
import { type AccountDesk, accountDesk, auditOf } from '../../../test/helpers/account-desk.ts';
import { accountOf } from '../../../test/helpers/contact-of.ts';
import { wordsOf } from '../../../test/helpers/desk-page.ts';
import { request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

const email = 'nils@northwind.test';

/** Somebody who has proven an address of the account's domain. */
async function askedFor({ tenant, nora }: AccountDesk): Promise<string> {
  const id = newId('accessRequest', Date.now());
  await env.DB.prepare(
    'insert into access_requests (tenant_id, id, account_id, email, created_at) values (?, ?, ?, ?, ?)',
  )
    .bind(tenant.id, id, nora.accountId, email, Date.now())
    .run();
  return id;
}

test('an agent lets somebody in who asked; they sign in as a member, and the question is gone', async () => {
  const desk = await accountDesk();
  const { owner, agent, account, tenant, nora } = desk;
  const asked = await askedFor(desk);
  expect(wordsOf(await agent.page(account))).toContain(email);
  expect(await agent.page(account)).not.toContain('Let in as member');
  const decided = await owner.ask(`${account}/requests/${asked}`, { form: { decision: 'grant' } });
  expect(decided.headers.get('Location')).toBe(`${account}?said=granted`);
  expect(await owner.page(account)).not.toContain('Let in as member');
  const nils = { kind: 'contact', tenant, id: '', email, name: '', accountId: nora.accountId } as const;
  const { host, cookie } = await signIn(nils);
  expect(cookie).toContain(`.${nora.accountId}.member`);
  expect([200, 303]).toContain((await request(host, '/', { cookie })).status);
  expect((await auditOf(tenant)).map(({ action }) => action)).toContain('access.granted');
  // A second press finds nothing to decide.
  expect((await owner.ask(`${account}/requests/${asked}`, { form: { decision: 'refuse' } })).status).toBe(404);
});

test('refused, they stay outside; through another account, or with another word, nothing is decided', async () => {
  const desk = await accountDesk();
  const { owner, account, tenant } = desk;
  const asked = await askedFor(desk);
  const other = `/accounts/${await accountOf(tenant)}`;
  expect((await owner.ask(`${other}/requests/${asked}`, { form: { decision: 'grant' } })).status).toBe(404);
  expect((await owner.ask(`${account}/requests/${asked}`, { form: { decision: 'perhaps' } })).status).toBe(400);
  await owner.ask(`${account}/requests/${asked}`, { form: { decision: 'refuse' } });
  const n = await env.DB.prepare('select count(*) as n from contact_addresses where tenant_id = ? and email = ?')
    .bind(tenant.id, email)
    .first('n');
  expect(n).toBe(0);
  expect((await auditOf(tenant)).map(({ action }) => action)).toEqual(['access.refused']);
});
