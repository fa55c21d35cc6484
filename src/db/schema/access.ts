import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { accounts, contacts } from './people.ts';
import { tickets } from './tickets.ts';

// Who is asked in, who asks to come in, and what opens one request without a session.

/** An invitation to an account, or (without one) to the tenant's agents. */
export const invitations = sqliteTable(
  'invitations',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    /** NULL: to the agents. */
    accountId: text('account_id'),
    /** Normalized. */
    email: text('email').notNull(),
    /** What the inviter calls them; may be empty. */
    name: text('name').notNull(),
    role: text('role', { enum: ['admin', 'member', 'owner', 'agent'] }).notNull(),
    /** SHA-256 of the token; a later sending has a later version and so another token. */
    tokenHash: text('token_hash').notNull(),
    version: integer('version').notNull(),
    inviterKind: text('inviter_kind', { enum: ['contact', 'agent'] }).notNull(),
    inviterId: text('inviter_id').notNull(),
    createdAt: integer('created_at').notNull(),
    sentAt: integer('sent_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    acceptedAt: integer('accepted_at'),
    withdrawnAt: integer('withdrawn_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('invitations_token').on(t.tenantId, t.tokenHash),
    // At most one that is pending, for an address and account, and for an address and the agents.
    uniqueIndex('invitations_pending')
      .on(t.tenantId, t.accountId, t.email)
      .where(sql`accepted_at is null and withdrawn_at is null`),
    uniqueIndex('invitations_pending_agent')
      .on(t.tenantId, t.email)
      .where(sql`account_id is null and accepted_at is null and withdrawn_at is null`),
    index('invitations_account').on(t.tenantId, t.accountId, t.createdAt),
    index('invitations_email').on(t.tenantId, t.email),
    foreignKey({ columns: [t.tenantId, t.accountId], foreignColumns: [accounts.tenantId, accounts.id] }),
  ],
);

/** Mail domains of an account. Only a confirmed one lets people in. */
export const accountDomains = sqliteTable(
  'account_domains',
  {
    tenantId: text('tenant_id').notNull(),
    /** ASCII, lower case. */
    domain: text('domain').notNull(),
    accountId: text('account_id').notNull(),
    /** What newcomers of the domain become. */
    role: text('role', { enum: ['admin', 'member'] }).notNull(),
    confirmedAt: integer('confirmed_at'),
    confirmedBy: text('confirmed_by'),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.domain] }),
    index('account_domains_account').on(t.tenantId, t.accountId),
    foreignKey({ columns: [t.tenantId, t.accountId], foreignColumns: [accounts.tenantId, accounts.id] }),
  ],
);

/** Somebody of a confirmed domain who has proven their address and waits for an admin's word. */
export const accessRequests = sqliteTable(
  'access_requests',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    accountId: text('account_id').notNull(),
    email: text('email').notNull(),
    createdAt: integer('created_at').notNull(),
    decidedAt: integer('decided_at'),
    /** NULL while nobody has decided. */
    outcome: text('outcome', { enum: ['granted', 'refused'] }),
    deciderKind: text('decider_kind', { enum: ['contact', 'agent'] }),
    deciderId: text('decider_id'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('access_requests_open').on(t.tenantId, t.accountId, t.email).where(sql`decided_at is null`),
    index('access_requests_account').on(t.tenantId, t.accountId, t.createdAt),
    foreignKey({ columns: [t.tenantId, t.accountId], foreignColumns: [accounts.tenantId, accounts.id] }),
  ],
);

/** A code on its way to a further address that a signed-in contact says is theirs. */
export const addressProofs = sqliteTable(
  'address_proofs',
  {
    tenantId: text('tenant_id').notNull(),
    contactId: text('contact_id').notNull(),
    email: text('email').notNull(),
    codeHash: text('code_hash').notNull(),
    tries: integer('tries').notNull().default(0),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.contactId] }), index('address_proofs_expiry').on(t.expiresAt)],
);

/** What opens one request from a mail: bound to its recipient, void with their access. */
export const ticketLinks = sqliteTable(
  'ticket_links',
  {
    tenantId: text('tenant_id').notNull(),
    /** SHA-256 of the token. */
    hash: text('hash').notNull(),
    ticketId: text('ticket_id').notNull(),
    contactId: text('contact_id').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    revokedAt: integer('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.hash] }),
    index('ticket_links_contact').on(t.tenantId, t.contactId, t.ticketId),
    index('ticket_links_expiry').on(t.expiresAt),
    foreignKey({ columns: [t.tenantId, t.ticketId], foreignColumns: [tickets.tenantId, tickets.id] }),
    foreignKey({ columns: [t.tenantId, t.contactId], foreignColumns: [contacts.tenantId, contacts.id] }),
  ],
);

/** Takes an agent from the agent app to a portal, to see it as a contact does; used once, within a minute. */
export const viewAsTokens = sqliteTable(
  'view_as_tokens',
  {
    tenantId: text('tenant_id').notNull(),
    hash: text('hash').notNull(),
    agentId: text('agent_id').notNull(),
    contactId: text('contact_id').notNull(),
    accountId: text('account_id').notNull(),
    host: text('host').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
    usedBy: text('used_by'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.hash] }), index('view_as_tokens_expiry').on(t.expiresAt)],
);
