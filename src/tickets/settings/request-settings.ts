import type { ParticipantPolicy } from '../people/people-rules.ts';

/** A tenant's settings about its requests. */
export interface RequestSettings {
  /** Days after which a solved request becomes closed. */
  readonly solvedClosesAfterDays: number;
  /** Whom contacts may put on a request. */
  readonly participants: ParticipantPolicy;
  /** 1: mails carry links; without them nobody outside the account can be let in. It is set elsewhere. */
  readonly ticketLinks: number;
}

/** How long a solved request may wait to be closed. */
export const closingDays = { least: 1, most: 365 } as const;
