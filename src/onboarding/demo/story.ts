import type { Source } from '#tickets/entries.ts';
import type { AfterReply } from '#tickets/status-rules.ts';

/** How long ago: minutes, hours or days. */
export type Age = `${number}${'m' | 'h' | 'd'}`;
export type Urgency = 'Low' | 'Normal' | 'High' | 'Urgent';

/** One ticket of the demo, as it is told. People and accounts go by the names of their cast. */
export interface Story {
  readonly subject: string;
  readonly account: string;
  /** Who asked. */
  readonly by: string;
  /** Participants. */
  readonly with?: readonly string[];
  readonly via?: Source;
  readonly priority?: Urgency;
  readonly began: Age;
  /** Age of the newest entry; none: there is only one moment. */
  readonly until?: Age;
  /** Who has not seen what the agents wrote last. */
  readonly unreadBy?: readonly string[];
  /** Whose mail of the last answer came back, and what was said. */
  readonly failed?: { readonly to: string; readonly error: string };
  /** Subject of the closed request that it follows. */
  readonly follows?: string;
  readonly steps: readonly Step[];
}

export type Step =
  | { readonly does: 'says'; readonly who: string; readonly text: string; readonly how: SayOptions }
  | { readonly does: 'notes'; readonly who: string; readonly text: string }
  | { readonly does: 'gives'; readonly who: string; readonly to: string | null }
  | { readonly does: 'sets'; readonly who: string; readonly to: Urgency }
  | { readonly does: 'moves'; readonly who: string; readonly to: 'open' | 'solved' };

interface SayOptions {
  /** What an agent chose beside the send button; `waiting` unless told. */
  readonly next?: AfterReply;
  readonly via?: Source;
  /** What the mail quoted below the answer. */
  readonly quoted?: string;
}

/** A message that everybody on the ticket reads. */
export function says(who: string, text: string, how: SayOptions = {}): Step {
  return { does: 'says', who, text: text.trim(), how };
}

/** A note among agents. */
export function notes(who: string, text: string): Step {
  return { does: 'notes', who, text: text.trim() };
}

export function takes(who: string): Step {
  return { does: 'gives', who, to: who };
}

export function gives(who: string, to: string | null): Step {
  return { does: 'gives', who, to };
}

export function sets(who: string, to: Urgency): Step {
  return { does: 'sets', who, to };
}

/** Marks it solved without a word: the requester, or an agent. */
export function solves(who: string): Step {
  return { does: 'moves', who, to: 'solved' };
}

export function reopens(who: string): Step {
  return { does: 'moves', who, to: 'open' };
}
