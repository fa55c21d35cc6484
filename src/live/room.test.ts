import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Agent, Contact } from '#lib/actor.ts';
import type { Topic, Whisper } from '#lib/effects.ts';
import { joinThread, liveAgent, liveContact, liveTicket, newLiveTenant, scopeOf } from '../../test/helpers/live-room.ts';
import { joinRoom } from './join.ts';
import { publishWhispers } from './publish.ts';
import { closeCodes } from './protocol.ts';
import { leaseMs, socketsPerSession } from './room.ts';
import { roomName } from './room-name.ts';
import { requestSeat } from './seat.ts';

// Only the date is held; alarms, which the platform times by the real clock,
// lie far ahead of it and are run by hand.
const start = Date.UTC(2040, 0, 1);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
const room = (tenantId: string, topic: Topic) => env.ROOMS.getByName(roomName(tenantId, topic));
const tell = (tenantId: string, topic: Topic, whisper: Partial<Whisper>) =>
  publishWhispers(env, tenantId, [{ topic, seq: null, publicSeq: null, people: [], ...whisper }]);

async function newThread() {
  const tenant = await newLiveTenant();
  const nora = await liveContact(tenant, 'Nora');
  const nils = await liveContact(tenant, 'Nils');
  const amir = await liveAgent(tenant, 'Amir');
  const olga = await liveAgent(tenant, 'Olga');
  return { tenant, nora, nils, amir, olga, topic: await liveTicket(tenant, [nora, nils]) };
}

async function endSession({ secretHash }: Contact | Agent) {
  await env.DB.prepare('update sessions set ended_at = 1 where secret_hash = ?').bind(secretHash).run();
}

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

test('agents see each other and who writes what; contacts see a reply being written and never a note', async () => {
  const { tenant, nora, amir, olga, topic } = await newThread();
  const contact = await joinThread(tenant, nora, topic);
  const first = await joinThread(tenant, amir, topic);
  const second = await joinThread(tenant, olga, topic);
  const here = await first.hears('people', ({ here }) => here.length === 2);
  expect(here.here).toEqual([{ name: 'Nora', side: 'contact' }, { name: 'Olga', side: 'agent' }]);

  first.say({ t: 'typing', kind: 'note' });
  await second.hears('people', ({ writing }) => writing.some(({ name, note }) => name === 'Amir' && note));
  first.say({ t: 'still' });
  await second.hears('people', ({ writing }) => writing.length === 0);
  second.say({ t: 'typing', kind: 'reply' });
  const frame = await contact.hears('people');
  expect(frame).toMatchObject({ here: [], writing: [{ name: 'Olga', side: 'agent', note: false }] });
  expect(contact.heard.filter(({ t }) => t === 'people')).toHaveLength(1);
});

test('leaving a reply for a note tells contacts nothing, also when the note is done', async () => {
  const { tenant, nora, amir, olga, topic } = await newThread();
  const [contact, first] = [await joinThread(tenant, nora, topic), await joinThread(tenant, amir, topic)];
  const second = await joinThread(tenant, olga, topic);
  first.say({ t: 'typing', kind: 'reply' });
  await contact.hears('people');
  later(1_000);
  first.say({ t: 'typing', kind: 'note' });
  first.say({ t: 'still' });
  await second.hears('people', ({ here, writing }) => here.length > 0 && writing.length === 0);
  first.leave();
  await second.hears('people', ({ here }) => here.every(({ name }) => name !== 'Amir'));
  expect(contact.heard.filter(({ t }) => t === 'people')).toHaveLength(1);
});

test('an agent who comes and goes is no news for contacts, and a contact cannot write notes', async () => {
  const { tenant, nora, nils, amir, topic } = await newThread();
  const contact = await joinThread(tenant, nora, topic);
  const other = await joinThread(tenant, nils, topic);
  const agent = await joinThread(tenant, amir, topic);
  other.say({ t: 'typing', kind: 'note' });
  agent.leave();
  other.say({ t: 'typing', kind: 'reply' });
  const frame = await contact.hears('people');
  expect(frame.writing).toEqual([{ name: 'Nils', side: 'contact', note: false, forMs: 7_000 }]);
  expect(contact.heard.map(({ t }) => t)).toEqual(['hello', 'people']);
});

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

test('an agent who was disabled, and everyone of a suspended tenant, is closed before the next whisper', async () => {
  const { tenant, nora, amir, olga, topic } = await newThread();
  const [contact, first, second] = [
    await joinThread(tenant, nora, topic), await joinThread(tenant, amir, topic), await joinThread(tenant, olga, topic),
  ];
  await env.DB.prepare("update agents set state = 'disabled' where id = ?").bind(amir.id).run();
  later(15_000);
  await tell(tenant.id, topic, { seq: 2 });
  expect(await first.closed).toBe(closeCodes.unauthorized);
  await second.hears('new');
  await env.DB.prepare("update tenant_settings set status = 'suspended' where tenant_id = ?").bind(tenant.id).run();
  later(15_000);
  await tell(tenant.id, topic, { seq: 3, publicSeq: 2 });
  expect(await Promise.all([contact.closed, second.closed])).toEqual([closeCodes.unauthorized, closeCodes.unauthorized]);
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

test('seats, names and whispers outlive an eviction', async () => {
  const { tenant, nora, amir, topic } = await newThread();
  const [contact, agent] = [await joinThread(tenant, nora, topic), await joinThread(tenant, amir, topic)];
  await evictDurableObject(room(tenant.id, topic));
  await tell(tenant.id, topic, { seq: 7, publicSeq: 3 });
  expect((await contact.hears('new')).after).toBe(3);
  expect((await agent.hears('new')).after).toBe(7);
  await evictDurableObject(room(tenant.id, topic));
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
  await evictDurableObject(room(tenant.id, topic));
  expect(await runDurableObjectAlarm(room(tenant.id, topic))).toBe(true);
  expect(await old.closed).toBe(closeCodes.leaseOver);
  await tell(tenant.id, topic, { seq: 2, publicSeq: 2 });
  await renewed.hears('new');
});

test('somebody whose browser fell silent is no longer here', async () => {
  const { tenant, amir, olga, topic } = await newThread();
  await joinThread(tenant, olga, topic);
  const agent = await joinThread(tenant, amir, topic);
  await agent.hears('people', ({ here }) => here.length === 1);
  later(149_000);
  const back = await joinThread(tenant, amir, topic);
  await back.hears('people', ({ here }) => here.length === 1);
  later(1_000);
  await runDurableObjectAlarm(room(tenant.id, topic));
  await back.hears('people', ({ here }) => here.length === 0);
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
  await evictDurableObject(room(tenant.id, desk));
  later(1_000);
  expect(await runDurableObjectAlarm(room(tenant.id, desk))).toBe(true);
  later(1_000);
  await tell(tenant.id, desk, { seq: 5 });
  await vi.waitFor(() => expect(agent.whispers()).toEqual([null, null, null]));
});

test('in an account members hear only of requests that name them, admins of all, and nobody of notes', async () => {
  const { tenant, nora, nils } = await newThread();
  const boss = await liveContact(tenant, 'Berta', 'admin');
  const account = { kind: 'account', accountId: tenant.accountId } as const;
  const [one, other, all] = [
    await joinThread(tenant, nora, account), await joinThread(tenant, nils, account), await joinThread(tenant, boss, account),
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
    await joinThread(tenant, nora, topic), await joinThread(tenant, nora, topic), await joinThread(tenant, nora, topic),
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
  for (const text of ['{', 'null', '[]', '{"t":"new","after":99}', '{"t":"typing"}', '{"t":"typing","kind":"shout"}']) contact.say(text);
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

test("a seat for another tenant's room is refused by the room itself", async () => {
  const [mine, other] = [await newThread(), await newThread()];
  const seat = {
    tenantId: mine.tenant.id, shard: 'DB', topic: mine.topic, audience: 'contact', personId: mine.nora.id, name: 'Nora', role: 'member',
    accountId: mine.tenant.accountId, host: 'help.acme.test', sessionHash: mine.nora.secretHash ?? '', latest: null,
    joinedAt: 0, leaseEndsAt: 0, replyUntil: 0, noteUntil: 0,
  } as const;
  const own = await room(mine.tenant.id, mine.topic).fetch(requestSeat(seat));
  const foreign = await room(other.tenant.id, other.topic).fetch(requestSeat(seat));
  expect([own.status, foreign.status]).toEqual([101, 400]);
  own.webSocket?.accept();
  own.webSocket?.close();
});

test.each([
  ['another site', { Upgrade: 'websocket', Origin: 'https://evil.test' }, 403],
  ['no origin', { Upgrade: 'websocket' }, 403],
  ['a sibling host', { Upgrade: 'websocket', Origin: 'https://help.acme.test', 'Sec-Fetch-Site': 'same-site' }, 403],
  ['no upgrade', { Origin: 'https://help.acme.test' }, 426],
])('a handshake from %s gets no socket', async (_name, headers, status) => {
  const { tenant, nora, topic } = await newThread();
  const host = 'help.acme.test';
  const request = new Request(`https://${host}/live`, { headers });
  const response = await joinRoom(env, request, { scope: scopeOf(tenant.id, start), topic, actor: nora, host, latest: null });
  expect(response.status).toBe(status);
  expect(response.webSocket).toBeNull();
});
