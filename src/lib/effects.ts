/** A live room. Names are built from these on the server, never from input. */
export type Topic =
  | { readonly kind: 'ticket'; readonly ticketId: string }
  | { readonly kind: 'desk' }
  | { readonly kind: 'account'; readonly accountId: string };

/**
 * "There is something new": never what it is. Contacts get `publicSeq` and only
 * when it moved; agents get `seq`. In an account's room `people` names the
 * contacts of the request, for members see only those.
 */
export interface Whisper {
  readonly topic: Topic;
  readonly seq: number | null;
  readonly publicSeq: number | null;
  readonly people: readonly string[];
}

/**
 * The only doorway from an operation to bindings. All of it is best effort and
 * runs after the answer: D1 already holds what matters, sweeps heal the rest.
 */
export interface Effects {
  /** Runs when the answer is out; a failure is logged, never thrown. */
  after(work: () => Promise<unknown>): void;
  /** Tells the courier that these outbox rows are owed. */
  sendMail(outboxIds: readonly string[]): void;
  whisper(whispers: readonly Whisper[]): void;
}
