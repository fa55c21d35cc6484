import type { AgentRole, ContactRole } from '#lib/actor.ts';
import type { Effects } from '#lib/effects.ts';
import type { Origin } from '#lib/origin.ts';

const day = 24 * 60 * 60 * 1000;

export const invitationLifetimeMs = 14 * day;
/** Invitations that are sent for one account, or to the tenant's agents, in a day. */
export const sendingsOfAccount = 100;
/** And of these to one address. */
export const sendingsToAddress = 5;

/** `owner` and `agent` are roles of the tenant's agents, `member` one of an account. */
export type InvitedRole = AgentRole | ContactRole;

export interface InvitationDeps {
  readonly pepper: string;
  readonly origin: Origin;
  readonly effects: Effects;
}

/** What an admin sees of one that is neither accepted nor withdrawn. */
export interface PendingInvitation {
  readonly id: string;
  readonly email: string;
  /** What the inviter called them; may be empty. */
  readonly name: string;
  readonly role: InvitedRole;
  readonly inviterName: string;
  readonly sentAt: number;
  readonly expiresAt: number;
  /** Its link opens nothing: it expired, or whoever sent it may not invite any more. Sending it again mends both. */
  readonly isOver: boolean;
  /** The mail service would not take its newest mail. */
  readonly isUndelivered: boolean;
}

/** What whoever holds the link of an invitation sees. */
export interface OpenedInvitation {
  readonly id: string;
  /** `withdrawn` also where its inviter may not invite any more. */
  readonly state: 'open' | 'accepted' | 'withdrawn' | 'expired';
  readonly email: string;
  /** Null: to the tenant's agents. */
  readonly accountId: string | null;
  /** The account's name; empty for agents. */
  readonly account: string;
  readonly role: InvitedRole;
  readonly inviterName: string;
  /** Whose the invited address is, of all the tenant's contacts: never shown, only compared with who asks. */
  readonly contactId: string | null;
}

/** True for a role that people can be invited to: an account's, or (without one) the agents'. */
export function isRoleOf(accountId: string | null, role: InvitedRole): boolean {
  return accountId === null ? role !== 'member' : role === 'admin' || role === 'member';
}
