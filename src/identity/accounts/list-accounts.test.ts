import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { run } from '#db/run.ts';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant, scopeOf, type TestTenant } from '../../../test/helpers/new-tenant.ts';
import { addAccount } from '../people/add-account.ts';
import { type AccountListInput, listAccounts } from './list-accounts.ts';

const many = 120;
const rowsOfAPage = 26;

let tenant: TestTenant;

// At another tenant there is as much again, under the same names.
beforeAll(async () => {
  const neighbour = await newTenant();
  tenant = await newTenant();
  for (const { id } of [neighbour, tenant]) {
    await env.DB.batch(
      Array.from({ length: many }, (_, i) =>
        env.DB.prepare('insert into accounts (tenant_id, id, name, created_at) values (?, ?, ?, 1)').bind(
          id,
          `acc_${String(i).padStart(26, '0')}`,
          `${i % 2 === 0 ? 'north' : 'South'} ${String(i).padStart(3, '0')}`,
        ),
      ),
    );
  }
});

async function list(input: Partial<AccountListInput> = {}) {
  const scope = await scopeOf(tenant);
  const { rowsRead } = scope.db.meter;
  const { page } = await run(scope.db, { page: listAccounts(scope, { search: '', after: null, ...input }) });
  return { ...page, rowsRead: scope.db.meter.rowsRead - rowsRead };
}

/** Every page of a list, one after the other. */
async function walk(search: string) {
  const names: string[] = [];
  const costs: number[] = [];
  for (let after: string | null = null, i = 0; i < 20; i += 1) {
    const page = await list({ search, after });
    names.push(...page.items.map(({ name }) => name));
    costs.push(page.rowsRead);
    if (page.next === null) break;
    after = page.next;
  }
  return { names, costs };
}

test('every account is on one page, by name, whatever the case of its letters', async () => {
  const { names } = await walk('');
  expect(names).toHaveLength(many);
  expect(names).toEqual([...names].sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase())));
});

test.each([
  ['north', many / 2],
  ['NORTH', many / 2],
  ['South 01', 5],
  ['outh', 0],
  ['%', 0],
  ['north%', 0],
  ["n' or 1=1 --", 0],
])('the search for %j finds %d, by how the name begins', async (search, count) => {
  expect((await walk(search)).names).toHaveLength(count);
});

test('a page reads what it shows, also the last one, and none of another tenant', async () => {
  for (const search of ['', 'south']) {
    const { costs } = await walk(search);
    for (const cost of costs) expect(cost).toBeLessThanOrEqual(rowsOfAPage * 4 + 10);
  }
});

test('an account tells how many people, open tickets and what activity it has, and nothing of the next one', async () => {
  const scope = await scopeOf(tenant);
  const quiet = await addAccount(scope, 'Aardvark quiet');
  const nora = await contactOf(tenant, { accountId: await addAccount(scope, 'Aardvark busy') });
  await contactOf(tenant, { accountId: nora.accountId, role: 'member' });
  await contactOf(tenant, { accountId: nora.accountId, role: 'none' });
  const at = Date.now() + 1000;
  await (await contactAtWork(nora)).open('A question', 'Please.', { now: at });
  const { items } = await list({ search: 'aardvark' });
  expect(items).toEqual([
    expect.objectContaining({
      id: nora.accountId,
      people: { n: 2, more: false },
      openRequests: 1,
      newestActivityAt: at,
    }),
    expect.objectContaining({ id: quiet, people: { n: 0, more: false }, openRequests: 0, newestActivityAt: null }),
  ]);
});

test('people are counted up to fifty', async () => {
  const scope = await scopeOf(tenant);
  const accountId = await addAccount(scope, 'Zebra');
  for (let i = 0; i < 52; i += 1) await contactOf(tenant, { accountId });
  const { items, rowsRead } = await list({ search: 'zebra' });
  expect(items[0]?.people).toEqual({ n: 50, more: true });
  expect(rowsRead).toBeLessThanOrEqual(60);
});
