import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { run } from '#db/run.ts';
import type { MemberClaim, Sight } from '#lib/actor.ts';
import { readSearch } from '#lib/search-words.ts';
import { seedManyTickets } from '#onboarding/demo/many-tickets.ts';
import { contactOf, type TestContact } from '../../test/helpers/contact-of.ts';
import { newField } from '../../test/helpers/new-field.ts';
import { newTenant, scopeOf, type TestTenant } from '../../test/helpers/new-tenant.ts';
import { loadExportPart } from './load-export.ts';
import { loadRequestList } from './portal-list-page.ts';
import { everyRequest, type FieldFilter, type RequestQuery } from './request-query.ts';

// The ceiling of a page of the list, whatever is filtered, sorted and searched
// for, as D1 counts and bills it.

const ceiling = 2100;
const tickets = 5000;
const now = Date.UTC(2026, 6, 6, 12, 30);

let tenant: TestTenant;
let nora: TestContact;
let statusId: string;
let priorityId: string;

// All tickets are Nora's; each has a topic, a cost and a tick, and the oldest open one alone has a rare text.
beforeAll(async () => {
  tenant = await newTenant();
  nora = await contactOf(tenant);
  await seedManyTickets(env, tenant.id, tickets, now);
  const choices = [
    { id: 'even', label: 'Even' },
    { id: 'odd', label: 'Odd' },
  ];
  const topic = await newField(tenant, { key: 'topic', type: 'select', choices, inList: true });
  const cost = await newField(tenant, { key: 'cost', type: 'decimal', inList: true });
  const paid = await newField(tenant, { key: 'paid', type: 'checkbox', inList: true });
  const rare = await newField(tenant, { key: 'rare', inList: true });
  await give(topic.id, `json_quote(iif(number % 2, 'odd', 'even'))`, `iif(number % 2, 'odd', 'even')`, 'null');
  await give(cost.id, 'number', 'null', 'number');
  await give(paid.id, `iif(number % 3, 'true', 'false')`, 'null', 'number % 3 > 0');
  await give(
    rare.id,
    `'"gem"'`,
    `'gem'`,
    'null',
    'and number = (select min(number) from tickets where tenant_id = ?1 and done = 0)',
  );
  const one = await env.DB.prepare(
    'select status_id, priority_id from tickets where tenant_id = ? and done = 0 limit 1',
  )
    .bind(tenant.id)
    .first<{ status_id: string; priority_id: string }>();
  statusId = one?.status_id ?? '';
  priorityId = one?.priority_id ?? '';
}, 60_000);

async function give(fieldId: string, value: string, textKey: string, numberKey: string, where = '') {
  await env.DB.prepare(
    `insert into ticket_field_values (tenant_id, ticket_id, field_id, ordinal, account_id, value, text_key, number_key)
     select tenant_id, id, ?2, 0, account_id, ${value}, ${textKey}, ${numberKey} from tickets where tenant_id = ?1 ${where}`,
  )
    .bind(tenant.id, fieldId)
    .run();
}

async function pageOf(sees: Sight, wish: Partial<RequestQuery>) {
  const scope = await scopeOf(tenant, now);
  const { page } = await run(scope.db, loadRequestList(scope, claimOf(sees), { ...everyRequest, ...wish }, 'UTC'));
  return { page, read: scope.db.meter.rowsRead };
}

/** A part of the list's file. */
async function partOf(sees: Sight, wish: Partial<RequestQuery>) {
  const scope = await scopeOf(tenant, now);
  const part = { zone: 'UTC', size: 250 };
  const { page } = await run(scope.db, loadExportPart(scope, claimOf(sees), { ...everyRequest, ...wish }, part));
  return { page, read: scope.db.meter.rowsRead };
}

function claimOf(sees: Sight): MemberClaim {
  return {
    ...{ kind: 'contact', tenantId: tenant.id, host: tenant.host, secretHash: '', contactId: nora.id },
    ...{ accountId: nora.accountId, role: sees === 'account' ? 'admin' : 'member', sees, isViewAs: false },
  };
}

const is = (key: string, text: string): FieldFilter => ({ key, test: { kind: 'is', text } });
const ticked: FieldFilter = { key: 'paid', test: { kind: 'ticked', on: true } };
const costs = (from: number | null, to: number | null): FieldFilter => ({
  key: 'cost',
  test: { kind: 'between', of: 'numbers', from, to },
});
const all = [is('topic', 'odd'), ticked, costs(0, 9_999_999)];

const wishes: Readonly<Record<string, () => Partial<RequestQuery>>> = {
  status: () => ({ status: statusId }),
  form: () => ({ form: 'request' }),
  priority: () => ({ priority: priorityId }),
  requester: () => ({ requester: 'me' }),
  created: () => ({ created: { from: '2025-01-01', to: '2026-05-01' } }),
  activity: () => ({ activity: { from: '2025-01-01', to: '2026-05-01' } }),
  choice: () => ({ fields: [is('topic', 'odd')] }),
  tick: () => ({ fields: [ticked] }),
  range: () => ({ fields: [costs(1500, null)] }),
  'many fields': () => ({ fields: all }),
  'sort by priority': () => ({ sort: 'priority' }),
  'sort by creation': () => ({ sort: 'created', ascending: true }),
  'everything at once': () => ({
    ...{ status: statusId, form: 'request', priority: priorityId, requester: 'me', fields: all },
    ...{ activity: { from: '2025-01-01', to: null }, sort: 'priority' },
  }),
  'a word in every message': () => ({ words: readSearch('the') }),
  'a word and everything': () => ({ words: readSearch('the'), fields: all, status: statusId, sort: 'priority' }),
};

test.each((['account', 'own'] as const).flatMap((sees) => Object.keys(wishes).map((wish) => [sees, wish] as const)))(
  'a page costs at most what it may, and so does the next: %s, %s',
  async (sees, wish) => {
    const query = { all: true, ...wishes[wish]?.() };
    const first = await pageOf(sees, query);
    expect(first.read).toBeLessThanOrEqual(ceiling);
    expect(first.page.items.length > 0 || first.page.isPartial).toBe(true);
    if (first.page.next === null) return;
    const second = await pageOf(sees, { ...query, before: first.page.next });
    expect(second.read).toBeLessThanOrEqual(ceiling);
    const ids = new Set(first.page.items.map(({ id }) => id));
    expect(second.page.items.filter(({ id }) => ids.has(id))).toEqual([]);
  },
);

/** Rows of other tables that a request of the file brings with it. */
const besideEach = 16;

test.each((['account', 'own'] as const).flatMap((sees) => Object.keys(wishes).map((wish) => [sees, wish] as const)))(
  'a part of the file costs a page’s walk and what its requests bring: %s, %s',
  async (sees, wish) => {
    const query = { all: true, ...wishes[wish]?.() };
    const first = await partOf(sees, query);
    expect(first.read).toBeLessThanOrEqual(ceiling + first.page.items.length * besideEach);
    if (first.page.next === null) return;
    const second = await partOf(sees, { ...query, before: first.page.next });
    expect(second.read).toBeLessThanOrEqual(ceiling + second.page.items.length * besideEach);
  },
);

test('an account finds what is rare at once, by the index of the field', async () => {
  const { page, read } = await pageOf('account', { all: true, fields: [is('rare', 'gem')] });
  expect(page.items).toHaveLength(1);
  expect(page.isPartial).toBe(false);
  expect(read).toBeLessThanOrEqual(100);
});

test('a page that found little says so, and goes on from there until all was looked through', async () => {
  let before: RequestQuery['before'] = null;
  const found: number[] = [];
  let pages = 0;
  do {
    const { page, read } = await pageOf('own', { all: true, fields: [is('rare', 'gem')], before });
    expect(read).toBeLessThanOrEqual(ceiling);
    found.push(...page.items.map(({ number }) => number));
    expect(page.isPartial).toBe(page.next !== null);
    before = page.next;
    pages += 1;
  } while (before !== null && pages < 20);
  expect(found).toHaveLength(1);
  expect(pages).toBeGreaterThan(2);
});

test.each(['created', 'number', 'activity', 'priority'] as const)(
  'pages follow one another without gap or repeat, sorted by %s',
  async (sort) => {
    for (const ascending of [false, true])
      for (const fields of [[], [is('topic', 'odd')]]) {
        const seen: number[] = [];
        let before: RequestQuery['before'] = null;
        for (let pages = 0; pages < 14; pages += 1) {
          const { page } = await pageOf('account', { all: true, sort, ascending, fields, before });
          seen.push(...page.items.map(({ number }) => number));
          before = page.next;
          if (before === null) break;
        }
        expect(new Set(seen).size).toBe(seen.length);
        const sorted = seen.toSorted((a, b) => (ascending && sort !== 'priority' ? a - b : b - a));
        expect(seen).toEqual(sorted);
        const step = fields.length > 0 ? 2 : 1;
        const gaps = seen.slice(1).filter((n, i) => Math.abs(n - (seen[i] ?? 0)) > 10 * step);
        expect(gaps).toEqual([]);
      }
  },
);

test('where not all that matches is sorted at once, that is known', async () => {
  const common = { all: true, fields: [is('topic', 'odd')] } as const;
  expect((await pageOf('account', common)).page.isInParts).toBe(true);
  expect((await pageOf('account', { ...common, sort: 'created' })).page.isInParts).toBe(false);
  expect((await pageOf('account', { all: true, fields: [is('rare', 'gem')] })).page.isInParts).toBe(false);
});

test('what is found is counted as far as was looked', async () => {
  const { page } = await pageOf('account', { all: true, fields: [is('topic', 'odd')] });
  expect(page.hits).toBeGreaterThan(100);
});
