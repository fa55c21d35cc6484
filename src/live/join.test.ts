import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newThread, roomOf } from '../../test/helpers/join-thread.ts';
import { scopeOf } from '../../test/helpers/new-tenant.ts';
import { joinRoom } from './join.ts';
import { requestSeat } from './seat.ts';

// Only the date is held. Alarms, which the platform times by the real clock, lie
// far ahead of it and are run by hand.
const start = Date.UTC(2040, 0, 1);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

test("a seat for another tenant's room is refused by the room itself", async () => {
  const [mine, other] = [await newThread(), await newThread()];
  const seat = {
    tenantId: mine.tenant.id,
    shard: 'DB',
    topic: mine.topic,
    audience: 'contact',
    personId: mine.nora.id,
    name: 'Nora',
    rights: 'own',
    accountId: mine.tenant.accountId,
    host: 'help.acme.test',
    sessionHash: mine.nora.secretHash ?? '',
    latest: null,
    joinedAt: 0,
    leaseEndsAt: 0,
    replyUntil: 0,
    noteUntil: 0,
  } as const;
  const own = await roomOf(mine.tenant.id, mine.topic).fetch(requestSeat(seat));
  const foreign = await roomOf(other.tenant.id, other.topic).fetch(requestSeat(seat));
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
  const response = await joinRoom(env, request, {
    scope: await scopeOf(tenant),
    topic,
    actor: nora,
    host,
    latest: null,
  });
  expect(response.status).toBe(status);
  expect(response.webSocket).toBeNull();
});
