import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { accountDesk, auditOf } from '../../../test/helpers/account-desk.ts';
import { accountOf } from '../../../test/helpers/contact-of.ts';
import { wordsOf } from '../../../test/helpers/desk-page.ts';
import { fieldOf } from '../../../test/helpers/request.ts';

const stored = async (tenantId: string) => {
  const { results } = await env.DB.prepare(
    'select domain, account_id, role, confirmed_at is not null as confirmed, confirmed_by from account_domains where tenant_id = ?',
  )
    .bind(tenantId)
    .all();
  return results;
};

test('a domain lets nobody in until an agent has read what confirming it means, and confirmed it', async () => {
  const { owner, account, tenant, nora } = await accountDesk();
  const added = await owner.ask(`${account}/domains/new`, { form: { domain: ' @Northwind.TEST', role: 'member' } });
  expect(added.headers.get('Location')).toBe(`${account}/domains/northwind.test/confirmation`);
  const row = { domain: 'northwind.test', account_id: nora.accountId, role: 'member' };
  expect(await stored(tenant.id)).toEqual([{ ...row, confirmed: 0, confirmed_by: null }]);
  const question = wordsOf(await owner.page(added.headers.get('Location') ?? ''));
  expect(question).toContain('Everybody who can read mail at northwind.test');
  expect(question).toContain('mail provider');
  expect(wordsOf(await owner.page(account))).toContain('Not confirmed: lets nobody in');
  for (const _ of [1, 2]) {
    const answer = await owner.ask(`${account}/domains/northwind.test/confirmation`, { method: 'POST' });
    expect(answer.status).toBe(303);
  }
  expect(await stored(tenant.id)).toEqual([{ ...row, confirmed: 1, confirmed_by: tenant.ownerId }]);
  for (const _ of [1, 2])
    expect((await owner.ask(`${account}/domains/northwind.test/removal`, { method: 'POST' })).status).toBe(303);
  expect(await stored(tenant.id)).toEqual([]);
  expect((await auditOf(tenant)).map(({ action, actor_id }) => [action, actor_id])).toEqual([
    ['domain.added', tenant.ownerId],
    ['domain.confirmed', tenant.ownerId],
    ['domain.removed', tenant.ownerId],
  ]);
});

test.each([
  ['gmail.com', 'public mail provider'],
  ['co.uk', 'Anybody can register names under this'],
  ['not a domain', 'Please write a domain like example.com'],
  ['<script>alert(1)</script>', 'Please write a domain like example.com'],
])('the domain %j is refused with words about why, and kept to be corrected', async (domain, words) => {
  const { owner, account, tenant } = await accountDesk();
  const answer = await owner.ask(`${account}/domains/new`, { form: { domain, role: 'member' } });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(wordsOf(page)).toContain(words);
  expect(fieldOf(page, 'domain')).toBe(domain.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
  expect(await stored(tenant.id)).toEqual([]);
});

test('a domain that came to the list of mail providers after it was added cannot be confirmed', async () => {
  const { owner, account, tenant, nora } = await accountDesk();
  await env.DB.prepare(
    "insert into account_domains (tenant_id, domain, account_id, role, created_at) values (?, 'gmail.com', ?, 'member', 1)",
  )
    .bind(tenant.id, nora.accountId)
    .run();
  expect((await owner.ask(`${account}/domains/gmail.com/confirmation`, { method: 'POST' })).status).toBe(400);
  expect(await stored(tenant.id)).toMatchObject([{ confirmed: 0 }]);
});

test('one domain is one account’s, and is changed through that account only', async () => {
  const { owner, account, tenant, nora } = await accountDesk();
  const other = `/accounts/${await accountOf(tenant, 'Initech')}`;
  await owner.ask(`${account}/domains/new`, { form: { domain: 'northwind.test', role: 'member' } });
  const taken = await owner.ask(`${other}/domains/new`, { form: { domain: 'northwind.test', role: 'admin' } });
  expect(taken.status).toBe(422);
  expect(await taken.text()).toContain('belongs to another account already');
  expect((await owner.ask(`${other}/domains/northwind.test/confirmation`, { method: 'POST' })).status).toBe(404);
  await owner.ask(`${other}/domains/northwind.test/removal`, { method: 'POST' });
  expect(await stored(tenant.id)).toMatchObject([{ account_id: nora.accountId, role: 'member', confirmed: 0 }]);
});

test('an account has no more domains than its list shows', async () => {
  const { owner, account, tenant, nora } = await accountDesk();
  await env.DB.batch(
    Array.from({ length: 100 }, (_, n) =>
      env.DB.prepare(
        "insert into account_domains (tenant_id, domain, account_id, role, created_at) values (?, ?, ?, 'member', 1)",
      ).bind(tenant.id, `d${n}.test`, nora.accountId),
    ),
  );
  const refused = await owner.ask(`${account}/domains/new`, { form: { domain: 'northwind.test', role: 'member' } });
  expect(refused.status).toBe(422);
  expect(wordsOf(await refused.text())).toContain('a hundred domains already');
  expect(await stored(tenant.id)).toHaveLength(100);
  await owner.ask(`${account}/domains/d7.test/removal`, { method: 'POST' });
  const added = await owner.ask(`${account}/domains/new`, { form: { domain: 'northwind.test', role: 'member' } });
  expect(added.status).toBe(303);
});
