// What goes over a live socket. Pure, and kept small: the browser runs it too.
//
// A socket only whispers: "there is something after 17". What it is comes from
// `GET <updates>?after=17`, which asks for the session again. What page and
// fragment owe the elements is in browser/README.md.

export type Side = 'agent' | 'contact';

export interface Person {
  readonly name: string;
  readonly side: Side;
}

/** Somebody who is writing; it lapses by itself `forMs` after it arrived. */
export interface Writer extends Person {
  /** True only on agents' sockets. */
  readonly note: boolean;
  readonly forMs: number;
}

/**
 * hello   opens each socket: when to renew it, and the newest number known
 *         (null: unknown, ask).
 * new     the whisper: publicSeq to contacts, seq to agents, null in lists.
 * people  who is here (agents only) and who is writing.
 */
export type ServerFrame = HelloFrame | NewFrame | PeopleFrame;

export interface HelloFrame {
  readonly t: 'hello';
  readonly leaseMs: number;
  readonly after: number | null;
}

export interface NewFrame {
  readonly t: 'new';
  readonly after: number | null;
}

export interface PeopleFrame {
  readonly t: 'people';
  readonly here: readonly Person[];
  readonly writing: readonly Writer[];
}

export type ClientFrame = { readonly t: 'typing'; readonly kind: 'reply' | 'note' } | { readonly t: 'still' };

/** Answered by the platform without waking the room. */
export const ping = 'ping';
export const pong = 'pong';

/** How often a browser says `ping`. */
export const pingEveryMs = 30_000;

/** Typing is a lease: the writer says it again before this has passed. */
export const typingLeaseMs = 7_000;
export const typingEveryMs = 3_000;

/** Why a room closed a socket. 1006 and the like are the network's own. */
export const closeCodes = {
  /** Session over, or access changed: ask again with the session that there is. */
  unauthorized: 4401,
  /** The lease was not renewed: open another socket. */
  leaseOver: 4408,
  /** Too many sockets of one session; the oldest gives way and waits for its reader. */
  crowded: 4409,
  /** Frames too large, too many, or no text. */
  unruly: 4429,
} as const;

/** Null for what no room says. */
export function readServerFrame(text: unknown): ServerFrame | null {
  const frame = parse(text);
  if (!frame) return null;
  const { t, after, leaseMs, here, writing } = frame;
  if (t === 'hello' && typeof leaseMs === 'number' && isNumber(after)) return { t, leaseMs, after };
  if (t === 'new' && isNumber(after)) return { t, after };
  if (t === 'people' && isList(here, isPerson) && isList(writing, isWriter)) return { t, here, writing };
  return null;
}

/** Null for what no page of ours says. */
export function readClientFrame(text: unknown): ClientFrame | null {
  const frame = parse(text);
  if (frame?.t === 'still') return { t: 'still' };
  if (frame?.t === 'typing' && (frame.kind === 'reply' || frame.kind === 'note'))
    return { t: 'typing', kind: frame.kind };
  return null;
}

function parse(text: unknown): Record<string, unknown> | null {
  if (typeof text !== 'string') return null;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isNumber(value: unknown): value is number | null {
  return value === null || typeof value === 'number';
}

function isList<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isPerson(value: unknown): value is Person {
  return isRecord(value) && typeof value.name === 'string' && (value.side === 'agent' || value.side === 'contact');
}

function isWriter(value: unknown): value is Writer {
  return (
    isPerson(value) &&
    'note' in value &&
    typeof value.note === 'boolean' &&
    'forMs' in value &&
    typeof value.forMs === 'number'
  );
}
