import * as z from 'zod';

const shape = z.object({
  tenantId: z.string(),
  /** Name of the D1 binding that holds the tenant's tables. */
  shard: z.string(),
  topic: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('ticket'), ticketId: z.string() }),
    z.object({ kind: z.literal('desk') }),
    z.object({ kind: z.literal('account'), accountId: z.string() }),
  ]),
  audience: z.enum(['contact', 'agent']),
  personId: z.string(),
  name: z.string(),
  /** An agent's role, a contact's sight (`account` or `own`). */
  rights: z.string(),
  /** The workspace of a contact's session; null for agents. */
  accountId: z.string().nullable(),
  /** The host that the session belongs to. */
  host: z.string(),
  sessionHash: z.string(),
  /** Newest number of the thread when access was checked; null: not known. */
  latest: z.number().nullable(),
  joinedAt: z.number(),
  leaseEndsAt: z.number(),
  /** Until when the person counts as writing. Kept apart: a note must not move the other. */
  replyUntil: z.number(),
  noteUntil: z.number(),
});

/**
 * Who sits at a socket, as the Worker verified before the upgrade. It lives in
 * the socket's attachment (16 KB) and so survives hibernation.
 */
export type Seat = Readonly<z.infer<typeof shape>>;
export type Audience = Seat['audience'];

/** Null for what another version of the room wrote: that socket must come again. */
export function readSeat(value: unknown): Seat | null {
  return shape.safeParse(value).data ?? null;
}

const header = 'X-Seat';

/** The one way into a room. It carries nothing of the client's request, so that no header of theirs can speak. */
export function requestSeat(seat: Seat): Request {
  return new Request('https://room/', {
    headers: { Upgrade: 'websocket', [header]: encodeURIComponent(JSON.stringify(seat)) },
  });
}

export function requestedSeat(request: Request): Seat | null {
  try {
    return readSeat(JSON.parse(decodeURIComponent(request.headers.get(header) ?? '')));
  } catch {
    return null;
  }
}
