import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { run } from '#db/run.ts';
import { readSettings } from '#env.ts';
import { nowhere } from '#lib/origin.ts';
import { agentOf, ownerOf } from '../../../test/helpers/agent-of.ts';
import { accountOf, contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant, scopeOf, type TestTenant } from '../../../test/helpers/new-tenant.ts';
import { recordEffects } from '../../../test/helpers/record-effects.ts';
import type { Decider } from '../members/decider.ts';
import { type Invite, invite } from './invite.ts';
import { listInvitations } from './list-invitations.ts';
import { resendInvitation } from './resend-invitation.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

const day = 24 * 60 * 60 * 1000;

const depsOf = () => ({ pepper: readSettings(env).pepper, origin: nowhere, effects: recordEffects() });

async function send(tenant: TestTenant, by: Decider, wish: Partial<Invite> = {}, now = Date.now()) {
  const deps = depsOf();
  const input: Invite = { accountId: null, email: 'new@person.test', name: '', role: 'member', ...wish };
  const result = await invite(await scopeOf(tenant, now), by, input, deps);
  return { ...(result.ok ? { id: result.invitationId, fault: null } : { id: '', fault: result.fault }), deps };
}

async function pending(tenant: TestTenant, accountId: string | null, now = Date.now()) {
  const scope = await scopeOf(tenant, now);
  return (await run(scope.db, { list: listInvitations(scope, accountId) })).list;
}

async function audit(tenant: TestTenant) {
  const query =
    'select action, actor_id, account_id, subject_id, detail from audit_entries where tenant_id = ? order by id';
  const { results } = await env.DB.prepare(query).bind(tenant.id).all();
  return results;
}

const rowOf = (id: string) =>
  env.DB.prepare('select * from invitations where id = ?').bind(id).first<Record<string, string | number | null>>();

test('an admin invites an address: a pending invitation, a mail that is owed, an entry in the audit', async () => {
  const nora = await contactOf(await newTenant());
  const { accountId } = nora;
  const { id, deps } = await send(nora.tenant, nora, {
    accountId,
    email: ' New@Person.TEST ',
    name: ' Nina\u202e  N. ',
  });
  expect(await pending(nora.tenant, accountId)).toMatchObject([
    { id, email: 'new@person.test', name: 'Nina N.', role: 'member', inviterName: nora.name, isOver: false },
  ]);
  expect(deps.effects.mails).toHaveLength(1);
  expect(await audit(nora.tenant)).toEqual([
    {
      action: 'invitation.sent',
      actor_id: nora.id,
      account_id: accountId,
      subject_id: id,
      detail: '{"role":"member"}',
    },
  ]);
  expect(JSON.stringify(await audit(nora.tenant))).not.toContain('person.test');
});

test('the stored hash is not the token, and another version has another', async () => {
  const nora = await contactOf(await newTenant());
  const { id } = await send(nora.tenant, nora, { accountId: nora.accountId });
  const before = await rowOf(id);
  await resendInvitation(await scopeOf(nora.tenant), nora, { invitationId: id, accountId: nora.accountId }, depsOf());
  const after = await rowOf(id);
  expect(after?.['version']).toBe(2);
  expect(after?.['token_hash']).not.toBe(before?.['token_hash']);
});

test('one invitation is pending for an address and account, however often and at once it is asked for', async () => {
  const nora = await contactOf(await newTenant());
  const { accountId } = nora;
  const sent = await Promise.all(Array.from({ length: 5 }, () => send(nora.tenant, nora, { accountId })));
  expect(sent.filter(({ fault }) => fault === null)).toHaveLength(1);
  expect(sent.filter(({ fault }) => fault === 'already_invited')).toHaveLength(4);
  expect(sent.flatMap(({ deps }) => deps.effects.mails)).toHaveLength(1);
  expect(await pending(nora.tenant, accountId)).toHaveLength(1);
});

test('who is in the account may be said; who is known elsewhere is answered like a stranger', async () => {
  const tenant = await newTenant();
  const nora = await contactOf(tenant);
  const nils = await contactOf(tenant, { accountId: nora.accountId, role: 'member' });
  const other = await contactOf(tenant);
  const agent = await agentOf(tenant);
  const ask = async (email: string) => (await send(tenant, nora, { accountId: nora.accountId, email })).fault;
  expect(await ask(nils.email)).toBe('already_member');
  expect(await ask(other.email)).toBe(null);
  expect(await ask(agent.email)).toBe(null);
  expect(await ask('nobody@nowhere.test')).toBe(null);
});

test.each(['', 'nora', 'a@x.test,b@y.test', 'a@x.test b@y.test', 'a@x', '"<script>"@x.test', 'a@x.test\u202e'])(
  '%j is no address',
  async (email) => {
    const nora = await contactOf(await newTenant());
    expect((await send(nora.tenant, nora, { accountId: nora.accountId, email })).fault).toBe('address');
  },
);

test('who may not invite there finds nothing: members, other accounts, other tenants, agents of role agent', async () => {
  const tenant = await newTenant();
  const nora = await contactOf(tenant);
  const { accountId } = nora;
  const nils = await contactOf(tenant, { accountId, role: 'member' });
  const ines = await contactOf(tenant);
  const hal = await contactOf(await newTenant());
  const amir = await agentOf(tenant);
  for (const by of [nils, ines, hal, amir]) await expect(send(tenant, by, { accountId })).rejects.toThrow('not_found');
  await expect(send(tenant, nora, { accountId: hal.accountId })).rejects.toThrow('not_found');
  await expect(send(tenant, ownerOf(tenant), { accountId: hal.accountId })).rejects.toThrow('not_found');
  await expect(send(tenant, nora, { role: 'agent' })).rejects.toThrow('not_found');
  await expect(send(tenant, nora, { accountId, role: 'owner' })).rejects.toThrow('unknown_role');
  await expect(send(tenant, ownerOf(tenant), { role: 'member' })).rejects.toThrow('unknown_role');
  expect((await send(tenant, ownerOf(tenant), { accountId })).fault).toBe(null);
});

test('owners alone invite owners', async () => {
  const tenant = await newTenant();
  const admin = await agentOf(tenant, { role: 'admin' });
  await expect(send(tenant, admin, { role: 'owner' })).rejects.toThrow('not_found');
  expect((await send(tenant, admin, { role: 'agent', email: 'a@x.test' })).fault).toBe(null);
  const { id } = await send(tenant, ownerOf(tenant), { role: 'owner', email: 'b@x.test' });
  const at = { invitationId: id, accountId: null };
  await expect(resendInvitation(await scopeOf(tenant), admin, at, depsOf())).rejects.toThrow('not_found');
  expect((await send(tenant, admin, { role: 'agent', email: admin.email })).fault).toBe('already_member');
});

test('a pending invitation can be resent and withdrawn only through its own account', async () => {
  const tenant = await newTenant();
  const [nora, ines] = [await contactOf(tenant), await contactOf(tenant)];
  const { id } = await send(tenant, nora, { accountId: nora.accountId });
  const scope = await scopeOf(tenant);
  for (const accountId of [ines.accountId, null, await accountOf(tenant)]) {
    const at = { invitationId: id, accountId };
    await expect(resendInvitation(scope, ines, at, depsOf())).rejects.toThrow('not_found');
    await expect(withdrawInvitation(scope, ines, at, nowhere)).rejects.toThrow('not_found');
  }
  const own = { invitationId: id, accountId: nora.accountId };
  await expect(withdrawInvitation(scope, ines, own, nowhere)).rejects.toThrow('not_found');
  await withdrawInvitation(scope, nora, own, nowhere);
  expect(await pending(tenant, nora.accountId)).toEqual([]);
  await expect(withdrawInvitation(scope, nora, own, nowhere)).rejects.toThrow('not_found');
  await expect(resendInvitation(scope, nora, own, depsOf())).rejects.toThrow('not_found');
  expect((await send(tenant, nora, { accountId: nora.accountId })).fault).toBe(null);
});

test('an invitation is over after 14 days; sent again it lives, and a new one may take its place', async () => {
  const nora = await contactOf(await newTenant());
  const { accountId, tenant } = nora;
  const now = Date.now();
  const { id } = await send(tenant, nora, { accountId }, now);
  expect(await pending(tenant, accountId, now + 14 * day - 1)).toMatchObject([{ id, isOver: false }]);
  expect(await pending(tenant, accountId, now + 14 * day)).toMatchObject([{ id, isOver: true }]);
  const later = await scopeOf(tenant, now + 15 * day);
  expect(await resendInvitation(later, nora, { invitationId: id, accountId }, depsOf())).toEqual({ ok: true });
  expect(await pending(tenant, accountId, now + 16 * day)).toMatchObject([{ id, isOver: false }]);
  const again = await send(tenant, nora, { accountId }, now + 40 * day);
  expect(again.fault).toBe(null);
  expect(await pending(tenant, accountId, now + 40 * day)).toMatchObject([{ id: again.id }]);
});

test('an invitation falls with its inviter, and stands again when another admin sends it', async () => {
  const nora = await contactOf(await newTenant());
  const { accountId, tenant } = nora;
  const nick = await contactOf(tenant, { accountId });
  const { id } = await send(tenant, nick, { accountId });
  await env.DB.prepare("update memberships set role = 'member' where contact_id = ?").bind(nick.id).run();
  expect(await pending(tenant, accountId)).toMatchObject([{ id, isOver: true }]);
  await resendInvitation(await scopeOf(tenant), nora, { invitationId: id, accountId }, depsOf());
  expect(await pending(tenant, accountId)).toMatchObject([{ id, isOver: false, inviterName: nora.name }]);
});

test('no address gets more than five invitations of one account a day, not even by inviting anew', async () => {
  const nora = await contactOf(await newTenant());
  const { accountId, tenant } = nora;
  const scope = await scopeOf(tenant);
  const { id } = await send(tenant, nora, { accountId });
  await withdrawInvitation(scope, nora, { invitationId: id, accountId }, nowhere);
  const second = await send(tenant, nora, { accountId });
  const at = { invitationId: second.id, accountId };
  for (let i = 0; i < 3; i += 1) expect(await resendInvitation(scope, nora, at, depsOf())).toEqual({ ok: true });
  expect(await resendInvitation(scope, nora, at, depsOf())).toEqual({ ok: false, fault: 'too_many' });
  await withdrawInvitation(scope, nora, at, nowhere);
  const over = await send(tenant, nora, { accountId });
  expect([over.fault, over.deps.effects.mails]).toEqual(['too_many', []]);
  expect(await pending(tenant, accountId)).toEqual([]);
  const ines = await contactOf(tenant);
  expect((await send(tenant, ines, { accountId: ines.accountId })).fault).toBe(null);
});

test('an inviter sees that the newest mail could not be delivered', async () => {
  const nora = await contactOf(await newTenant());
  const { accountId, tenant } = nora;
  const { id, deps } = await send(tenant, nora, { accountId });
  const fail = (ids: readonly string[]) =>
    env.DB.prepare("update outbox set state = 'failed' where id = ?").bind(ids[0]).run();
  await fail(deps.effects.mails);
  expect(await pending(tenant, accountId)).toMatchObject([{ id, isUndelivered: true }]);
  await resendInvitation(await scopeOf(tenant, Date.now() + 1000), nora, { invitationId: id, accountId }, depsOf());
  expect(await pending(tenant, accountId)).toMatchObject([{ id, isUndelivered: false }]);
});

test('an account sends a hundred invitations a day', async () => {
  const nora = await contactOf(await newTenant());
  const { accountId, tenant } = nora;
  await send(tenant, nora, { accountId, email: 'first@x.test' });
  await env.DB.prepare('update counters set n = 100 where tenant_id = ? and scope_key = ?')
    .bind(tenant.id, `invitations|${accountId}`)
    .run();
  expect((await send(tenant, nora, { accountId, email: 'next@x.test' })).fault).toBe('too_many');
  expect((await send(tenant, nora, { accountId, email: 'next@x.test' }, Date.now() + day)).fault).toBe(null);
});
