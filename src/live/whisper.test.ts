import { expect, test } from 'vitest';
import type { Seat } from './seat.ts';
import { frameFor, mergeWhispers, type RoomWhisper } from './whisper.ts';

const seat = (audience: Seat['audience'], rights: string, personId = 'me'): Seat => ({
  tenantId: 't',
  shard: 'DB',
  topic: { kind: 'desk' },
  audience,
  personId,
  name: 'N',
  rights,
  accountId: 'a',
  host: 'h',
  sessionHash: 's',
  latest: null,
  joinedAt: 0,
  leaseEndsAt: 0,
  replyUntil: 0,
  noteUntil: 0,
});
const whisper = (kind: RoomWhisper['kind'], change: Partial<RoomWhisper> = {}): RoomWhisper => ({
  kind,
  seq: 9,
  publicSeq: 4,
  people: [],
  ...change,
});
const news = (after: number | null) => ({ t: 'new', after }) as const;

test.each([
  ['an agent of a ticket the full number', seat('agent', 'agent'), whisper('ticket'), news(9)],
  ['a contact of a ticket the public number', seat('contact', 'own'), whisper('ticket'), news(4)],
  ['a contact nothing of a note', seat('contact', 'account'), whisper('ticket', { publicSeq: null }), null],
  ['an agent of a desk no number', seat('agent', 'agent'), whisper('desk'), news(null)],
  ['a contact nothing of a desk', seat('contact', 'account'), whisper('desk', { people: ['me'] }), null],
  ['an admin of all in the account', seat('contact', 'account'), whisper('account'), news(null)],
  ['an admin nothing internal', seat('contact', 'account'), whisper('account', { publicSeq: null }), null],
  ['a member of their own', seat('contact', 'own'), whisper('account', { people: ['you', 'me'] }), news(null)],
  ["a member nothing of others'", seat('contact', 'own'), whisper('account', { people: ['you'] }), null],
  ['an agent nothing of an account', seat('agent', 'owner'), whisper('account', { people: ['me'] }), null],
])('tells %s', (_what, to, said, frame) => {
  expect(frameFor(to, said)).toEqual(frame);
});

test('whispers that wait become one that says no less and names nobody else', () => {
  const first = whisper('account', { seq: 9, publicSeq: 3, people: ['a'] });
  const second = whisper('account', { seq: 8, publicSeq: 4, people: ['b', 'a'] });
  const internal = whisper('account', { seq: 10, publicSeq: null, people: ['c'] });
  expect(mergeWhispers(null, first)).toEqual(first);
  expect(mergeWhispers(first, second)).toEqual({ kind: 'account', seq: 9, publicSeq: 4, people: ['a', 'b'] });
  expect(mergeWhispers(first, internal)).toEqual({ kind: 'account', seq: 10, publicSeq: 3, people: ['a'] });
});
