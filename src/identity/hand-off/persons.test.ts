import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { nowhere } from '#lib/origin.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import {
  type Claims,
  comeIn,
  handOffKey,
  handOver,
  ownerActor,
  sign,
  type TestKey,
} from '../../../test/helpers/hand-off.ts';
import { newTenant, scopeOf } from '../../../test/helpers/new-tenant.ts';
import { request } from '../../../test/helpers/request.ts';
import { removeMember } from '../members/remove-member.ts';
import type { Creates } from './plan-arrival.ts';

async function scene(creates: Creates = 'nothing') {
  const tenant = await newTenant();
  const key = await handOffKey(tenant);
  const run = (sql: string, ...values: string[]) =>
    env.DB.prepare(sql)
      .bind(...values)
      .run();
  const rows = async (sql: string) => (await env.DB.prepare(sql).bind(tenant.id).all()).results;
  await run('update tenant_settings set handoff_creates = ? where tenant_id = ?', creates, tenant.id);
  /** A contact whose account the tenant's product calls `crm-1`. */
  const known = async (wish: Parameters<typeof contactOf>[1] = {}) => {
    const contact = await contactOf(tenant, { email: 'nora@customer.test', ...wish });
    await run('update accounts set external_id = ? where id = ?', 'crm-1', contact.accountId);
    return contact;
  };
  const refusal = async (claims: Claims, by: TestKey = key) => {
    const answer = await handOver(tenant.host, await sign(by, claims));
    expect(answer.status).toBe(403);
    const [row] = await rows('select reason from handoff_refusals where tenant_id = ? order by id desc limit 1');
    return row?.['reason'];
  };
  /** Who is signed in afterwards. */
  const enter = async (claims: Claims, by: TestKey = key) => {
    const { cookie, answer } = await comeIn(tenant.host, await sign(by, claims));
    expect(answer.status).toBe(303);
    const [row] = await rows(`select subject_id as id, account_id as account from sessions where tenant_id = ?
      order by created_at desc, rowid desc limit 1`);
    return { cookie, id: row?.['id'], account: row?.['account'], to: answer.headers.get('Location') };
  };
  return { tenant, key, run, rows, known, refusal, enter };
}

const email = 'nora@customer.test';

test('the subject says who; the address only where the subject is new', async () => {
  const { tenant, known, enter, rows } = await scene();
  const nora = await known();
  const nils = await contactOf(tenant, { email: 'nils@customer.test' });
  expect((await enter({ email, sub: 'u-1' })).id).toBe(nora.id);
  expect(await rows('select issuer, subject, contact_id as id from contact_subjects where tenant_id = ?')).toEqual([
    { issuer: 'https://app.acme.test', subject: 'u-1', id: nora.id },
  ]);
  expect((await enter({ email: nils.email, sub: 'u-1' })).id).toBe(nora.id);
  expect((await enter({ email: 'moved@customer.test', sub: 'u-1' })).id).toBe(nora.id);
  expect(await rows(`select email from contacts where tenant_id = ? and id = '${nora.id}'`)).toEqual([{ email }]);
});

test('an address that has passed to somebody else is not theirs to enter by', async () => {
  const { known, enter, refusal } = await scene('accounts');
  await known();
  await enter({ email, sub: 'u-1' });
  expect(await refusal({ email, sub: 'u-2' })).toBe('subject_taken');
});

test('two issuers may use one subject for two people, and one person may have two', async () => {
  const { tenant, known, enter } = await scene();
  const nora = await known();
  const nils = await contactOf(tenant, { email: 'nils@customer.test' });
  const second = await handOffKey(tenant, { issuer: 'https://other.acme.test' });
  expect((await enter({ email, sub: 'u-1' })).id).toBe(nora.id);
  expect((await enter({ email: nils.email, sub: 'u-1' }, second)).id).toBe(nils.id);
  expect((await enter({ email, sub: 'u-9' }, second)).id).toBe(nora.id);
});

test('the same subject and address at another tenant are another person', async () => {
  const [here, there] = [await scene(), await scene()];
  const nora = await here.known();
  const other = await there.known();
  expect((await here.enter({ email, sub: 'u-1' })).id).toBe(nora.id);
  expect((await there.enter({ email, sub: 'u-1' })).id).toBe(other.id);
});

test('a disabled contact stays out, and a verified refusal is in the audit', async () => {
  const { known, run, refusal, rows } = await scene();
  const nora = await known();
  await run(`update contacts set state = 'disabled' where id = ?`, nora.id);
  expect(await refusal({ email })).toBe('person_disabled');
  const [entry] = await rows(
    `select actor_id as who, detail from audit_entries where tenant_id = ? and action = 'session.refused'`,
  );
  expect(entry?.['who']).toBe(nora.id);
  expect(entry?.['detail']).toContain('"reason":"person_disabled"');
});

test('nothing is made where nothing may be made', async () => {
  const { known, refusal, run } = await scene();
  await known();
  expect(await refusal({ email: 'new@customer.test' })).toBe('unknown_person');
  expect(await refusal({ email: 'new@customer.test', account_external_id: 'crm-1' })).toBe('unknown_person');
  expect(await refusal({ email, account_external_id: 'crm-2' })).toBe('unknown_account');
  await run(`update memberships set role = 'none'`);
  expect(await refusal({ email, account_external_id: 'crm-1' })).toBe('access_removed');
  expect(await refusal({ email })).toBe('no_workspace');
});

test('a new person joins the account that the token names, once, also when ten come at once', async () => {
  const { tenant, key, known, enter, refusal, rows } = await scene('contacts');
  const nora = await known();
  const claims = {
    email: 'New@Customer.test',
    name: 'Nia New',
    sub: 'u-7',
    account_external_id: 'crm-1',
    locale: 'en',
  };
  const tokens = await Promise.all(Array.from({ length: 10 }, () => sign(key, claims)));
  const answers = await Promise.all(tokens.map((token) => handOver(tenant.host, token)));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(303));
  const people = await rows('select name, email, locale from contacts where tenant_id = ? order by number');
  expect(people).toEqual([
    { name: nora.name, email, locale: null },
    { name: 'Nia New', email: 'new@customer.test', locale: 'en' },
  ]);
  const entered = await enter(claims);
  expect(entered.account).toBe(nora.accountId);
  expect(await rows(`select role from memberships where tenant_id = ? and contact_id = '${entered.id}'`)).toEqual([
    { role: 'member' },
  ]);
  const said = await rows(`select action, actor_kind as kind, subject_id as who from audit_entries where tenant_id = ?
    and action in ('contact.added', 'membership.added') order by action`);
  expect(said).toEqual([
    { action: 'contact.added', kind: 'system', who: entered.id },
    { action: 'membership.added', kind: 'system', who: entered.id },
  ]);
  expect(await refusal({ email: 'x@customer.test' })).toBe('no_account');
  expect(await refusal({ email: 'x@customer.test', account_external_id: 'crm-2' })).toBe('unknown_account');
});

test('a new account is made only where that is allowed, with its name, and once', async () => {
  const { tenant, key, rows } = await scene('accounts');
  const claims = (n: number) => ({
    email: `person${n}@new.test`,
    account_external_id: 'crm-new',
    account_name: '<script>Initech</script>',
    role: 'admin',
  });
  const tokens = await Promise.all([1, 2, 3, 4].map((n) => sign(key, claims(n))));
  const answers = await Promise.all(tokens.map((token) => handOver(tenant.host, token)));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
  expect(await rows('select name, external_id as id from accounts where tenant_id = ?')).toEqual([
    { name: '<script>Initech</script>', id: 'crm-new' },
  ]);
  expect(await rows('select role from memberships where tenant_id = ?')).toHaveLength(4);
  const { cookie } = await comeIn(tenant.host, await sign(key, claims(1)));
  expect(await (await request(tenant.host, '/welcome', { cookie })).text()).not.toContain('<script>Initech');
});

test('a domain leads to an account only when it was confirmed for it', async () => {
  const { tenant, known, run, refusal, enter } = await scene('contacts');
  const nora = await known();
  await run(
    `insert into account_domains (tenant_id, domain, account_id, role, created_at) values (?, 'customer.test', ?, 'member', 1)`,
    tenant.id,
    nora.accountId,
  );
  expect(await refusal({ email: 'new@customer.test' })).toBe('no_account');
  await run('update account_domains set confirmed_at = 1 where tenant_id = ?', tenant.id);
  expect((await enter({ email: 'new@customer.test' })).account).toBe(nora.accountId);
  expect(await refusal({ email: 'new@sub.customer.test' })).toBe('no_account');
  await run(`update tenant_settings set handoff_creates = 'nothing' where tenant_id = ?`, tenant.id);
  expect(await refusal({ email: 'third@customer.test' })).toBe('unknown_person');
});

test('who was taken out of an account by a person is not put back by a token', async () => {
  const { tenant, known, enter, refusal } = await scene('accounts');
  const nora = await known();
  const nils = await contactOf(tenant, { email: 'nils@customer.test', accountId: nora.accountId, role: 'member' });
  await enter({ email: nils.email, account_external_id: 'crm-1' });
  const place = { contactId: nils.id, accountId: nora.accountId };
  await removeMember(await scopeOf(tenant), { kind: 'agent', id: ownerActor(tenant).id }, place, nowhere);
  expect(await refusal({ email: nils.email, account_external_id: 'crm-1' })).toBe('access_removed');
  expect(await refusal({ email: nils.email })).toBe('no_workspace');
});

test('a role that the token says is set and recorded, but the only admin stays admin', async () => {
  const { tenant, known, enter, rows } = await scene();
  const nora = await known();
  const nils = await contactOf(tenant, { email: 'nils@customer.test', accountId: nora.accountId, role: 'member' });
  const roles = () =>
    rows('select contact_id as id, role from memberships where tenant_id = ? order by created_at, role');
  await enter({ email, account_external_id: 'crm-1', role: 'member' });
  expect(await roles()).toContainEqual({ id: nora.id, role: 'admin' });
  await enter({ email: nils.email, account_external_id: 'crm-1', role: 'admin' });
  await enter({ email, account_external_id: 'crm-1', role: 'member' });
  expect(await roles()).toContainEqual({ id: nora.id, role: 'member' });
  expect(await roles()).toContainEqual({ id: nils.id, role: 'admin' });
  await enter({ email, account_external_id: 'crm-1' });
  expect(await roles()).toContainEqual({ id: nora.id, role: 'member' });
  const said = await rows(
    `select subject_id as who from audit_entries where tenant_id = ? and action = 'membership.changed' order by id`,
  );
  expect(said).toEqual([{ who: nils.id }, { who: nora.id }]);
});

test('somebody disabled is no admin beside whom another could stop being one', async () => {
  const { tenant, known, enter, rows } = await scene();
  const nora = await known();
  const nils = await contactOf(tenant, { email: 'nils@customer.test', accountId: nora.accountId });
  await rows(`update contacts set state = 'disabled' where tenant_id = ? and id = '${nils.id}'`);
  await enter({ email, account_external_id: 'crm-1', role: 'member' });
  expect(await rows('select role from memberships where tenant_id = ?')).toEqual([
    { role: 'admin' },
    { role: 'admin' },
  ]);
});

test('a name is filled in where there is none, and never changed', async () => {
  const { known, enter, rows } = await scene();
  await known({ name: '' });
  expect((await enter({ email })).to).toBe('/welcome?return_to=%2F');
  expect((await enter({ email, name: ' Nora\n\u202eLind ' })).to).toBe('/');
  await enter({ email, name: 'Somebody Else' });
  expect(await rows('select name from contacts where tenant_id = ?')).toEqual([{ name: 'Nora Lind' }]);
});
