import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { addAccount } from '#identity/people/add-account.ts';
import { addContact } from '#identity/people/add-contact.ts';
import { isId, newId } from '#lib/ids.ts';
import { readEventData, readPublicEventData } from '#tickets/event-data.ts';
import { createTenant } from '../create-tenant.ts';
import { openScope } from '../open-scope.ts';
import { seedManyTickets } from './many-tickets.ts';

const now = Date.UTC(2026, 6, 6, 12, 30);

async function newCompany() {
  const slug = `t${newId('tenant', now).slice(-20)}`;
  const owner = { name: 'Olivia Brandt', email: `owner@${slug}.test` };
  const { tenantId } = await createTenant(env, { slug, name: slug, zone: 'UTC', accent: '#0f766e', owner }, now);
  const scope = await openScope(env, tenantId, now);
  const accountId = await addAccount(scope, 'Northwind');
  const contactId = await addContact(scope, {
    email: 'nora@northwind.test',
    memberships: [{ accountId, role: 'admin' }],
  });
  return { tenantId, accountId, contactId };
}

async function all(sql: string, ...values: (string | number)[]) {
  return (
    await env.DB.prepare(sql)
      .bind(...values)
      .all<Record<string, string | number>>()
  ).results;
}

test('many tickets are as whole as a few', async () => {
  const { tenantId, ...who } = await newCompany();
  await expect(seedManyTickets(env, tenantId, 200, now)).resolves.toEqual({
    ...who,
    numbers: { first: 1001, last: 1200 },
  });
  const faults = await all(
    `select t.number, count(*) as n from tickets t
     join (select ticket_id, seq, public_seq, created_at from messages union all select ticket_id, seq, public_seq, created_at from events) e
       on e.ticket_id = t.id where t.tenant_id = ? group by t.id
     having n not between 2 and 4 or n <> t.seq or n <> t.public_seq or min(e.seq) <> 1 or max(e.seq) <> n
       or count(distinct e.seq) <> n or sum(e.seq <> e.public_seq) > 0 or max(e.created_at) <> t.activity_at or t.activity_at > ?
       or t.done <> (t.category in ('solved', 'closed')) or (t.waiting_since is null) = (t.last_author_kind = 'contact')`,
    tenantId,
    now,
  );
  expect(faults).toEqual([]);
  const people = await all(
    `select count(*) as n, sum(p.done = t.done and p.public_activity_at = t.public_activity_at) as same
     from ticket_people p join tickets t on t.id = p.ticket_id where t.tenant_id = ?`,
    tenantId,
  );
  expect(people).toEqual([{ n: 200, same: 200 }]);
});

test('their ids and events are like all others, and the next ones go on', async () => {
  const { tenantId } = await newCompany();
  await seedManyTickets(env, tenantId, 20, now);
  expect((await seedManyTickets(env, tenantId, 5, now)).numbers).toEqual({ first: 1021, last: 1025 });
  const tickets = await all('select id from tickets where tenant_id = ?', tenantId);
  expect(tickets.every(({ id }) => isId('ticket', String(id)))).toBe(true);
  const events = await all("select data, public_data from events where tenant_id = ? and kind = 'status'", tenantId);
  expect(events.length).toBeGreaterThan(10);
  for (const event of events) {
    readEventData('status', String(event.data));
    readPublicEventData('status', String(event.public_data));
  }
});
