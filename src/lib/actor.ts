export type ContactRole = 'admin' | 'member';
export type AgentRole = 'owner' | 'admin' | 'agent';
/** Which requests of the account a contact may see: all, or those that they opened or take part in. */
export type Sight = 'account' | 'own';

/**
 * What a signed cookie says of its bearer: unchecked. A claim names the ids that
 * a page's statements bind; only db/read-as.ts turns it into an actor.
 */
export interface ContactClaim {
  readonly kind: 'contact';
  readonly tenantId: string;
  /** Host that the request came to; the session must be of the same. */
  readonly host: string;
  readonly contactId: string;
  /** Null until a person with several memberships has chosen. */
  readonly accountId: string | null;
  readonly role: ContactRole | null;
  readonly sees: Sight;
  /** An agent looks at the portal as this contact: may read, may change nothing. */
  readonly isViewAs: boolean;
  readonly secretHash: string;
}

/** The claim of a contact who has chosen a workspace. */
export type MemberClaim = ContactClaim & { readonly accountId: string; readonly role: ContactRole };

/** What a link from a mail says of its bearer: unchecked too. It names one ticket, and counts for that alone. */
export interface LinkClaim {
  /** SHA-256 of its token. */
  readonly hash: string;
  readonly contactId: string;
  readonly accountId: string;
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly sees: Sight;
  /** They were let in to this ticket by their address, and have no place in its account. */
  readonly isGuest: boolean;
}

export interface AgentClaim {
  readonly kind: 'agent';
  readonly tenantId: string;
  readonly host: string;
  readonly agentId: string;
  readonly role: AgentRole;
  readonly secretHash: string;
}

export type Claim = ContactClaim | AgentClaim;

/** A contact whose session was confirmed, with no workspace chosen: may choose one, or sign out. */
export interface Visitor {
  readonly kind: 'visitor';
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly secretHash: string;
}

export interface Viewing {
  /** The agent's. */
  readonly name: string;
  /** Milliseconds UTC. */
  readonly endsAt: number;
}

/** A confirmed contact in one account. */
export interface Contact {
  readonly kind: 'contact';
  readonly id: string;
  /** Part of their reply address. */
  readonly number: number;
  /** Empty until they have said it. */
  readonly name: string;
  readonly email: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly role: ContactRole;
  readonly sees: Sight;
  /** The agent who looks with this contact's eyes, and until when; null for the contact in person. */
  readonly viewedBy: Viewing | null;
  /** How many workspaces the person may enter (1: no chooser). */
  readonly workspaces: number;
  /** The others of them, the last used first; no more than a menu holds. */
  readonly otherWorkspaces: readonly { readonly accountId: string; readonly name: string }[];
  readonly zone: string | null;
  readonly locale: string | null;
  /** Null where the contact came by another door than a session. */
  readonly secretHash: string | null;
}

/** A confirmed agent. */
export interface Agent {
  readonly kind: 'agent';
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: AgentRole;
  readonly zone: string | null;
  readonly secretHash: string;
}
