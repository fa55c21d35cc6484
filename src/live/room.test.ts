import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { joinThread, newThread, roomOf, tell } from '../../test/helpers/join-thread.ts';
import { liveContact } from '../../test/helpers/live-people.ts';
import { closeCodes } from './protocol.ts';
import { leaseMs, socketsPerSession } from './room.ts';

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

test('a public entry is whispered to contacts by its public number and to agents by its full one', async () => {
  const { tenant, nora, amir, topic } = await newThread();
  const [contact, agent] = [await joinThread(tenant, nora, topic), await joinThread(tenant, amir, topic)];
  await tell(tenant.id, topic, { seq: 9, publicSeq: 4 });
  expect((await contact.hears('new')).after).toBe(4);
  expect((await agent.hears('new')).after).toBe(9);
});

test('a note is whispered to agents and to no contact', async () => {
  const { tenant, nora, amir, topic } = await newThread();
  const [contact, agent] = [await joinThread(tenant, nora, topic), await joinThread(tenant, amir, topic)];
  await contact.hears('hello');
  const before = contact.heard.length;
  await tell(tenant.id, topic, { seq: 9 });
  await agent.hears('new');
  await tell(tenant.id, topic, { seq: 10, publicSeq: 5 });
  await contact.hears('new');
  expect(contact.heard.slice(before)).toEqual([{ t: 'new', after: 5 }]);
});

test('seats, names and whispers outlive an eviction', async () => {
  const { tenant, nora, amir, topic } = await newThread();
  const [contact, agent] = [await joinThread(tenant, nora, topic), await joinThread(tenant, amir, topic)];
  await evictDurableObject(roomOf(tenant.id, topic));
  await tell(tenant.id, topic, { seq: 7, publicSeq: 3 });
  expect((await contact.hears('new')).after).toBe(3);
  expect((await agent.hears('new')).after).toBe(7);
  await evictDurableObject(roomOf(tenant.id, topic));
  contact.say({ t: 'typing', kind: 'reply' });
  const frame = await agent.hears('people', ({ writing }) => writing.length > 0);
  expect(frame.writing).toMatchObject([{ name: 'Nora', side: 'contact' }]);
});

test('a socket whose lease is not renewed is closed', async () => {
  const { tenant, nora, topic } = await newThread();
  const old = await joinThread(tenant, nora, topic);
  expect((await old.hears('hello')).leaseMs).toBe(leaseMs);
  later(leaseMs - 1_000);
  const renewed = await joinThread(tenant, nora, topic);
  later(1_000);
  await evictDurableObject(roomOf(tenant.id, topic));
  expect(await runDurableObjectAlarm(roomOf(tenant.id, topic))).toBe(true);
  expect(await old.closed).toBe(closeCodes.leaseOver);
  await tell(tenant.id, topic, { seq: 2, publicSeq: 2 });
  await renewed.hears('new');
});

test('a reader who joins late learns the newest number, from the check or from a whisper since', async () => {
  const { tenant, nora, nils, amir, topic } = await newThread();
  await joinThread(tenant, nora, topic);
  expect((await (await joinThread(tenant, nils, topic, 6)).hears('hello')).after).toBe(6);
  await tell(tenant.id, topic, { seq: 12, publicSeq: 8 });
  expect((await (await joinThread(tenant, nils, topic, 6)).hears('hello')).after).toBe(8);
  expect((await (await joinThread(tenant, amir, topic, 11)).hears('hello')).after).toBe(12);
});

test('lists are whispered to at most once a second, and the last whisper is not lost to an eviction', async () => {
  const { tenant, amir } = await newThread();
  const desk = { kind: 'desk' } as const;
  const agent = await joinThread(tenant, amir, desk);
  await tell(tenant.id, desk, { seq: 1 });
  await agent.hears('new');
  for (const seq of [2, 3, 4]) await tell(tenant.id, desk, { seq, publicSeq: seq });
  await evictDurableObject(roomOf(tenant.id, desk));
  later(1_000);
  expect(await runDurableObjectAlarm(roomOf(tenant.id, desk))).toBe(true);
  later(1_000);
  await tell(tenant.id, desk, { seq: 5 });
  await vi.waitFor(() => expect(agent.whispers()).toEqual([null, null, null]));
});

test('in an account members hear only of requests that name them, admins of all, and nobody of notes', async () => {
  const { tenant, nora, nils } = await newThread();
  const boss = await liveContact(tenant, 'Berta', 'admin');
  const account = { kind: 'account', accountId: tenant.accountId } as const;
  const [one, other, all] = [
    await joinThread(tenant, nora, account),
    await joinThread(tenant, nils, account),
    await joinThread(tenant, boss, account),
  ];
  await tell(tenant.id, account, { seq: 5, people: [nora.id] });
  later(1_000);
  await tell(tenant.id, account, { seq: 6, publicSeq: 2, people: [nora.id] });
  await Promise.all([one.hears('new'), all.hears('new')]);
  later(1_000);
  await tell(tenant.id, account, { seq: 7, publicSeq: 2, people: [nils.id] });
  await other.hears('new');
  await vi.waitFor(() => expect(all.whispers()).toEqual([null, null]));
  expect([one.whispers(), other.whispers()]).toEqual([[null], [null]]);
});

test('who opens a list hears at once what was whispered while the page was on its way', async () => {
  const { tenant, nora, nils } = await newThread();
  const account = { kind: 'account', accountId: tenant.accountId } as const;
  await tell(tenant.id, account, { seq: 6, publicSeq: 2, people: [nora.id] });
  later(2_000);
  await (await joinThread(tenant, nora, account)).hears('new');
  const other = await joinThread(tenant, nils, account);
  await other.hears('hello');
  expect(other.whispers()).toEqual([]);
});

test('frames that are too large, too many or binary end the socket', async () => {
  const { tenant, nora, topic } = await newThread();
  const [large, many, binary] = [
    await joinThread(tenant, nora, topic),
    await joinThread(tenant, nora, topic),
    await joinThread(tenant, nora, topic),
  ];
  large.say(' '.repeat(8 * 1024 + 1));
  binary.say(new ArrayBuffer(4));
  for (let i = 0; i < 21; i += 1) many.say('{"t":"nonsense"}');
  const { unruly } = closeCodes;
  expect(await Promise.all([large.closed, many.closed, binary.closed])).toEqual([unruly, unruly, unruly]);
});

test('malformed frames are ignored', async () => {
  const { tenant, nora, amir, topic } = await newThread();
  const [contact, agent] = [await joinThread(tenant, nora, topic), await joinThread(tenant, amir, topic)];
  for (const text of ['{', 'null', '[]', '{"t":"new","after":99}', '{"t":"typing"}', '{"t":"typing","kind":"shout"}'])
    contact.say(text);
  contact.say({ t: 'typing', kind: 'reply' });
  const frame = await agent.hears('people', ({ writing }) => writing.length > 0);
  expect(frame.writing).toHaveLength(1);
});

test('the oldest socket of a session gives way', async () => {
  const { tenant, nora, topic } = await newThread();
  const oldest = await joinThread(tenant, nora, topic);
  for (let i = 0; i < socketsPerSession; i += 1) {
    later(1);
    await joinThread(tenant, nora, topic);
  }
  expect(await oldest.closed).toBe(closeCodes.crowded);
});
