import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { newMeter } from '#db/database.ts';
import { findTenant } from '#tenancy/find-tenant.ts';
import { readLogo } from '#tenancy/logo.ts';
import { readEventData, readPublicEventData } from '#tickets/event-data.ts';
import { seedDemo } from './seed-demo.ts';

// A Monday in summer, half past two in Berlin.
const now = Date.UTC(2026, 6, 6, 12, 30);

beforeAll(() => seedDemo(env, now));

async function all(sql: string, ...values: (string | number)[]): Promise<Record<string, string | number | null>[]> {
  const { results } = await env.DB.prepare(sql)
    .bind(...values)
    .all<Record<string, string | number | null>>();
  return results;
}

/** The entries of every thread under their numbers, `k` for the kind. */
const entries = `(select ticket_id, seq, public_seq, created_at, 'm' as k from messages
  union all select ticket_id, seq, null, created_at, 'n' from notes
  union all select ticket_id, seq, public_seq, created_at, 'e' from events)`;

test('both companies are there, on every host of the demo, with people who can sign in', async () => {
  const hosts = ['acme.portico.test', 'help.acme.portico.test', 'globex.portico.test'];
  const found = await Promise.all(hosts.map((host) => findTenant(env, { by: 'host', host }, now, newMeter())));
  expect(found.map((tenant) => [tenant?.slug, tenant?.canonicalHost])).toEqual([
    ['acme', 'acme.portico.test'],
    ['acme', 'acme.portico.test'],
    ['globex', 'globex.portico.test'],
  ]);
  const people =
    await all(`select t.slug || ' ' || c.email || ' ' || group_concat(a.name || '=' || m.role, ',' order by a.name) as line
    from memberships m join tenants t on t.id = m.tenant_id join contact_addresses c on c.tenant_id = m.tenant_id and c.contact_id = m.contact_id
    join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id group by m.contact_id order by line`);
  expect(people.map(({ line }) => line)).toEqual([
    'acme ines@initech.test Initech=admin',
    'acme marta@consult.test Initech=member,Northwind=member',
    'acme nils@northwind.test Northwind=member',
    'acme nora@northwind.test Northwind=admin',
    'globex hal@hooli.test Hooli=admin',
    'globex nora@northwind.test Northwind=admin',
  ]);
  const agents = await all(`select s.email, a.role from seats s join agents a on a.id = s.agent_id order by s.email`);
  expect(agents).toEqual([
    { email: 'amir@acme.test', role: 'agent' },
    { email: 'owner@acme.test', role: 'owner' },
    { email: 'owner@globex.test', role: 'owner' },
  ]);
});

test('accounts are known by an id of the tenant’s own systems, and by a confirmed mail domain', async () => {
  const rows = await all(`select t.slug || ' ' || a.name || ' ' || a.external_id || ' ' || d.domain as line
    from accounts a join tenants t on t.id = a.tenant_id join account_domains d on d.tenant_id = a.tenant_id
      and d.account_id = a.id and d.confirmed_at is not null order by line`);
  expect(rows.map(({ line }) => line)).toEqual([
    'acme Initech cus-1057 initech.test',
    'acme Northwind cus-1041 northwind.test',
    'globex Hooli hooli hooli.test',
    'globex Northwind northwind northwind.test',
  ]);
});

test('the logos can be fetched, and the two brands differ', async () => {
  const hosts = ['acme.portico.test', 'globex.portico.test'];
  const [acme, globex] = await Promise.all(hosts.map((host) => findTenant(env, { by: 'host', host }, now, newMeter())));
  if (!(acme && globex)) throw new Error('no demo');
  expect(acme.brand.themeHash).not.toBe(globex.brand.themeHash);
  for (const tenant of [acme, globex]) {
    for (const file of [tenant.brand.logoLight, tenant.brand.logoDark]) {
      await expect((await readLogo(env.FILES, tenant, file ?? '')).text()).resolves.toMatch(/^<svg /);
    }
  }
});

test('60 requests at acme and 15 at globex, from 1001 on, in the order in which they came', async () => {
  expect(
    await all(`select t.slug, count(*) as n, min(k.number) as low, max(k.number) as high
      from tickets k join tenants t on t.id = k.tenant_id group by t.slug order by t.slug`),
  ).toEqual([
    { slug: 'acme', n: 60, low: 1001, high: 1060 },
    { slug: 'globex', n: 15, low: 1001, high: 1015 },
  ]);
  expect(
    await all(`select a.number from tickets a join tickets b on a.tenant_id = b.tenant_id and b.number = a.number + 1
      where a.created_at > b.created_at`),
  ).toEqual([]);
});

test('threads have 2 to 12 entries, numbered without a gap by both clocks', async () => {
  const faults =
    await all(`select k.number, k.subject, count(*) as n from tickets k join ${entries} e on e.ticket_id = k.id group by k.id
    having n not between 2 and 12 or n <> k.seq or min(e.seq) <> 1 or max(e.seq) <> n or count(distinct e.seq) <> n
      or count(e.public_seq) <> k.public_seq or min(e.public_seq) <> 1 or max(e.public_seq) <> k.public_seq
      or count(distinct e.public_seq) <> k.public_seq`);
  expect(faults).toEqual([]);
});

test('entries follow one another in time, and none lies ahead', async () => {
  const backwards = `select a.ticket_id from ${entries} a join ${entries} b on b.ticket_id = a.ticket_id and b.seq = a.seq + 1
    where a.created_at > b.created_at or a.created_at > ? or b.created_at > ?`;
  expect(await all(backwards, now, now)).toEqual([]);
});

test('each ticket says what its thread says: last message, activity, who waits', async () => {
  const faults = await all(`select k.number, k.subject from tickets k
    join messages last on last.ticket_id = k.id and last.seq = (select max(seq) from messages where ticket_id = k.id)
    where k.last_author_id <> last.author_id or k.last_author_kind <> last.author_kind or k.last_message_at <> last.created_at
      or k.activity_at <> (select max(created_at) from ${entries} where ticket_id = k.id)
      or k.public_activity_at <> (select max(created_at) from ${entries} where ticket_id = k.id and public_seq is not null)
      or k.done <> (k.category in ('solved', 'closed')) or (k.solved_at is null) = (k.done = 1)
      or (k.closed_at is null) = (k.category = 'closed')
      or (k.waiting_since is not null) <> (k.done = 0 and last.author_kind = 'contact')
      or k.category <> (select category from statuses where id = k.status_id)`);
  expect(faults).toEqual([]);
});

test('people of a ticket move with it, and the requester is one of them', async () => {
  expect(
    await all(`select k.number from tickets k join ticket_people p on p.ticket_id = k.id
      where p.done <> k.done or p.public_activity_at <> k.public_activity_at or p.account_id <> k.account_id
        or (p.part = 'requester') <> (p.contact_id = k.requester_id)`),
  ).toEqual([]);
  expect(
    await all(`select number from tickets k where not exists
      (select 1 from ticket_people p where p.ticket_id = k.id and p.contact_id = k.requester_id)`),
  ).toEqual([]);
});

const counted = {
  usual: `select tenant_id, 'desk' as scope, done, count(*) as n from tickets group by 1, 3
    union all select tenant_id, 'account:' || account_id, done, count(*) from tickets group by 1, 2, 3
    union all select tenant_id, coalesce('agent:' || assignee_id, 'unassigned'), done, count(*) from tickets group by 1, 2, 3
    union all select tenant_id, 'contact:' || contact_id || ':' || account_id, done, count(*) from ticket_people group by 1, 2, 3`,
  'by status': `select tenant_id, 'account:' || account_id || ':' || status_id as scope, done, count(*) as n from tickets group by 1, 2, 3
    union all select tenant_id, 'contact:' || p.contact_id || ':' || p.account_id || ':' || t.status_id, t.done, count(*)
      from ticket_people p join tickets t using (tenant_id) where t.id = p.ticket_id group by 1, 2, 3`,
} as const;

test.each(['usual', 'by status'] as const)('the kept counts are what counting would give: %s', async (which) => {
  const kept = `select tenant_id, scope, done, n from ticket_counts where n <> 0
    and scope ${which === 'usual' ? 'not' : ''} like '%:sta_%'`;
  expect(await all(`${kept} except select * from (${counted[which]})`)).toEqual([]);
  expect(await all(`select * from (${counted[which]}) except ${kept}`)).toEqual([]);
});

test('every status, priority and source is there, with notes, old and new, read and unread, taken and not', async () => {
  const [row] = await all(
    `select count(distinct category) as categories, count(distinct priority_id) as priorities,
      count(distinct source) as sources, sum(assignee_id is null) > 3 as unassigned, sum(created_at < ? - 31536000000) > 5 as old,
      sum(follow_up_of is not null) as follow_ups from tickets where tenant_id = (select id from tenants where slug = 'acme')`,
    now,
  );
  expect(row).toEqual({ categories: 5, priorities: 4, sources: 3, unassigned: 1, old: 1, follow_ups: 1 });
  const unread =
    await all(`select distinct c.email from read_marks r join tickets k on k.id = r.ticket_id join contacts c on c.id = r.contact_id
    where r.public_seq < k.public_seq order by 1`);
  expect(unread.length).toBeGreaterThan(3);
  expect((await all('select id from notes')).length).toBeGreaterThan(9);
});

test('every event can be read, and what contacts may read of it tells no more', async () => {
  const events = await all('select kind, data, public_data from events');
  for (const { kind, data, public_data } of events) {
    if (kind !== 'opened' && kind !== 'status' && kind !== 'priority' && kind !== 'assignee')
      throw new Error(String(kind));
    readEventData(kind, String(data));
    readPublicEventData(kind, public_data === null || public_data === undefined ? null : String(public_data));
  }
  const internal = await all(`select distinct kind from events where public_seq is null order by 1`);
  expect(internal).toEqual([{ kind: 'assignee' }, { kind: 'priority' }]);
});

test('a second time nothing happens', async () => {
  const rows = () =>
    all(
      'select (select count(*) from tickets) as tickets, (select count(*) from tenants) as tenants, (select count(*) from outbox) as mails',
    );
  const before = await rows();
  await seedDemo(env, now + 1);
  expect(await rows()).toEqual(before);
});
