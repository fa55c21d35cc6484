import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { audited } from '#audit/audited.ts';
import type { AuditEvent } from '#audit/event.ts';
import { run } from '#db/run.ts';
import { exportParts } from '#http/audit-list/send-export.ts';
import { changeRole } from '#identity/members/change-role.ts';
import { readerOf } from '#ui/reader.ts';
import { agentOf, ownerOf, type TestAgent } from '../../../../test/helpers/agent-of.ts';
import { contactOf, type TestContact } from '../../../../test/helpers/contact-of.ts';
import { wordsOf } from '../../../../test/helpers/desk-page.ts';
import { newTenant, scopeOf, type TestTenant } from '../../../../test/helpers/new-tenant.ts';
import { agentHost, type RequestOptions, request } from '../../../../test/helpers/request.ts';
import { type SignedIn, signIn } from '../../../../test/helpers/sign-in.ts';

const origin = { client: '203.0.113.7', place: 'Lisbon, PT', device: 'Firefox on Linux' };
const day = 24 * 60 * 60 * 1000;

let tenant: TestTenant;
let owner: SignedIn<TestAgent>;
let nora: TestContact;
let nils: TestContact;

beforeEach(async () => {
  tenant = await newTenant();
  owner = await signIn(ownerOf(tenant));
  nora = await contactOf(tenant, { name: 'Nora <b>Lind</b>' });
  nils = await contactOf(tenant, { name: 'Nils', role: 'member', accountId: nora.accountId });
});

const ask = (path: string, options: RequestOptions = {}, who: SignedIn = owner) =>
  request(agentHost, path, { cookie: who.cookie, ...options });
const page = async (path: string) => (await ask(path)).text();

async function record(event: Omit<AuditEvent, 'origin'>, now = Date.now()) {
  const scope = await scopeOf(tenant, now);
  await run(scope.db, { entry: audited(scope, { origin, ...event }) });
}

const sentences = (html: string) =>
  [...html.matchAll(/<td data-column="What happened">(.*?)<\/td>/gs)].map((match) =>
    wordsOf((match[1] ?? '').replace(/<small>.*?<\/small>/gs, ''))
      .trim()
      .replace(/\s+/g, ' '),
  );

test('a role that is changed stands on the page: who, whom, what, from where', async () => {
  const scope = await scopeOf(tenant);
  const by = { kind: 'agent', id: owner.person.id } as const;
  await changeRole(scope, by, { contactId: nils.id, accountId: nils.accountId, role: 'admin' }, origin);
  const html = await page('/settings/audit');
  expect(sentences(html)[0]).toMatch(/^Olivia Owner made Nils an admin of Customer \d+$/);
  expect(html).toContain('Lisbon, PT');
  expect(html).toContain('Firefox on Linux');
  expect(html, 'on demand').toMatch(
    /<details><summary>Lisbon, PT[\s\S]*?<bdi>203\.0\.113\.7<\/bdi>[\s\S]*?<\/details>/,
  );
  expect(sentences(html)).toContain('Olivia Owner signed in');
});

test('to agents who do not manage the tenant there is no such page, and no file', async () => {
  const amir = await signIn(await agentOf(tenant));
  const before = await count();
  expect((await ask('/settings/audit', {}, amir)).status).toBe(404);
  expect((await ask('/settings/audit.csv', { form: {} }, amir)).status).toBe(404);
  expect(await count(), 'and nothing says that one was made').toBe(before);
  const admin = await signIn(await agentOf(tenant, { role: 'admin' }));
  expect((await ask('/settings/audit', {}, admin)).status).toBe(200);
  expect((await ask('/settings/audit.csv', { method: 'GET' })).status).toBe(405);
});

const count = async () =>
  env.DB.prepare('select count(*) as n from audit_entries where tenant_id = ?').bind(tenant.id).first<number>('n');

test('filters stand in the address; names lead to their own', async () => {
  const actor = { kind: 'agent', id: owner.person.id } as const;
  await record({ action: 'membership.removed', actor, accountId: nora.accountId, subjectId: nils.id });
  await record({ action: 'contact.changed', actor, subjectId: nora.id });
  expect(sentences(await page('/settings/audit?group=signIn'))).toEqual(['Olivia Owner signed in']);
  const html = await page(`/settings/audit?who=${nils.id}`);
  expect(sentences(html)).toEqual([expect.stringMatching(/^Olivia Owner removed Nils from Customer/)]);
  expect(html).toContain(`<a href="/settings/audit?who=${nils.id}&amp;account=${nora.accountId}">`);
  expect(html).toContain('aria-label="Remove the filter Person: Nils"');
  expect(sentences(await page(`/settings/audit?account=${nora.accountId}&group=people`))).toHaveLength(1);
  const all = await page('/settings/audit');
  expect(all, 'names are text').toContain('Nora &lt;b&gt;Lind&lt;/b&gt;');
});

test('a person is found by address and an account by name; then the address holds ids', async () => {
  await record({ action: 'contact.changed', actor: { kind: 'contact', id: nils.id }, subjectId: nils.id });
  const byAddress = await ask(
    `/settings/audit?group=people&person=${encodeURIComponent(` ${nils.email.toUpperCase()}`)}`,
  );
  expect(byAddress.status).toBe(303);
  expect(byAddress.headers.get('Location')).toBe(`/settings/audit?group=people&who=${nils.id}`);
  const both = await contactOf(tenant, { email: owner.person.email });
  const twice = await ask(`/settings/audit?person=${owner.person.email}`);
  expect(twice.headers.get('Location')).toBe(`/settings/audit?who=${both.id}.${owner.person.id}`);
  const name = await env.DB.prepare('select name from accounts where id = ?')
    .bind(nora.accountId)
    .first<string>('name');
  const byName = await ask(`/settings/audit?account_name=${encodeURIComponent((name ?? '').toLowerCase())}`);
  expect(byName.headers.get('Location')).toBe(`/settings/audit?account=${nora.accountId}`);
});

test('what cannot be filtered by is said beside its field, and what was typed stays', async () => {
  const elsewhere = await contactOf(await newTenant());
  const html = await page(`/settings/audit?person=${elsewhere.email}&account_name=Nobody&from=2026-02-31&to=soon`);
  for (const words of [
    'There is nobody with this address.',
    'There is no account with this name',
    'Please write a day',
  ])
    expect(html).toContain(words);
  expect(html).toContain(`value="${elsewhere.email}"`);
  expect(html).toContain('value="2026-02-31"');
  expect(sentences(html)).toEqual([]);
  for (const query of ['group=x', 'who=con_x', "who=' or 1=1", 'before=x', 'account=..', 'group=signIn&group=people'])
    expect((await ask(`/settings/audit?${query}`)).status, query).toBe(200);
});

test('days are those of the agent’s own zone', async () => {
  const actor = { kind: 'agent', id: owner.person.id } as const;
  // 23:30 of the sixth in Berlin is the seventh in Tokyo.
  await record({ action: 'settings.changed', actor }, Date.UTC(2026, 6, 6, 21, 30));
  const shown = async () => sentences(await page('/settings/audit?from=2026-07-06&to=2026-07-06')).length;
  expect(await shown()).toBe(1);
  await env.DB.prepare("update agents set zone = 'Asia/Tokyo' where tenant_id = ?").bind(tenant.id).run();
  expect(await shown()).toBe(0);
  const tokyo = await ask('/settings/audit?from=2026-07-07&to=2026-07-07');
  expect(sentences(await tokyo.text())).toHaveLength(1);
  expect((await ask('/settings/audit')).headers.get('Server-Timing')).toContain('trips=1 ');
});

test('a page has fifty, and the older ones follow', async () => {
  for (let i = 0; i < 60; i += 1)
    await record({ action: 'settings.changed', actor: { kind: 'agent', id: owner.person.id } }, Date.now() - day - i);
  const first = await page('/settings/audit?group=settings');
  expect(sentences(first)).toHaveLength(50);
  const older = /rel="next" href="([^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(older).toMatch(/^\/settings\/audit\?group=settings&before=aud_/);
  expect(sentences(await page(older))).toHaveLength(10);
});

test('nothing that matches is said kindly', async () => {
  expect(await page('/settings/audit?group=handOff')).toContain('Nothing matches');
});

test('the file holds what is filtered, no formula, and that it was made is recorded', async () => {
  await env.DB.prepare('update contacts set name = ? where id = ?').bind('=HYPERLINK("//evil.test")', nils.id).run();
  const actor = { kind: 'contact', id: nils.id } as const;
  await record({ action: 'address.added', actor, subjectId: nils.id, accountId: nora.accountId });
  const answer = await ask('/settings/audit.csv', { form: { group: 'people' } });
  expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8; header=present');
  expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="audit-${tenant.slug}.csv"`);
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
  const lines = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    .decode(await answer.arrayBuffer())
    .split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^\ufeffTime \(UTC\),What happened,/);
  expect(lines[1]).toContain(`"'=HYPERLINK(""//evil.test"") proved a further address of theirs"`);
  expect(lines[1]).toContain('203.0.113.7');
  expect(lines[2]).toBe('');
  expect(sentences(await page('/settings/audit?group=exports'))).toEqual(['Olivia Owner made an export']);
  expect((await ask('/settings/audit.csv', { form: { everything: 'yes' } })).status).toBe(400);
});

test('a file is read in parts and ends with a word where there is more', async () => {
  const reader = readerOf({ locale: 'en', zone: 'UTC', now: Date.now() });
  const asked: (string | null)[] = [];
  const item = { id: 'aud_1', at: 0, action: 'settings.changed', account: null, subject: null, detail: {} } as const;
  const entry = {
    ...item,
    actor: { kind: 'system', id: null, name: null },
    client: '',
    place: '',
    device: '',
  } as const;
  const readPage = async (before: string | null) => {
    asked.push(before);
    return { items: [entry, entry], next: `aud_${asked.length}`, isPartial: false };
  };
  const parts = [];
  for await (const rows of exportParts({ reader, audience: 'tenant', readPage }, 6)) parts.push(rows);
  expect(asked).toEqual([null, 'aud_1', 'aud_2']);
  expect(parts.map((rows) => rows.length)).toEqual([2, 2, 2, 1]);
  expect(parts[3]?.[0]?.[0]).toBe('Only the newest 6 entries are exported. Choose a shorter time for older ones.');
  expect(new Set(parts.flat().map((row) => row.length)).size, 'each line has as many cells').toBe(1);
});

test('a file breaks off when its session ends while it is read', async () => {
  for (let i = 0; i < 2; i += 1) {
    await env.DB.prepare(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < 1200)
       insert into audit_entries (tenant_id, id, action, actor_kind, actor_id, detail, client, place, device, at)
       select ?1, 'aud_' || ?2 || printf('%025d', i), 'settings.changed', 'agent', ?3, '{}', '', '', '', 0 from n`,
    )
      .bind(tenant.id, i, owner.person.id)
      .run();
  }
  const answer = await ask('/settings/audit.csv', { form: { group: 'settings' } });
  const reader = answer.body?.getReader();
  await reader?.read();
  await env.DB.prepare('update sessions set ended_at = 1 where tenant_id = ?').bind(tenant.id).run();
  await expect(
    (async () => {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read());
    })(),
  ).rejects.toThrow();
});
