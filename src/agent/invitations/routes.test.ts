import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { withdrawInvitation } from '#identity/invitations/withdraw-invitation.ts';
import { nowhere } from '#lib/origin.ts';
import {
  acceptByMail,
  actionsOf,
  followMail,
  pressInvitation,
  rowsOf,
} from '../../../test/helpers/accept-invitation.ts';
import { agentOf, ownerOf } from '../../../test/helpers/agent-of.ts';
import { invited } from '../../../test/helpers/invite.ts';
import { newTenant, scopeOf } from '../../../test/helpers/new-tenant.ts';
import { newestSignInMail, signInMails, testEnv } from '../../../test/helpers/post-office.ts';
import { agentHost, cookiesOf, request } from '../../../test/helpers/request.ts';

const agentsOf = (tenantId: string, email: string) =>
  rowsOf<{ id: string; name: string; role: string; state: string }>(
    'select id, name, role, state from agents where tenant_id = ? and email = ?',
    tenantId,
    email,
  );

const seatsOf = (email: string) =>
  rowsOf<{ tenant_id: string; agent_id: string }>('select tenant_id, agent_id from seats where email = ?', email);

test('a colleague accepts: an agent with the role, a seat, a session', async () => {
  const tenant = await newTenant({ name: 'Acme' });
  const it = await invited(ownerOf(tenant), { role: 'admin', name: 'Ada <b>' });
  const page = await (await request(it.host, it.path)).text();
  for (const words of ['You are invited to Acme', 'Olivia Owner', it.email, 'Admin']) expect(page).toContain(words);
  const answer = await acceptByMail(it);
  expect(answer.status).toBe(303);
  const [agent, ...more] = await agentsOf(tenant.id, it.email);
  expect(more).toEqual([]);
  expect(agent).toMatchObject({ name: 'Ada <b>', role: 'admin', state: 'active' });
  expect(await seatsOf(it.email)).toEqual([{ tenant_id: tenant.id, agent_id: agent?.id }]);
  expect((await request(agentHost, '/tickets', { cookie: cookiesOf(answer) })).status).toBe(200);
  expect(await actionsOf(tenant.id)).toEqual([
    'invitation.sent',
    'agent.added',
    'invitation.accepted',
    'session.opened',
  ]);
});

test('an agent of another company gets a second seat and is taken to the new company', async () => {
  const [acme, globex] = [await newTenant(), await newTenant()];
  const amir = await agentOf(acme);
  const it = await invited(ownerOf(globex), { email: amir.email });
  const answer = await acceptByMail(it);
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/tickets?at=${globex.slug}`]);
  expect((await request(agentHost, `/tickets?at=${globex.slug}`, { cookie: cookiesOf(answer) })).status).toBe(200);
  expect((await seatsOf(amir.email)).map(({ tenant_id }) => tenant_id).sort()).toEqual([acme.id, globex.id].sort());
  expect(await rowsOf('select kind from sessions where tenant_id = ?', globex.id)).toEqual([{ kind: 'agent' }]);
  expect(await rowsOf('select kind from sessions where tenant_id = ?', acme.id)).toEqual([]);
});

test('50 presses at once on one mail make one agent and one session', async () => {
  const tenant = await newTenant();
  const it = await invited(ownerOf(tenant));
  await pressInvitation(it);
  const { pathname } = new URL(newestSignInMail(it.email).link);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => request(agentHost, pathname, { method: 'POST', form: {} })),
  );
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(await agentsOf(tenant.id, it.email)).toHaveLength(1);
  expect(await rowsOf('select kind from sessions where tenant_id = ?', tenant.id)).toHaveLength(1);
});

/** The press of a sign-in mail that breaks off: the directory refuses to write the seat. */
async function breakOff(path: string, attempt: string): Promise<void> {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  const answer = await request(agentHost, path, { form: { attempt }, env: withoutSeats() });
  expect([answer.status, error.mock.calls.length > 0]).toEqual([500, true]);
  error.mockRestore();
}

function withoutSeats(): Env {
  const db = new Proxy(env.DB, {
    get(target, key) {
      const own: unknown = Reflect.get(target, key);
      if (key === 'prepare')
        return (query: string) => {
          if (query.includes('insert into seats')) throw new Error('D1 is away');
          return target.prepare(query);
        };
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
  return testEnv({ DB: db });
}

test('broken off between tenant and directory: the same attempt, or the next press, makes it whole', async () => {
  const tenant = await newTenant();
  const it = await invited(ownerOf(tenant));
  await pressInvitation(it);
  const { pathname } = new URL(newestSignInMail(it.email).link);
  await breakOff(pathname, 'a'.repeat(22));
  expect(await agentsOf(tenant.id, it.email)).toHaveLength(1);
  expect(await seatsOf(it.email)).toEqual([]);
  expect((await request(agentHost, it.path)).status).toBe(410);
  expect(await seatsOf(it.email)).toEqual([]);
  await pressInvitation(it);
  expect(await seatsOf(it.email)).toHaveLength(1);
  expect((await followMail(it)).status).toBe(303);
  expect(await agentsOf(tenant.id, it.email)).toHaveLength(1);
});

test('the attempt that broke off may come again within a minute', async () => {
  const tenant = await newTenant();
  const it = await invited(ownerOf(tenant));
  await pressInvitation(it);
  const { pathname } = new URL(newestSignInMail(it.email).link);
  const form = { attempt: 'b'.repeat(22) };
  await breakOff(pathname, form.attempt);
  const again = await request(agentHost, pathname, { form });
  expect(cookiesOf(again)).toContain('__Host-session');
  expect(await seatsOf(it.email)).toHaveLength(1);
  expect(await agentsOf(tenant.id, it.email)).toHaveLength(1);
});

test('withdrawn between the mail and the press, or sent by somebody who was dismissed: no agent', async () => {
  const tenant = await newTenant();
  const first = await invited(ownerOf(tenant));
  await pressInvitation(first);
  await withdrawInvitation(
    await scopeOf(tenant),
    ownerOf(tenant),
    { invitationId: first.id, accountId: null },
    nowhere,
  );
  const admin = await agentOf(tenant, { role: 'admin' });
  const second = await invited(admin);
  await pressInvitation(second);
  await env.DB.prepare("update agents set state = 'disabled' where id = ?").bind(admin.id).run();
  for (const it of [first, second]) {
    const answer = await followMail(it);
    expect(answer.status).toBe(410);
    expect(cookiesOf(answer)).not.toContain('__Host-session');
    expect(await agentsOf(tenant.id, it.email)).toEqual([]);
    expect(await seatsOf(it.email)).toEqual([]);
  }
});

test('a dismissed agent comes back neither by an old invitation nor by its link', async () => {
  const tenant = await newTenant();
  const it = await invited(ownerOf(tenant));
  await acceptByMail(it);
  await env.DB.batch([
    env.DB.prepare("update agents set state = 'disabled' where email = ?").bind(it.email),
    env.DB.prepare('delete from seats where email = ?').bind(it.email),
  ]);
  const before = signInMails(it.email).length;
  await pressInvitation(it);
  expect(await seatsOf(it.email)).toEqual([]);
  expect(signInMails(it.email)).toHaveLength(before);
});

test('an invited agent who asks for a new mail still joins; a stranger’s ask for the address joins nobody', async () => {
  const tenant = await newTenant();
  const it = await invited(ownerOf(tenant));
  await request(agentHost, '/sign-in', { form: { email: it.email } });
  expect(signInMails(it.email)).toEqual([]);
  await pressInvitation(it);
  await request(agentHost, '/sign-in', { form: { email: it.email } });
  expect(signInMails(it.email)).toHaveLength(2);
  expect((await followMail(it)).status).toBe(303);
  expect(await agentsOf(tenant.id, it.email)).toHaveLength(1);
});

test('a withdrawn invitation opens nothing for whoever became an agent otherwise either', async () => {
  const tenant = await newTenant();
  const it = await invited(ownerOf(tenant), { role: 'admin' });
  await pressInvitation(it);
  await agentOf(tenant, { email: it.email });
  await withdrawInvitation(await scopeOf(tenant), ownerOf(tenant), { invitationId: it.id, accountId: null }, nowhere);
  expect((await followMail(it)).status).toBe(410);
  expect((await agentsOf(tenant.id, it.email)).map(({ role }) => role)).toEqual(['agent']);
});
