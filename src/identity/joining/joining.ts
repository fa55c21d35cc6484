import type { ContactRole } from '#lib/actor.ts';

/** What the use of a challenge does besides signing in. */
export interface Joining {
  /** `domain`: a newcomer joins by their address; `request`: an admin is asked first. */
  readonly mode: 'invitation' | 'domain' | 'request';
  /** The address that was proven. */
  readonly email: string;
  readonly invitationId: string | null;
  readonly accountId: string;
  /** The account's name. */
  readonly account: string;
  readonly role: ContactRole;
  /** What a new contact is called until they say it; may be empty. */
  readonly name: string;
}

/** The attempt that uses a challenge in the same batch. */
export interface Taken {
  readonly hash: string;
  readonly attempt: string;
}
