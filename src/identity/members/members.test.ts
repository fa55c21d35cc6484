import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { run } from '#db/run.ts';
import type { Origin } from '#lib/origin.ts';
import { agentOf, ownerOf } from '../../../test/helpers/agent-of.ts';
import { accountOf, contactOf, type TestContact } from '../../../test/helpers/contact-of.ts';
import { newTenant, scopeOf, type TestTenant } from '../../../test/helpers/new-tenant.ts';
import { cookiesOf, request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';
import { addMember } from './add-member.ts';
import { changeRole } from './change-role.ts';
import type { Decider } from './decider.ts';
import { findMember } from './find-member.ts';
import { listMembers } from './list-members.ts';
import { removeMember } from './remove-member.ts';

const origin: Origin = { client: '203.0.113.7', place: 'Lisbon, PT', device: 'Firefox on Linux' };
const by = ({ id }: { id: string }): Decider => ({ kind: 'contact', id });
const byAgent = ({ id }: { id: string }): Decider => ({ kind: 'agent', id });

/** An account with two admins and a member. */
async function northwind() {
  const tenant = await newTenant();
  const nora = await contactOf(tenant);
  const { accountId } = nora;
  const ada = await contactOf(tenant, { accountId });
  const nils = await contactOf(tenant, { accountId, role: 'member' });
  return { tenant, nora, ada, nils, accountId, scope: await scopeOf(tenant) };
}

async function rolesIn(accountId: string): Promise<Record<string, string>> {
  const { results } = await env.DB.prepare('select contact_id, role from memberships where account_id = ?')
    .bind(accountId)
    .all<{ contact_id: string; role: string }>();
  return Object.fromEntries(results.map(({ contact_id, role }) => [contact_id, role]));
}

async function auditOf(tenant: TestTenant, action: string) {
  const { results } = await env.DB.prepare('select * from audit_entries where tenant_id = ? and action = ? order by id')
    .bind(tenant.id, action)
    .all();
  return results;
}

const place = (person: TestContact, accountId: string) => ({ contactId: person.id, accountId });
const opens = async ({ host, cookie }: { host: string; cookie: string }) =>
  (await request(host, '/settings', { cookie })).status === 200;

test('an admin changes a role, and it is recorded with who, whom, what and from where', async () => {
  const { tenant, nora, nils, accountId, scope } = await northwind();
  const done = await changeRole(scope, by(nora), { ...place(nils, accountId), role: 'admin' }, origin);
  expect(done).toEqual({ outcome: 'done' });
  expect((await rolesIn(accountId))[nils.id]).toBe('admin');
  const again = await changeRole(scope, by(nora), { ...place(nils, accountId), role: 'admin' }, origin);
  expect(again).toEqual({ outcome: 'unchanged' });
  const entries = await auditOf(tenant, 'membership.changed');
  expect(entries).toMatchObject([
    { actor_kind: 'contact', actor_id: nora.id, account_id: accountId, subject_id: nils.id, place: 'Lisbon, PT' },
  ]);
  expect(entries[0]?.['detail']).toBe('{"from":"member","to":"admin"}');
});

test('a removed person is out of that workspace at once, and stays in another', async () => {
  const { tenant, nora, accountId, scope } = await northwind();
  const other = await accountOf(tenant, 'Initech');
  const marta = await contactOf(tenant, { accountId, role: 'member', also: [{ accountId: other, role: 'member' }] });
  const enter = async (workspace: string) => {
    const { host, cookie } = await signIn(marta);
    return { host, cookie: cookiesOf(await request(host, '/workspaces', { cookie, form: { workspace } })) };
  };
  const [here, there, undecided] = [await enter(accountId), await enter(other), await signIn(marta)];
  expect(await removeMember(scope, by(nora), place(marta, accountId), origin)).toEqual({ outcome: 'done' });
  expect(await opens(here)).toBe(false);
  expect(await opens(there)).toBe(true);
  const chooser = await (await request(undecided.host, '/workspaces', { cookie: undecided.cookie })).text();
  expect(chooser).toContain('Initech');
  expect(await auditOf(tenant, 'membership.removed')).toMatchObject([{ subject_id: marta.id, account_id: accountId }]);
  await removeMember(scope, byAgent(ownerOf(tenant)), place(marta, other), origin);
  expect(await opens(there)).toBe(false);
  const { results } = await env.DB.prepare('select 1 from sessions where subject_id = ? and ended_at is null')
    .bind(marta.id)
    .all();
  expect(results).toEqual([]);
});

test('the role none ends the sessions; another role leaves them and shows at the next page', async () => {
  const { nora, ada, accountId, scope } = await northwind();
  const session = await signIn(ada);
  await changeRole(scope, by(nora), { ...place(ada, accountId), role: 'member' }, origin);
  const turned = await request(session.host, '/settings', { cookie: session.cookie });
  expect(cookiesOf(turned)).toContain('.member.');
  await changeRole(scope, by(nora), { ...place(ada, accountId), role: 'none' }, origin);
  const { ended_at } = (await env.DB.prepare('select ended_at from sessions where subject_id = ?')
    .bind(ada.id)
    .first<{ ended_at: number | null }>()) ?? { ended_at: null };
  expect(ended_at).not.toBeNull();
});

test('the last admin cannot be demoted or removed by the account, but by the tenant', async () => {
  const { tenant, nora, ada, accountId, scope } = await northwind();
  await removeMember(scope, by(nora), place(ada, accountId), origin);
  const refused = { outcome: 'last_admin' };
  expect(await changeRole(scope, by(nora), { ...place(nora, accountId), role: 'member' }, origin)).toEqual(refused);
  expect(await changeRole(scope, by(nora), { ...place(nora, accountId), role: 'none' }, origin)).toEqual(refused);
  expect(await removeMember(scope, by(nora), place(nora, accountId), origin)).toEqual(refused);
  const { member } = await run(scope.db, { member: findMember(scope, place(nora, accountId)) });
  expect(member?.isLastAdmin).toBe(true);
  const owner = byAgent(ownerOf(tenant));
  expect(await changeRole(scope, owner, { ...place(nora, accountId), role: 'member' }, origin)).toEqual({
    outcome: 'done',
  });
});

test('an admin who is disabled does not count as one', async () => {
  const { nora, ada, accountId, scope } = await northwind();
  await env.DB.prepare("update contacts set state = 'disabled' where id = ?").bind(ada.id).run();
  expect(await removeMember(scope, by(nora), place(nora, accountId), origin)).toEqual({ outcome: 'last_admin' });
});

test.each([1, 2, 3])('two admins who demote or remove each other at once leave one (round %i)', async () => {
  const { nora, ada, accountId, scope } = await northwind();
  const [second, third] = [await scopeOf(nora.tenant), await scopeOf(nora.tenant)];
  const outcomes = await Promise.allSettled([
    changeRole(scope, by(nora), { ...place(ada, accountId), role: 'member' }, origin),
    removeMember(second, by(ada), place(nora, accountId), origin),
    changeRole(third, by(ada), { ...place(nora, accountId), role: 'none' }, origin),
  ]);
  expect(outcomes.filter((it) => it.status === 'fulfilled' && it.value.outcome === 'done')).toHaveLength(1);
  const admins = Object.values(await rolesIn(accountId)).filter((role) => role === 'admin');
  expect(admins).toHaveLength(1);
});

test('who may not decide changes nothing: a member, another account’s admin, a plain agent, another tenant', async () => {
  const { tenant, nils, nora, accountId, scope } = await northwind();
  const hooli = await contactOf(await newTenant());
  const strangers: Decider[] = [
    by(nils),
    by(await contactOf(tenant)),
    by(hooli),
    byAgent(await agentOf(tenant)),
    byAgent(ownerOf(hooli.tenant)),
  ];
  for (const who of strangers) {
    const input = { ...place(nora, accountId), role: 'member' as const };
    await expect(changeRole(scope, who, input, origin)).rejects.toMatchObject({ kind: 'not_found' });
    await expect(removeMember(scope, who, input, origin)).rejects.toMatchObject({ kind: 'not_found' });
    await expect(addMember(scope, who, input, origin)).rejects.toMatchObject({ kind: 'not_found' });
  }
  expect((await rolesIn(accountId))[nora.id]).toBe('admin');
  const foreign = await scopeOf(hooli.tenant);
  const asHal = changeRole(foreign, by(hooli), { ...place(nora, accountId), role: 'member' }, origin);
  await expect(asHal).rejects.toMatchObject({ kind: 'not_found' });
});

test('a contact is added once; `none` is raised, a role that is there stays', async () => {
  const { tenant, nora, nils, accountId, scope } = await northwind();
  const ines = await contactOf(tenant);
  const add = (person: TestContact, role: 'admin' | 'member') =>
    addMember(scope, by(nora), { ...place(person, accountId), role }, origin);
  expect(await add(ines, 'member')).toEqual({ outcome: 'done' });
  expect(await add(ines, 'admin')).toEqual({ outcome: 'unchanged' });
  const left = await contactOf(tenant, { accountId, role: 'none' });
  expect(await add(left, 'admin')).toEqual({ outcome: 'done' });
  expect(await rolesIn(accountId)).toMatchObject({ [ines.id]: 'member', [nils.id]: 'member', [left.id]: 'admin' });
  expect(await auditOf(tenant, 'membership.added')).toHaveLength(2);
  const foreign = await contactOf(await newTenant());
  await expect(add(foreign, 'member')).rejects.toMatchObject({ kind: 'not_found' });
});

test('people come fifty at a time, admins first, and reading them costs what a page holds', async () => {
  const { tenant, nora, accountId } = await northwind();
  for (let i = 0; i < 60; i += 1) await contactOf(tenant, { accountId, role: i === 59 ? 'none' : 'member' });
  const scope = await scopeOf(tenant);
  const { page } = await run(scope.db, { page: listMembers(scope, accountId) });
  expect(page.members).toHaveLength(50);
  expect(page.members.slice(0, 3).map(({ role }) => role)).toEqual(['admin', 'admin', 'member']);
  expect(page.members[0]).toMatchObject({ contactId: nora.id, email: nora.email, name: nora.name });
  expect(scope.db.meter.rowsRead).toBeLessThan(110);
  const after = page.next ?? '';
  const before = scope.db.meter.rowsRead;
  const rest = await run(scope.db, { page: listMembers(scope, accountId, { after }) });
  expect(scope.db.meter.rowsRead - before).toBeLessThan(30);
  expect(rest.page.members).toHaveLength(12);
  expect(rest.page.next).toBeNull();
  const known = new Set([...page.members, ...rest.page.members].map(({ contactId }) => contactId));
  expect(known.size).toBe(62);
  const nonsense = await run(scope.db, { page: listMembers(scope, accountId, { after: "x' or 1=1" }) });
  expect(nonsense.page.members[0]?.contactId).toBe(nora.id);
});

test('a workspace remembers when somebody was in it: from their first page there on', async () => {
  const { nora, nils, accountId, scope } = await northwind();
  const seenAt = async () => {
    const { member } = await run(scope.db, { member: findMember(scope, place(nils, accountId)) });
    return member?.lastSeenAt ?? null;
  };
  expect(await seenAt()).toBeNull();
  const session = await signIn(nils);
  await request(session.host, '/settings', { cookie: session.cookie });
  const seen = await seenAt();
  expect(Date.now() - (seen ?? 0)).toBeLessThan(60_000);
  await request(session.host, '/settings', { cookie: session.cookie });
  expect(await seenAt()).toBe(seen);
  const { member } = await run(scope.db, { member: findMember(scope, place(nora, accountId)) });
  expect(member?.lastSeenAt).toBeNull();
});
