import * as z from 'zod';
import type { NewFrame } from './protocol.ts';
import type { Seat } from './seat.ts';

const shape = z.object({
  kind: z.enum(['ticket', 'desk', 'account']),
  seq: z.number().nullable(),
  publicSeq: z.number().nullable(),
  people: z.array(z.string()).readonly(),
});

/** A whisper as it reaches a room, which knows its topic's ids already (lib/effects: Whisper). */
export type RoomWhisper = Readonly<z.infer<typeof shape>>;

/** Null for what is no whisper, or another version's. */
export function readWhisper(value: unknown): RoomWhisper | null {
  return shape.safeParse(value).data ?? null;
}

/** What this seat may hear of a whisper; null: nothing at all. */
export function frameFor(seat: Seat, whisper: RoomWhisper): NewFrame | null {
  switch (whisper.kind) {
    case 'ticket': {
      const after = seat.audience === 'agent' ? whisper.seq : whisper.publicSeq;
      return after === null ? null : { t: 'new', after };
    }
    case 'desk':
      return seat.audience === 'agent' ? { t: 'new', after: null } : null;
    case 'account': {
      if (seat.audience !== 'contact' || whisper.publicSeq === null) return null;
      return seat.rights === 'account' || whisper.people.includes(seat.personId) ? { t: 'new', after: null } : null;
    }
  }
}

/** Two whispers of one room as one. Nobody hears less by it, and nobody of more requests than their own. */
export function mergeWhispers(a: RoomWhisper | null, b: RoomWhisper): RoomWhisper {
  if (!a) return b;
  return {
    kind: b.kind,
    seq: later(a.seq, b.seq),
    publicSeq: later(a.publicSeq, b.publicSeq),
    // Who is named in an internal whisper must not hear of it by another's public one.
    people: [...new Set([a, b].flatMap(({ publicSeq, people }) => (publicSeq === null ? [] : people)))],
  };
}

function later(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
