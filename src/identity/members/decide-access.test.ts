import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { run } from '#db/run.ts';
import { newId } from '#lib/ids.ts';
import { nowhere } from '#lib/origin.ts';
import { agentOf, ownerOf } from '../../../test/helpers/agent-of.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant, scopeOf, type TestTenant } from '../../../test/helpers/new-tenant.ts';
import { recordEffects } from '../../../test/helpers/record-effects.ts';
import { type AccessDecision, decideAccess } from './decide-access.ts';
import type { Decider } from './decider.ts';
import { listAccessRequests } from './list-access-requests.ts';

async function waiting(tenant: TestTenant, accountId: string, email: string): Promise<string> {
  const id = newId('accessRequest', Date.now());
  await env.DB.prepare(
    'insert into access_requests (tenant_id, id, account_id, email, created_at) values (?, ?, ?, ?, ?)',
  )
    .bind(tenant.id, id, accountId, email, Date.now())
    .run();
  return id;
}

async function scene(email = `new-${crypto.randomUUID()}@northwind.test`) {
  const tenant = await newTenant();
  const nora = await contactOf(tenant);
  const { accountId } = nora;
  const requestId = await waiting(tenant, accountId, email);
  const scope = await scopeOf(tenant);
  const effects = recordEffects();
  const decide = (by: Decider, change: Partial<AccessDecision> = {}) =>
    decideAccess(
      scope,
      by,
      { requestId, accountId, grant: true, role: 'member', ...change },
      { effects, origin: nowhere },
    );
  const people = async () =>
    (
      await env.DB.prepare(`select a.email, m.role, m.account_id from contact_addresses a
        join memberships m on m.tenant_id = a.tenant_id and m.contact_id = a.contact_id
        where a.tenant_id = ? and a.email = ?`)
        .bind(tenant.id, email)
        .all()
    ).results;
  return { tenant, nora, accountId, requestId, scope, effects, email, decide, people };
}

test('granting lets a newcomer in with the role, owes them one mail, and is recorded', async () => {
  const { tenant, nora, accountId, scope, effects, email, decide, people } = await scene();
  const { open } = await run(scope.db, { open: listAccessRequests(scope, accountId) });
  expect(open).toMatchObject([{ email }]);
  expect(await decide({ kind: 'contact', id: nora.id }, { role: 'admin' })).toEqual({ email });
  expect(await people()).toEqual([{ email, role: 'admin', account_id: accountId }]);
  const { results: mails } = await env.DB.prepare('select kind, subject_id, recipient_kind from outbox where id = ?')
    .bind(effects.mails[0] ?? '')
    .all();
  expect(mails).toEqual([{ kind: 'access_granted', subject_id: accountId, recipient_kind: 'contact' }]);
  const { results } = await env.DB.prepare(
    'select action from audit_entries where tenant_id = ? and actor_id = ? order by action',
  )
    .bind(tenant.id, nora.id)
    .all();
  expect(results.map(({ action }) => action)).toEqual(['access.granted', 'contact.added', 'membership.added']);
  await expect(decide({ kind: 'contact', id: nora.id })).rejects.toMatchObject({ kind: 'not_found' });
  const after = await run(scope.db, { open: listAccessRequests(scope, accountId) });
  expect(after.open).toEqual([]);
});

test('an address that is a contact’s gives that contact the place', async () => {
  const { tenant, nora, accountId, decide, people, email } = await scene('known@northwind.test');
  const known = await contactOf(tenant, { email });
  await decide({ kind: 'contact', id: nora.id });
  expect(await people()).toEqual(
    expect.arrayContaining([
      { email, role: 'admin', account_id: known.accountId },
      { email, role: 'member', account_id: accountId },
    ]),
  );
});

test('what was decided long ago costs the list nothing', async () => {
  const { tenant, accountId, email } = await scene();
  await env.DB.prepare(`insert into access_requests
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 200)
      select ?, 'acr_' || ? || i, ?, i || '@northwind.test', 1, 2, 'refused', 'contact', 'x' from n`)
    .bind(tenant.id, tenant.id, accountId)
    .run();
  const scope = await scopeOf(tenant);
  const { open } = await run(scope.db, { open: listAccessRequests(scope, accountId) });
  expect(open.map((request) => request.email)).toEqual([email]);
  expect(scope.db.meter.rowsRead).toBeLessThan(10);
});

test('refusing tells nobody and lets nobody in', async () => {
  const { tenant, effects, decide, people } = await scene();
  await decide({ kind: 'agent', id: ownerOf(tenant).id }, { grant: false });
  expect(effects.mails).toEqual([]);
  expect(await people()).toEqual([]);
});

test('two admins who decide at once decide once', async () => {
  const { tenant, nora, accountId, effects, decide, people } = await scene();
  const ada = await contactOf(tenant, { accountId });
  const done = await Promise.allSettled([
    decide({ kind: 'contact', id: nora.id }),
    decide({ kind: 'contact', id: ada.id }, { grant: false }),
    decide({ kind: 'contact', id: nora.id }),
  ]);
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(effects.mails).toHaveLength((await people()).length);
  const { results } = await env.DB.prepare(
    "select 1 from audit_entries where tenant_id = ? and action in ('access.granted', 'access.refused')",
  )
    .bind(tenant.id)
    .all();
  expect(results).toHaveLength(1);
});

test('only those who may decide decide, and only about their own account’s', async () => {
  const { tenant, nora, accountId, decide, people } = await scene();
  const nils = await contactOf(tenant, { accountId, role: 'member' });
  const ines = await contactOf(tenant);
  const hal = await contactOf(await newTenant());
  const refused = { kind: 'not_found' };
  for (const id of [nils.id, ines.id, hal.id])
    await expect(decide({ kind: 'contact', id })).rejects.toMatchObject(refused);
  await expect(decide({ kind: 'agent', id: (await agentOf(tenant)).id })).rejects.toMatchObject(refused);
  const own = { accountId: ines.accountId };
  await expect(decide({ kind: 'contact', id: ines.id }, own)).rejects.toMatchObject(refused);
  await expect(decide({ kind: 'contact', id: nora.id }, { requestId: 'acr_x' })).rejects.toMatchObject(refused);
  expect(await people()).toEqual([]);
});
