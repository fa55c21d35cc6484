import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { audited } from '#audit/audited.ts';
import type { AuditEvent } from '#audit/event.ts';
import { run } from '#db/run.ts';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf, type TestContact } from '../../../test/helpers/contact-of.ts';
import { newTenant, scopeOf, type TestTenant } from '../../../test/helpers/new-tenant.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';

const agentOrigin = { client: '198.51.100.9', place: 'Secretville, DE', device: 'Netscape on BeOS' };
const customerOrigin = { client: '203.0.113.7', place: 'Lisbon, PT', device: 'Firefox on Linux' };

let tenant: TestTenant;
let nora: TestContact;
let nils: TestContact;
let ines: TestContact;

beforeEach(async () => {
  tenant = await newTenant();
  nora = await contactOf(tenant, { name: 'Nora Lind' });
  nils = await contactOf(tenant, { name: 'Nils', role: 'member', accountId: nora.accountId });
  ines = await contactOf(tenant, { name: 'Ines' });
});

const portal = async (who: TestContact) => portalOf(await contactAtWork(who));

async function record(event: AuditEvent) {
  const scope = await scopeOf(tenant);
  await run(scope.db, { entry: audited(scope, event) });
}

const owner = () => ({ kind: 'agent', id: tenant.ownerId }) as const;

async function recordUsual() {
  const ofNora = { accountId: nora.accountId, subjectId: nils.id };
  await record({
    action: 'membership.changed',
    actor: owner(),
    ...ofNora,
    detail: { from: 'none', to: 'member', kid: 'inner' },
    origin: agentOrigin,
  });
  await record({ action: 'view_as.started', actor: owner(), ...ofNora, origin: agentOrigin });
  await record({ action: 'address.added', actor: { kind: 'contact', id: nils.id }, ...ofNora, origin: customerOrigin });
  await record({
    action: 'account.changed',
    actor: { kind: 'contact', id: ines.id },
    accountId: ines.accountId,
    origin: customerOrigin,
  });
  await record({ action: 'settings.changed', actor: owner(), detail: { what: 'Wombat' }, origin: agentOrigin });
}

const foreign = ['Secretville', 'Netscape', '198.51.100.9', 'inner', 'Ines', 'Wombat', 'settings'];

test('an admin reads what concerns their account, and of agents only the name', async () => {
  await recordUsual();
  const html = await (await portal(nora)).page('/members/history');
  expect(html).toContain('Olivia Owner</bdi></a> made ');
  expect(html).toContain(' began to view the portal as ');
  expect(html).toContain(' proved a further address of theirs');
  expect(html).toContain('203.0.113.7');
  const main = html.slice(html.indexOf('<table'), html.indexOf('</table>'));
  for (const words of foreign) expect(main, words).not.toContain(words);
  expect(await (await portal(ines)).page('/members/history')).not.toContain('Nils');
});

test('to members there is no such page, and no file', async () => {
  const member = await portal(nils);
  expect((await member.ask('/members/history')).status).toBe(404);
  expect((await member.ask('/members/history.csv', { form: {} })).status).toBe(404);
});

test('no filter leads beyond the account', async () => {
  await recordUsual();
  const admin = await portal(nora);
  for (const query of [`account=${ines.accountId}`, `who=${ines.id}`, `who=${ines.id}&account=${ines.accountId}`]) {
    const html = await admin.page(`/members/history?${query}`);
    expect(html, query).not.toContain('Ines');
    expect(html, query).not.toContain(ines.email);
  }
  const csv = await (await admin.ask('/members/history.csv', { form: { account: ines.accountId } })).text();
  expect(csv).not.toContain('Ines');
});

test('whether an address is known elsewhere is not told; one of the account is found', async () => {
  const admin = await portal(nora);
  const bodyOf = async (address: string) => {
    const answer = await admin.ask(`/members/history?person=${encodeURIComponent(address)}`);
    expect(answer.status).toBe(200);
    return (await answer.text()).replaceAll(address, 'ADDRESS');
  };
  const unknown = await bodyOf('nobody@nowhere.test');
  expect(unknown).toContain('There is nobody in this workspace with this address.');
  expect(await bodyOf(ines.email)).toBe(unknown);
  expect(await bodyOf(tenant.ownerEmail), 'an agent’s').toBe(unknown);
  const found = await admin.ask(`/members/history?person=${nils.email}`);
  expect(found.headers.get('Location')).toBe(`/members/history?who=${nils.id}`);
});

test('the file holds the same, and that it was made stands in the history', async () => {
  await recordUsual();
  await env.DB.prepare('update accounts set name = \'Müller, "Söhne"\' where id = ?').bind(nora.accountId).run();
  const admin = await portal(nora);
  const answer = await admin.ask('/members/history.csv', { form: {} });
  expect(answer.headers.get('Content-Disposition')).toBe(
    `attachment; filename="history-Muller_ _Sohne_.csv"; filename*=UTF-8''history-M%C3%BCller%2C%20_S%C3%B6hne_.csv`,
  );
  const csv = await answer.text();
  expect(csv).toContain('made Nils a member of Müller');
  expect(csv).toContain('203.0.113.7');
  for (const words of foreign.filter((word) => word !== 'settings')) expect(csv, words).not.toContain(words);
  const html = await admin.page('/members/history?group=exports');
  expect(html).toContain(' made an export');
});

test('one trip makes the page', async () => {
  const answer = await (await portal(nora)).ask('/members/history');
  expect(answer.headers.get('Server-Timing')).toContain('trips=1 ');
});
