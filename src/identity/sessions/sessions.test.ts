import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { run } from '#db/run.ts';
import { nowhere } from '#lib/origin.ts';
import { agentOf } from '../../../test/helpers/agent-of.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant, scopeOf } from '../../../test/helpers/new-tenant.ts';
import { request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';
import { endOneSession } from './end-one-session.ts';
import { listSessions } from './list-sessions.ts';

async function nora() {
  const tenant = await newTenant();
  const person = await contactOf(tenant);
  const owner = { kind: 'contact', id: person.id } as const;
  const [laptop, phone] = [await signIn(person), await signIn(person)];
  const scope = await scopeOf(tenant);
  const list = async (current: string | null = null) =>
    (await run(scope.db, { sessions: listSessions(scope, owner, current) })).sessions;
  return { tenant, person, owner, laptop, phone, scope, list };
}

const opens = async ({ host, cookie }: { host: string; cookie: string }) =>
  (await request(host, '/settings', { cookie })).status === 200;

test('a person sees their living sessions, and ends one of them by a name that is no hash', async () => {
  const { tenant, owner, laptop, phone, scope, list } = await nora();
  const { results } = await env.DB.prepare('select secret_hash from sessions where tenant_id = ? order by created_at')
    .bind(tenant.id)
    .all<{ secret_hash: string }>();
  const [first, second] = results.map(({ secret_hash }) => secret_hash);
  const sessions = await list(second);
  expect(sessions.map(({ isThis }) => isThis)).toEqual([true, false]);
  expect(results.map(({ secret_hash }) => secret_hash)).not.toContain(sessions[0]?.id);
  const older = sessions.find(({ id }) => first?.startsWith(id));
  const by = { actor: owner, origin: nowhere };
  expect(await endOneSession(scope, owner, older?.id ?? '', by)).toBe(true);
  expect(await opens(laptop)).toBe(false);
  expect(await opens(phone)).toBe(true);
  expect(await list(second)).toHaveLength(1);
  expect(await endOneSession(scope, owner, older?.id ?? '', by)).toBe(false);
  const { results: entries } = await env.DB.prepare(
    "select actor_id, subject_id from audit_entries where tenant_id = ? and action = 'session.ended'",
  )
    .bind(tenant.id)
    .all();
  expect(entries).toEqual([{ actor_id: owner.id, subject_id: owner.id }]);
});

test('nobody ends another’s session, nor one of another kind or tenant', async () => {
  const { tenant, owner, laptop, list } = await nora();
  const [session] = await list();
  const nils = await contactOf(tenant);
  const agent = await agentOf(tenant);
  const own = await scopeOf(tenant);
  const elsewhere = await scopeOf(await newTenant());
  for (const [scope, other] of [
    [own, { kind: 'contact', id: nils.id }],
    [own, { kind: 'agent', id: agent.id }],
    [own, { kind: 'agent', id: owner.id }],
    [elsewhere, owner],
  ] as const) {
    const by = { actor: other, origin: nowhere };
    expect(await endOneSession(scope, other, session?.id ?? '', by)).toBe(false);
  }
  for (const id of ['', '%', `${session?.id.slice(0, 15)}_`]) {
    expect(await endOneSession(own, owner, id, { actor: owner, origin: nowhere })).toBe(false);
  }
  expect(await opens(laptop)).toBe(true);
});

test('ended and expired sessions, and an agent’s looks as this contact, are not listed', async () => {
  const { person, list } = await nora();
  await env.DB.prepare("update sessions set kind = 'view-as' where subject_id = ? and rowid % 2 = 0")
    .bind(person.id)
    .run();
  await env.DB.prepare("update sessions set idle_expires_at = 1 where subject_id = ? and kind = 'contact'")
    .bind(person.id)
    .run();
  expect(await list()).toEqual([]);
});
