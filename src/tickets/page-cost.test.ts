import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { run } from '#db/run.ts';
import type { Statements } from '#db/statement.ts';
import type { AgentClaim, MemberClaim } from '#lib/actor.ts';
import { readCursor } from '#lib/cursor.ts';
import { seedManyTickets } from '#onboarding/demo/many-tickets.ts';
import { contactOf, type TestContact } from '../../test/helpers/contact-of.ts';
import { newTenant, scopeOf, type TestTenant } from '../../test/helpers/new-tenant.ts';
import { countNews, newsMost } from './count-news.ts';
import { loadDeskList, loadDeskNews } from './desk-list-page.ts';
import { loadDeskTicket } from './desk-ticket-page.ts';
import { findElsewhere } from './find-elsewhere.ts';
import { loadRequestList } from './portal-list-page.ts';
import { loadThread } from './portal-thread-page.ts';
import { everyRequest, type RequestQuery } from './request-query.ts';

// Ceilings on rows read, as D1 counts and bills them: a page pays for what it
// shows, whatever else the tenant has. Each is what the page needs and a little
// more; a lost index costs hundreds.

const tickets = 600;
const others = 5;
const entries = 600;
const dayMs = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 6, 6, 12, 30);
/** What a list offers to filter by, and its kept counts. */
const ofList = 45;
/** An assignee, a last author: what one row has and another has not. */
const slack = 10;

let tenant: TestTenant;
let nils: TestContact;
let nora: TestContact;
/** A request of Nils with very many messages, and an ordinary one. */
let long: number;
let short: number;
/** How far behind the long one stand requests of Nils with very many events, notes, mails. */
const crowdedBy = { events: -2, notes: -4, mails: -6 };

// Nils asks half of all, five other accounts ask the rest, and at another tenant there is as much again.
beforeAll(async () => {
  const neighbour = await newTenant();
  await contactOf(neighbour);
  await seedManyTickets(env, neighbour.id, tickets, now);
  tenant = await newTenant();
  nils = await contactOf(tenant, { role: 'member' });
  const { numbers } = await seedManyTickets(env, tenant.id, tickets, now);
  long = numbers.last - (numbers.last % 2);
  short = long - 8;
  nora = await contactOf(tenant, { accountId: nils.accountId, role: 'admin' });
  for (let i = 0; i < others; i += 1) await giveAway(await contactOf(tenant), i);
  await lengthen(long);
});

test.each([
  ['open', false],
  ['solved', true],
] as const)('an admin’s list reads its page only: %s', async (tab, all) => {
  const list = await costOf((scope) =>
    loadRequestList(scope, memberOf(nora, 'admin'), { ...everyRequest, tab, all }, 'UTC'),
  );
  expect(list.rows.page.items).toHaveLength(25);
  expect(list.read).toBeLessThanOrEqual(26 * 5 + ofList);
});

test.each([
  ['open', false],
  ['solved', true],
] as const)('a member’s list reads its page only: %s', async (tab, all) => {
  const list = await costOf((scope) =>
    loadRequestList(scope, memberOf(nils, 'member'), { ...everyRequest, tab, all }, 'UTC'),
  );
  expect(list.rows.page.items).toHaveLength(25);
  expect(list.read).toBeLessThanOrEqual(26 * 6 + ofList);
});

test.each(['admin', 'member'] as const)('the next page costs no more than the first: %s', async (role) => {
  const claim = memberOf(role === 'admin' ? nora : nils, role);
  const pageOf = (wish: Partial<RequestQuery>) =>
    costOf((scope) => loadRequestList(scope, claim, { ...everyRequest, all: true, ...wish }, 'UTC'));
  const first = await pageOf({});
  const second = await pageOf({ before: first.rows.page.next });
  expect(second.rows.page.items).toHaveLength(25);
  expect(second.read).toBeLessThanOrEqual(first.read + slack);
});

test.each(['admin', 'member'] as const)('a thread reads its window, not its past: %s', async (role) => {
  const claim = memberOf(role === 'admin' ? nora : nils, role);
  const newest = await costOf((scope) => loadThread(scope, claim, long, { from: entries - 25 }));
  expect(newest.rows.messages).toHaveLength(30);
  expect(newest.read).toBeLessThanOrEqual(30 * 2 + 40);
  const unread = await costOf((scope) => loadThread(scope, claim, long, 'unread'));
  // One more than is shown, which tells that there is more.
  expect(unread.rows.messages).toHaveLength(201);
  expect(unread.rows.messages[0]?.publicSeq, 'it opens at the first unread').toBe(1);
  expect(unread.read).toBeLessThanOrEqual(200 * 2 + 45);
  const eventful = await costOf((scope) => loadThread(scope, claim, long + crowdedBy.events, { from: entries - 25 }));
  expect(eventful.rows.events).toHaveLength(30);
  expect(eventful.read).toBeLessThanOrEqual(30 * 2 + 40);
  const usual = await costOf((scope) => loadThread(scope, claim, short, 'unread'));
  expect(usual.read).toBeLessThanOrEqual(60);
});

test('what is new in a workspace is counted among its newest requests', async () => {
  const counted = await costOf((scope) => ({ news: countNews(scope, nils.id) }));
  expect(counted.rows.news.get(nils.accountId)).toBeGreaterThan(newsMost);
  expect(counted.read).toBeLessThanOrEqual(40 * 3 + slack);
});

test('to look for a request in other workspaces reads the request and one place', async () => {
  for (const number of [short, 999_999]) {
    const found = await costOf((scope) => ({ elsewhere: findElsewhere(scope, nora.id, number, 'acc_other') }));
    expect(found.rows.elsewhere?.accountId).toBe(number === short ? nora.accountId : undefined);
    expect(found.read).toBeLessThanOrEqual(slack);
  }
});

const views = ['mine', 'unassigned', 'open', 'solved'] as const;
const sorts = ['customer', 'age'] as const;
const directions = ['asc', 'desc'] as const;
const lists = views.flatMap((view) =>
  sorts.flatMap((sort) => directions.map((direction) => ({ view, sort, direction }))),
);

test.each(lists)('the agents’ list reads its page only: $view by $sort, $direction', async (order) => {
  const pageOf = (behind: string | null) =>
    costOf((scope) => loadDeskList(scope, agentOf(), { ...order, behind: readCursor(behind ?? undefined) }));
  const { page, counts } = await rowsOf(order);
  const first = await pageOf(null);
  expect(page.items).toHaveLength(50);
  expect(first.read).toBeLessThanOrEqual(51 * 6 + 15);
  const second = await pageOf(page.next);
  expect(second.rows.page.items.length).toBe(Math.min(50, counts[order.view] - 50));
  expect(second.read).toBeLessThanOrEqual(first.read + slack);
});

test('an agent’s ticket reads its window and a few neighbours', async () => {
  const usual = await costOf((scope) => loadDeskTicket(scope, agentOf(), short, null));
  expect(usual.rows.ofRequester).toHaveLength(5);
  expect(usual.read).toBeLessThanOrEqual(250);
  const newest = await costOf((scope) => loadDeskTicket(scope, agentOf(), long, null));
  expect(newest.rows.messages).toHaveLength(200);
  expect(newest.read).toBeLessThanOrEqual(250 + 200 * 2);
});

test.each(views)('news of a list read no more than the newest changes: %s', async (view) => {
  const recent = await costOf((scope) => loadDeskNews(scope, agentOf(), view, now - 7 * dayMs));
  expect(recent.read).toBeLessThanOrEqual(40);
  const ever = await costOf((scope) => loadDeskNews(scope, agentOf(), view, 0));
  expect(ever.read).toBeLessThanOrEqual(2 * 200 + 70);
});

async function costOf<S extends Statements>(make: (scope: Awaited<ReturnType<typeof scopeOf>>) => S) {
  const scope = await scopeOf(tenant, now);
  const before = scope.db.meter.rowsRead;
  const rows = await run(scope.db, make(scope));
  return { rows, read: scope.db.meter.rowsRead - before };
}

async function rowsOf(order: (typeof lists)[number]) {
  return (await costOf((scope) => loadDeskList(scope, agentOf(), { ...order, behind: null }))).rows;
}

function memberOf({ id, accountId }: TestContact, role: 'admin' | 'member'): MemberClaim {
  const session = { tenantId: tenant.id, host: tenant.host, secretHash: '' };
  const sees = role === 'admin' ? 'account' : 'own';
  return { kind: 'contact', ...session, contactId: id, accountId, role, sees, isViewAs: false };
}

function agentOf(): AgentClaim {
  return { kind: 'agent', tenantId: tenant.id, host: '', agentId: tenant.ownerId, role: 'owner', secretHash: '' };
}

/** Every tenth ticket with an odd number becomes this contact's. */
async function giveAway({ id, accountId }: TestContact, i: number): Promise<void> {
  const theirs = `tenant_id = ?1 and number % 10 = ${2 * i + 1}`;
  await env.DB.batch([
    env.DB.prepare(
      `delete from ticket_people where tenant_id = ?1 and ticket_id in (select id from tickets where ${theirs})`,
    ).bind(tenant.id),
    env.DB.prepare(`update tickets set account_id = ?2, requester_id = ?3 where ${theirs}`).bind(
      tenant.id,
      accountId,
      id,
    ),
    env.DB.prepare(
      `insert into ticket_people (tenant_id, ticket_id, contact_id, account_id, part, done, public_activity_at)
       select tenant_id, id, requester_id, account_id, 'requester', done, public_activity_at from tickets where ${theirs}`,
    ).bind(tenant.id),
  ]);
}

/** Gives a ticket its entries, and as many events, notes and mails to the ones beside it. */
async function lengthen(number: number): Promise<void> {
  const more = `with recursive more(n) as (select seq + 1 from tickets where tenant_id = ?1 and number = ?2
    union all select n + 1 from more where n < ?3)`;
  const of = (at: number) => `from more join tickets t on t.tenant_id = ?1 and t.number = ?2 + ${at}`;
  const id = (prefix: string) => `'${prefix}_' || lower(hex(randomblob(13)))`;
  const inserts = [
    `insert into messages (tenant_id, id, ticket_id, seq, public_seq, author_kind, author_id, body, via, created_at)
     ${more} select t.tenant_id, ${id('msg')}, t.id, n + 4, n + 4, 'contact', t.requester_id, 'More', 'portal', t.activity_at ${of(0)}`,
    `insert into events (tenant_id, id, ticket_id, seq, public_seq, kind, actor_kind, data, public_data, created_at)
     ${more} select t.tenant_id, ${id('evt')}, t.id, n + 4, n + 4, 'opened', 'system', '{}', '{}', t.activity_at ${of(crowdedBy.events)}`,
    `insert into notes (tenant_id, id, ticket_id, seq, author_id, body, created_at)
     ${more} select t.tenant_id, ${id('not')}, t.id, n + 4, (select min(id) from agents where tenant_id = ?1), 'More', t.activity_at ${of(crowdedBy.notes)}`,
    `insert into outbox (tenant_id, id, kind, recipient_kind, recipient_id, ticket_id, state, due_at, created_at)
     ${more} select t.tenant_id, ${id('out')}, 'new_reply', 'contact', t.requester_id, t.id, 'sent', 0, t.activity_at ${of(crowdedBy.mails)}`,
  ];
  const lengths = [0, crowdedBy.events, crowdedBy.notes].map(
    (at) => `update tickets set seq = ?3 + 4, public_seq = ?3 + 4 where tenant_id = ?1 and number = ?2 + ${at}`,
  );
  await env.DB.batch([...inserts, ...lengths].map((sql) => env.DB.prepare(sql).bind(tenant.id, number, entries)));
}
