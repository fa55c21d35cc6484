import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { run } from '#db/run.ts';
import { firstIdAt, newId } from '#lib/ids.ts';
import { nowhere } from '#lib/origin.ts';
import { agentOf, ownerOf, type TestAgent } from '../../test/helpers/agent-of.ts';
import { contactOf, type TestContact } from '../../test/helpers/contact-of.ts';
import { newTenant, scopeOf, type TestTenant } from '../../test/helpers/new-tenant.ts';
import { type AuditGroup, auditGroups } from './actions.ts';
import { audited } from './audited.ts';
import type { AuditEntry } from './entry.ts';
import { type AuditFilters, noFilters } from './filters.ts';
import { loadAudit } from './load-audit.ts';
import { lookedThrough } from './walk-queries.ts';

const many = 20_000;
const start = Date.UTC(2026, 0, 1);
const minute = 60_000;
const groups = Object.keys(auditGroups) as AuditGroup[];

let tenant: TestTenant;
let nora: TestContact;
let ines: TestContact;
let owner: TestAgent;
let amir: TestAgent;

/**
 * One entry a minute. Of every ten, nine are Nora's sign-ins at her account; the
 * tenth goes round through all actions: an agent does it, to Ines or her account.
 */
beforeAll(async () => {
  tenant = await newTenant();
  [nora, ines] = [await contactOf(tenant, { name: 'Nora' }), await contactOf(tenant, { name: '' })];
  [owner, amir] = [ownerOf(tenant), await agentOf(tenant, { name: 'Amir' })];
  const actions = Object.values(auditGroups).flat();
  const head = (i: number) => firstIdAt('audit', start + i * minute).slice(0, 14);
  const tail = newId('audit', 0).slice(14);
  const rows = Array.from({ length: many }, (_, i) => {
    const isUsual = i % 10 !== 0;
    return [
      head(i) + tail,
      isUsual ? 'session.opened' : actions[(i / 10) % actions.length],
      isUsual ? 'contact' : 'agent',
      isUsual ? nora.id : i % 20 === 0 ? owner.id : amir.id,
      isUsual ? nora.accountId : ines.accountId,
      isUsual ? null : ines.id,
      start + i * minute,
    ];
  });
  for (let at = 0; at < many; at += 2000) {
    await env.DB.prepare(
      `insert into audit_entries (tenant_id, id, action, actor_kind, actor_id, account_id, subject_id, detail, client, place, device, at)
       select ?1, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, '{}', '203.0.113.7', 'Lisbon, PT', '', value->>6
       from json_each(?2)`,
    )
      .bind(tenant.id, JSON.stringify(rows.slice(at, at + 2000)))
      .run();
  }
});

async function pageOf(filters: Partial<AuditFilters>, before: string | null = null, of = tenant) {
  const scope = await scopeOf(of);
  const { page } = await run(scope.db, { page: loadAudit(scope, { ...noFilters, ...filters }, { before }) });
  return { ...page, read: scope.db.meter.rowsRead };
}

/** All that the pages show, in their order, and the most that one of them has read. */
async function allOf(filters: Partial<AuditFilters>) {
  const found: AuditEntry[] = [];
  let most = 0;
  for (let before: string | null = null, pages = 0; pages < 600; pages += 1) {
    const page = await pageOf(filters, before);
    most = Math.max(most, page.read);
    found.push(...page.items);
    before = page.next;
    if (before === null) return { found, most };
  }
  throw new Error('The pages do not end');
}

const inOrder = (entries: readonly AuditEntry[]) =>
  entries.map(({ id }) => id).join() === [...new Set(entries.map(({ id }) => id))].sort().reverse().join();

// 51 entries, each found in an index and then read, with the names of who and what.
const page = 51 * 7;

test('the newest are first, each with the names of today', async () => {
  const { items, next, read } = await pageOf({});
  expect(items).toHaveLength(50);
  expect(inOrder(items)).toBe(true);
  expect(items[0]).toMatchObject({
    action: 'session.opened',
    at: start + (many - 1) * minute,
    actor: { kind: 'contact', id: nora.id, name: 'Nora' },
    subject: null,
    place: 'Lisbon, PT',
  });
  const tenth = items.find(({ subject }) => subject !== null);
  expect(tenth?.subject, 'who has said no name is called by address').toEqual({ id: ines.id, name: ines.email });
  expect(read).toBeLessThanOrEqual(page);
  const second = await pageOf({}, next);
  expect(inOrder([...items, ...second.items])).toBe(true);
  expect(second.read).toBeLessThanOrEqual(page);
});

test.each(groups)('a group reads its page only: %s', async (group) => {
  const first = await pageOf({ group });
  const known: readonly string[] = auditGroups[group];
  expect(first.items.length).toBeGreaterThan(0);
  expect(first.items.filter(({ action }) => !known.includes(action))).toEqual([]);
  expect(inOrder(first.items)).toBe(true);
  expect(first.isPartial).toBe(false);
  // Up to fifteen actions, each with an index of its own to merge.
  expect(first.read).toBeLessThanOrEqual(page + 5 * 51);
});

test('a person’s entries are what they did and what was done to them; an account’s are its own', async () => {
  for (const [filters, most] of [
    [{ people: [owner.id] }, 50],
    [{ people: [ines.id] }, 50],
    [{ people: [ines.id, owner.id] }, 50],
    [{ accountId: ines.accountId }, 50],
  ] as const) {
    const first = await pageOf(filters);
    expect(first.items).toHaveLength(most);
    expect(first.isPartial).toBe(false);
    expect(first.read).toBeLessThanOrEqual(page + 51);
  }
  const { found } = await allOf({ people: [ines.id, owner.id] });
  expect(found).toHaveLength(many / 10);
});

test('where two filters meet, a page looks through so many and the next goes on', async () => {
  for (const filters of [
    { accountId: nora.accountId, group: 'people' },
    { accountId: ines.accountId, group: 'viewAs' },
    { people: [nora.id], accountId: ines.accountId },
    { people: [amir.id], group: 'exports' },
    { people: [ines.id, amir.id], group: 'handOff', accountId: ines.accountId },
  ] as const) {
    const first = await pageOf(filters);
    // Two ways to each person: the looking through, and then the walk.
    const ways = 'people' in filters ? filters.people.length * 2 : 1;
    expect(first.read, JSON.stringify(filters)).toBeLessThanOrEqual(ways * lookedThrough * 3 + page);
  }
  const { found } = await allOf({ people: [amir.id], group: 'exports', accountId: ines.accountId });
  expect(found.length).toBe((await allOf({ group: 'exports', people: [amir.id] })).found.length);
  expect(found.length).toBeGreaterThan(10);
  expect(inOrder(found)).toBe(true);
  const none = await allOf({ people: [nora.id], accountId: ines.accountId });
  expect(none.found).toEqual([]);
});

test('a day begins and ends where it does', async () => {
  const [from, to] = [start + 1440 * minute, start + 1460 * minute];
  const { items, next, read } = await pageOf({ from, to });
  expect(items.map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, i) => to - (i + 1) * minute));
  expect(next).toBe(null);
  expect(read).toBeLessThanOrEqual(page);
  const ofOwner = await pageOf({ from, to, people: [owner.id] });
  expect(ofOwner.items).toHaveLength(1);
  expect((await pageOf({ from: to, to: from })).items).toEqual([]);
});

test('another tenant’s entries are nobody’s here', async () => {
  const other = await newTenant();
  expect((await pageOf({}, null, other)).items).toEqual([]);
  expect((await pageOf({ accountId: ines.accountId }, null, other)).items).toEqual([]);
  expect((await pageOf({ people: [nora.id] }, null, other)).items).toEqual([]);
});

test.each(["update audit_entries set place = ''", 'delete from audit_entries'])(
  'what was recorded stays: %s is refused',
  async (sql) => {
    const scope = await scopeOf(tenant);
    const actor = { kind: 'agent', id: owner.id } as const;
    await run(scope.db, { entry: audited(scope, { action: 'export.made', actor, origin: nowhere }) });
    await expect(env.DB.prepare(sql).run()).rejects.toThrow('append-only');
    await expect(env.DB.prepare(`${sql} where tenant_id = ?`).bind(tenant.id).run()).rejects.toThrow('append-only');
  },
);
