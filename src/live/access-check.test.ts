import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Agent, Contact } from '#lib/actor.ts';
import { joinThread, newThread, roomOf, tell } from '../../test/helpers/join-thread.ts';
import { liveContact } from '../../test/helpers/live-people.ts';
import { closeCodes } from './protocol.ts';

// Only the date is held. Alarms, which the platform times by the real clock, lie
// far ahead of it and are run by hand.
const start = Date.UTC(2040, 0, 1);
const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

async function endSession({ secretHash }: Contact | Agent) {
  await env.DB.prepare('update sessions set ended_at = 1 where secret_hash = ?').bind(secretHash).run();
}

test('an ended session hears nothing after 15 seconds and its socket is closed', async () => {
  const { tenant, nora, nils, topic } = await newThread();
  const [gone, stays] = [await joinThread(tenant, nora, topic), await joinThread(tenant, nils, topic)];
  await tell(tenant.id, topic, { seq: 2, publicSeq: 2 });
  await gone.hears('new');
  await endSession(nora);
  later(15_000);
  await tell(tenant.id, topic, { seq: 3, publicSeq: 3 });
  expect(await gone.closed).toBe(closeCodes.unauthorized);
  await stays.hears('new', ({ after }) => after === 3);
  expect(gone.whispers()).toEqual([2]);
});

test.each([
  ['taken off the request', 'delete from ticket_people where contact_id = ?'],
  ['given the role none', "update memberships set role = 'none' where contact_id = ?"],
  ['made an admin, whose page asks anew', "update memberships set role = 'admin' where contact_id = ?"],
  ['disabled', "update contacts set state = 'disabled' where id = ?"],
])('a contact who was %s is closed before the next whisper', async (_name, change) => {
  const { tenant, nora, topic } = await newThread();
  const contact = await joinThread(tenant, nora, topic);
  await env.DB.prepare(change).bind(nora.id).run();
  await tell(tenant.id, topic, { seq: 2, publicSeq: 2 });
  expect(await contact.closed).toBe(closeCodes.unauthorized);
  expect(contact.whispers()).toEqual([]);
});

test('a member of an account whose members see all of it hears, until that is over', async () => {
  const { tenant, nora, topic } = await newThread();
  const see = (all: 0 | 1) =>
    env.DB.prepare('update accounts set members_see_all = ? where id = ?').bind(all, tenant.accountId).run();
  await see(1);
  const colleague = await liveContact(tenant, 'Mia');
  const [mia, refused] = [
    await joinThread(tenant, { ...colleague, sees: 'account' }, topic),
    await joinThread(tenant, nora, topic),
  ];
  await tell(tenant.id, topic, { seq: 2, publicSeq: 2 });
  await mia.hears('new');
  expect(await refused.closed, "nora's page still believes that she sees only her own").toBe(closeCodes.unauthorized);
  await see(0);
  later(15_000);
  await tell(tenant.id, topic, { seq: 3, publicSeq: 3 });
  expect(await mia.closed).toBe(closeCodes.unauthorized);
});

test('an agent who was disabled, and everyone of a suspended tenant, is closed before the next whisper', async () => {
  const { tenant, nora, amir, olga, topic } = await newThread();
  const [contact, first, second] = [
    await joinThread(tenant, nora, topic),
    await joinThread(tenant, amir, topic),
    await joinThread(tenant, olga, topic),
  ];
  await env.DB.prepare("update agents set state = 'disabled' where id = ?").bind(amir.id).run();
  later(15_000);
  await tell(tenant.id, topic, { seq: 2 });
  expect(await first.closed).toBe(closeCodes.unauthorized);
  await second.hears('new');
  await env.DB.prepare("update tenant_settings set status = 'suspended' where tenant_id = ?").bind(tenant.id).run();
  later(15_000);
  await tell(tenant.id, topic, { seq: 3, publicSeq: 2 });
  expect(await Promise.all([contact.closed, second.closed])).toEqual([
    closeCodes.unauthorized,
    closeCodes.unauthorized,
  ]);
});

test('many whispers within 15 seconds ask the database once', async () => {
  const { tenant, nora, topic } = await newThread();
  const contact = await joinThread(tenant, nora, topic);
  await tell(tenant.id, topic, { seq: 2, publicSeq: 2 });
  await endSession(nora);
  later(14_999);
  await tell(tenant.id, topic, { seq: 3, publicSeq: 3 });
  await contact.hears('new', ({ after }) => after === 3);
});

test('while access cannot be checked nobody hears anything, and then the whisper comes after all', async () => {
  const { tenant, nora, topic } = await newThread();
  const contact = await joinThread(tenant, nora, topic);
  await env.DB.prepare('alter table sessions rename to sessions_away').run();
  await tell(tenant.id, topic, { seq: 2, publicSeq: 2 });
  await env.DB.prepare('alter table sessions_away rename to sessions').run();
  expect(contact.whispers()).toEqual([]);
  later(5_000);
  expect(await runDurableObjectAlarm(roomOf(tenant.id, topic))).toBe(true);
  expect((await contact.hears('new')).after).toBe(2);
});
