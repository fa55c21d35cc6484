import type { PeopleFrame, Person, Writer } from './protocol.ts';
import type { Audience, Seat } from './seat.ts';

/** A seat and when its socket was last heard of, milliseconds. */
export interface Sitter {
  readonly seat: Seat;
  readonly heardAt: number;
}

/** A socket that has said nothing for this long (five pings) is not a person here. */
const silentAfterMs = 150_000;

/**
 * Who is here and who is writing, as this seat may know it. Agents see all.
 * Contacts see only who writes a reply: an agent who looks or writes a note is
 * not there for them.
 */
export function peopleFor(seat: Seat, sitters: readonly Sitter[], now: number): PeopleFrame {
  const others = sitters.filter((other) => !isSamePerson(other.seat, seat));
  return {
    t: 'people',
    here: seat.audience === 'agent' ? unique(others.filter((other) => isHere(other, now)).map(personOf)) : [],
    writing: unique(others.flatMap((other) => writerOf(other.seat, seat.audience, now))),
  };
}

/** When somebody who looks present will count as gone unless heard again; null: no one looks present to another. */
export function nextSilenceAt(sitters: readonly Sitter[], now: number): number | null {
  const present = sitters.filter((sitter) => isHere(sitter, now));
  const watched = present.some(
    (sitter) => sitter.seat.audience === 'agent' && present.some((other) => !isSamePerson(other.seat, sitter.seat)),
  );
  return watched ? Math.min(...present.map(({ heardAt }) => heardAt + silentAfterMs)) : null;
}

function writerOf(seat: Seat, reader: Audience, now: number): (Writer & Person & { id: string })[] {
  const note = reader === 'agent' && seat.noteUntil > now && seat.noteUntil >= seat.replyUntil;
  const until = note ? seat.noteUntil : seat.replyUntil;
  return until > now ? [{ id: seat.personId, name: seat.name, side: seat.audience, note, forMs: until - now }] : [];
}

function personOf({ seat }: Sitter): Person & { id: string } {
  return { id: seat.personId, name: seat.name, side: seat.audience };
}

function isHere({ heardAt }: Sitter, now: number): boolean {
  return heardAt + silentAfterMs > now;
}

function isSamePerson(a: Seat, b: Seat): boolean {
  return a.audience === b.audience && a.personId === b.personId;
}

/** One of each person, without the ids: those stay on the server. */
function unique<T extends { id: string }>(people: readonly T[]): Omit<T, 'id'>[] {
  return [...new Map(people.map((person) => [person.id, person])).values()].map(({ id, ...person }) => person);
}
