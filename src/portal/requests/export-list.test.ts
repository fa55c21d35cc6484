import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { seedManyTickets } from '#onboarding/demo/many-tickets.ts';
import { ownerOf } from '../../../test/helpers/agent-of.ts';
import { agentAtWork, contactAtWork } from '../../../test/helpers/at-work.ts';
import { accountOf, contactOf } from '../../../test/helpers/contact-of.ts';
import { newDesk } from '../../../test/helpers/desk-page.ts';
import { giveValues } from '../../../test/helpers/give-values.ts';
import { newField } from '../../../test/helpers/new-field.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';
import { viewAs } from '../../../test/helpers/view-as.ts';

const linesOf = (csv: string) =>
  csv
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n');

test('the file holds what the list shows: its filters, its order, the fields that customers read', async () => {
  const { tenant, nora, contact } = await newDesk();
  const topic = await newField(tenant, { key: 'topic', label: 'Topic', inList: true, access: 'read' });
  const secret = await newField(tenant, { key: 'margin', label: 'Wombat', inList: true, access: 'none' });
  const hidden = await newField(tenant, { key: 'hidden', label: 'Quokka', inList: false });
  const first = await nora.open('=1+1');
  const second = await nora.open('Two, "quoted"\nlines');
  await nora.open('Other');
  for (const number of [first, second])
    await giveValues(tenant, number, [
      [topic, '@Billing'],
      [secret, 'numbat'],
      [hidden, 'bilby'],
    ]);
  const ines = await contactAtWork(await contactOf(tenant));
  await ines.open('From Ines');
  const answer = await portalOf(nora).ask('/requests.csv', { form: { query: 'topic=%40billing&sort=number-asc' } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Type')).toContain('text/csv');
  const [head, one, two, ...more] = linesOf(await answer.text());
  expect(head).toBe(
    'Number,Subject,Status,Asked by,Form,Priority,Asked (Europe/Berlin),Last activity (Europe/Berlin),Topic',
  );
  const clock = '20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d';
  expect(one).toMatch(new RegExp(`^${first},'=1\\+1,New,Nora Lind,Request,Normal,${clock},${clock},'@Billing$`));
  expect(two).toContain(`${second},"Two, "`);
  expect(more).toEqual([]);
  const { results } = await env.DB.prepare(
    "select actor_id, account_id, detail from audit_entries where tenant_id = ? and action = 'export.made'",
  )
    .bind(tenant.id)
    .all();
  expect(results).toEqual([{ actor_id: contact.id, account_id: contact.accountId, detail: '{"what":"requests"}' }]);
});

test('members export their own only', async () => {
  const { tenant, nora, contact } = await newDesk();
  await nora.open('From Nora');
  const nils = await contactAtWork(await contactOf(tenant, { role: 'member', accountId: contact.accountId }));
  await nils.open('From Nils');
  const csv = await (await portalOf(nils).ask('/requests.csv', { form: {} })).text();
  expect(csv).toContain('From Nils');
  expect(csv).not.toContain('From Nora');
});

test('a file of many pages has every request once', async () => {
  const { tenant, nora } = await newDesk();
  await seedManyTickets(env, tenant.id, 1300);
  for (const query of ['all=1', 'all=1&sort=priority', 'all=1&sort=created-asc', 'form=request&all=1']) {
    const csv = await (await portalOf(nora).ask('/requests.csv', { form: { query } })).text();
    const numbers = linesOf(csv)
      .slice(1)
      .map((line) => line.split(',')[0]);
    expect(numbers, query).toHaveLength(1300 * 0.4);
    expect(new Set(numbers).size, query).toBe(numbers.length);
  }
});

test('a file breaks off where its reader goes into another workspace: it would go on with other requests', async () => {
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  const { tenant, contact } = await newDesk();
  const elsewhere = await accountOf(tenant, 'Initech');
  await seedManyTickets(env, tenant.id, 1300);
  await env.DB.prepare(
    `insert into memberships (tenant_id, contact_id, account_id, role, created_at) values (?, ?, ?, 'admin', 0)`,
  )
    .bind(tenant.id, contact.id, elsewhere)
    .run();
  const portal = await portalOf({ signedIn: await signIn(contact) }).enter(contact.accountId);
  const answer = await portal.ask('/requests.csv', { form: { query: 'all=1' } });
  const reader = answer.body?.getReader();
  await reader?.read();
  await portal.enter(elsewhere);
  const rest = async () => {
    for (;;) if ((await reader?.read())?.done) return 'whole';
  };
  await expect(rest()).rejects.toThrow();
});

test('who only looks, exports nothing', async () => {
  const { tenant, nora, contact } = await newDesk();
  await nora.open('Here');
  const cookie = await viewAs(await agentAtWork(ownerOf(tenant)), contact);
  const shown = await (await request(tenant.host, '/?sort=number', { cookie })).text();
  expect(shown).toContain('Here');
  expect(shown).not.toContain('requests.csv');
  expect(shown).not.toContain('/views/new');
  expect((await request(tenant.host, '/requests.csv', { form: {}, cookie })).status).toBe(403);
});
