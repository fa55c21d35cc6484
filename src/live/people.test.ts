import { expect, test } from 'vitest';
import { peopleFor, type Sitter } from './people.ts';
import type { Seat } from './seat.ts';

const now = 1_000_000;

function sitter(audience: Seat['audience'], name: string, change: Partial<Seat> = {}): Sitter {
  const seat: Seat = {
    tenantId: 't',
    shard: 'DB',
    topic: { kind: 'ticket', ticketId: 'k' },
    audience,
    personId: name,
    name,
    rights: 'agent',
    accountId: null,
    host: 'h',
    sessionHash: 's',
    latest: null,
    joinedAt: now,
    leaseEndsAt: now,
    replyUntil: 0,
    noteUntil: 0,
    ...change,
  };
  return { seat, heardAt: now };
}

test('a contact sees who writes a reply, and nobody who writes a note, also while another writes a reply', () => {
  const nora = sitter('contact', 'Nora');
  const all = [
    nora,
    sitter('agent', 'Amir', { noteUntil: now + 2_000 }),
    sitter('agent', 'Olga', { replyUntil: now + 3_000, noteUntil: now - 1 }),
    sitter('contact', 'Nils', { replyUntil: now + 4_000 }),
  ];
  expect(peopleFor(nora.seat, all, now)).toEqual({
    t: 'people',
    here: [],
    writing: [
      { name: 'Olga', side: 'agent', note: false, forMs: 3_000 },
      { name: 'Nils', side: 'contact', note: false, forMs: 4_000 },
    ],
  });
});

test('an agent sees everybody else once, however many windows they have open', () => {
  const amir = sitter('agent', 'Amir');
  const all = [
    amir,
    sitter('agent', 'Amir', { replyUntil: now + 1 }),
    sitter('contact', 'Nora'),
    sitter('contact', 'Nora'),
  ];
  expect(peopleFor(amir.seat, all, now)).toEqual({
    t: 'people',
    here: [{ name: 'Nora', side: 'contact' }],
    writing: [],
  });
});
