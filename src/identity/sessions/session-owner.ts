/** Whose sessions at a tenant. An agent's looks through a contact's eyes are nobody's own session. */
export interface SessionOwner {
  readonly kind: 'contact' | 'agent';
  readonly id: string;
}

export interface OwnSession {
  /** Names the session on pages; it is no secret and no hash that a cookie is looked up by. */
  readonly id: string;
  readonly host: string;
  /** "Firefox on Linux"; may be empty. */
  readonly device: string;
  /** "Lisbon, PT"; may be empty. */
  readonly place: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  /** The one that asks. */
  readonly isThis: boolean;
  /** The same for all sessions of one sign-in of an agent, at whichever tenants. */
  readonly chain: string | null;
}
