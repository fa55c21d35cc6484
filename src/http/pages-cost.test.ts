import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { seedManyTickets } from '#onboarding/demo/many-tickets.ts';
import { contactAtWork } from '../../test/helpers/at-work.ts';
import { builderDesk } from '../../test/helpers/builder-desk.ts';
import { portalOf } from '../../test/helpers/portal-page.ts';

// What pages around forms, fields, files, people and lists read at a company of
// many tickets, each with an answer: of the tickets only what they show.

const tickets = 3000;
type Ask = (path: string, options?: { form: Record<string, string> }) => Promise<Response>;

let portal: Ask;
let desk: Ask;
/** What stands in the addresses below. */
let names: Readonly<Record<string, string>>;

beforeAll(async () => {
  const { tenant, owner, nora, path, ask, post } = await builderDesk();
  await ask('topic');
  await post('/publication', {});
  const { numbers } = await seedManyTickets(env, tenant.id, tickets, Date.now() - 60_000);
  const topic = await env.DB.prepare("select id from fields where tenant_id = ? and key = 'topic'")
    .bind(tenant.id)
    .first<{ id: string }>();
  await env.DB.prepare(
    `insert into ticket_field_values (tenant_id, ticket_id, field_id, ordinal, account_id, value, text_key)
     select tenant_id, id, ?2, 0, account_id, '"billing"', 'billing' from tickets where tenant_id = ?1`,
  )
    .bind(tenant.id, topic?.id)
    .run();
  const contact = await contactAtWork(nora);
  portal = portalOf(contact).ask;
  desk = owner.ask;
  const number = await contact.open();
  await portal('/views', { form: { workspace: nora.accountId, name: 'Mine', query: 'sort=number', for: 'me' } });
  const kept = await env.DB.prepare('select id from views where tenant_id = ?').bind(tenant.id).first<{ id: string }>();
  names = {
    FORM: path,
    FIELD: `/settings/fields/${topic?.id}`,
    NUMBER: `${number}`,
    OTHER: `${numbers.last}`,
    VIEW: kept?.id ?? '',
  };
}, 30_000);

/** Address and the most rows that it may read. */
const ofPortal: Readonly<Record<string, number>> = {
  '/requests/new': 100,
  '/requests/new/request': 100,
  '/requests/NUMBER': 100,
  '/requests/NUMBER/people': 100,
  '/requests/NUMBER/messages/1/revision': 100,
  '/views/new': 100,
  '/views/VIEW': 100,
  '/?q=the': 2100,
};
const ofDesk: Readonly<Record<string, number>> = {
  '/tickets/OTHER': 300,
  '/tickets/OTHER/access': 250,
  '/tickets?q=the': 1250,
  '/settings/forms': 100,
  FORM: 100,
  'FORM/details': 100,
  'FORM/texts': 100,
  'FORM/preview': 100,
  'FORM/check': 100,
  'FORM/publication': 100,
  'FORM/versions': 100,
  'FORM/versions/1': 100,
  '/settings/fields': 100,
  // They say of how many requests it holds a value, counted up to 1000.
  FIELD: 1100,
  'FIELD/deletion': 1100,
};

test.each(Object.entries(ofPortal))('customers’ %s reads at most %i rows, in one trip', async (path, most) => {
  const { trips, rows } = await costOf(portal, path);
  expect(rows).toBeLessThanOrEqual(most);
  expect(trips).toBe(1);
});

test.each(Object.entries(ofDesk))('agents’ %s reads at most %i rows', async (path, most) => {
  const { rows } = await costOf(desk, path);
  expect(rows).toBeLessThanOrEqual(most);
});

async function costOf(ask: Ask, path: string) {
  const answer = await ask(path.replaceAll(/[A-Z]+/g, (name) => names[name] ?? name));
  expect(answer.status).toBe(200);
  const [, trips, rows] = /trips=(\d+) rows=(\d+)/.exec(answer.headers.get('Server-Timing') ?? '') ?? [];
  return { trips: Number(trips), rows: Number(rows) };
}
