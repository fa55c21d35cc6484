import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { run } from '#db/run.ts';
import type { AgentClaim } from '#lib/actor.ts';
import { readSearch } from '#lib/search-words.ts';
import { seedManyTickets } from '#onboarding/demo/many-tickets.ts';
import { type ContactAtWork, contactAtWork } from '../../test/helpers/at-work.ts';
import { contactOf } from '../../test/helpers/contact-of.ts';
import { find, numbersOf } from '../../test/helpers/find-tickets.ts';
import { newTenant, scopeOf, type TestTenant } from '../../test/helpers/new-tenant.ts';
import { deskSearchOf, loadDeskSearch } from './desk-search-page.ts';

// Nils, a member, has asked six hundred times; Nora, of the same account, twice.

let tenant: TestTenant;
let nils: ContactAtWork;
let nora: ContactAtWork;
let hers: readonly number[];

beforeAll(async () => {
  tenant = await newTenant();
  const member = await contactOf(tenant, { role: 'member' });
  await seedManyTickets(env, tenant.id, 600, Date.now() - 60_000);
  nils = await contactAtWork(member);
  nora = await contactAtWork(await contactOf(tenant, { accountId: member.accountId }));
  hers = [await nora.open('Quoll', 'the Quoll'), await nora.open('Bilby', 'the Bilby')];
});

async function costOf(typed: string, before: number | null) {
  const words = readSearch(typed);
  if (!words) throw new Error('Nothing typed');
  const scope = await scopeOf(tenant);
  const claim: AgentClaim = {
    ...{ kind: 'agent', tenantId: tenant.id, host: '', agentId: tenant.ownerId, role: 'owner', secretHash: '' },
  };
  const started = scope.db.meter.rowsRead;
  const rows = await run(scope.db, loadDeskSearch(scope, claim, { words, before }));
  return { ...deskSearchOf(rows), read: scope.db.meter.rowsRead - started };
}

test.each(['the', 'you', 'invoice', '1300', 'the gate', 'nowhere'])(
  'agents’ search for “%s” reads its window and its page, however often the word stands there',
  async (typed) => {
    const first = await costOf(typed, null);
    expect(first.read).toBeLessThanOrEqual(1250);
    if (first.before === null) return;
    const second = await costOf(typed, first.before);
    expect(second.hits.length).toBeGreaterThan(0);
    expect(second.read).toBeLessThanOrEqual(1250);
  },
);

test('to go on page by page misses no ticket and brings none twice', async () => {
  const seen: number[] = [];
  let before: number | null = null;
  do {
    const page = await costOf('the', before);
    seen.push(...page.hits.map(({ number }) => number));
    before = page.before;
  } while (before !== null);
  expect(seen).toHaveLength(602);
  expect(new Set(seen).size).toBe(602);
});

test('a member of very many requests finds theirs, and none of a colleague’s', async () => {
  expect(await numbersOf(tenant, nora, 'the quoll')).toEqual([hers[0]]);
  expect(await numbersOf(tenant, nils, 'the quoll')).toEqual([]);
  const found = await numbersOf(tenant, nils, 'the');
  expect(found).toHaveLength(25);
  expect(found.filter((number) => hers.includes(number))).toEqual([]);
});

test('who has nothing with a word cannot feel how often it stands in what others wrote', async () => {
  const elsewhere = await newTenant();
  const { accountId } = nora.claim;
  const few = await contactAtWork(await contactOf(tenant, { role: 'member', accountId }));
  const one = await few.open('Numbat', 'Numbat');
  for (const [at, who] of [
    [elsewhere, await contactAtWork(await contactOf(elsewhere))],
    [tenant, await contactAtWork(await contactOf(tenant))],
    [tenant, await contactAtWork(await contactOf(tenant, { role: 'member', accountId }))],
    [tenant, few],
  ] as const)
    expect(await find(at, who, 'the')).toEqual({ hits: [], to: null });
  expect(await numbersOf(tenant, few, 'numbat')).toEqual([one]);
});
