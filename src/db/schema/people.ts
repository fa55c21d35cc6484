import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const agents = sqliteTable(
  'agents',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ['owner', 'admin', 'agent'] }).notNull(),
    state: text('state', { enum: ['active', 'disabled'] }).notNull(),
    /** 1: gets mail about requests that nobody has taken. */
    notifyUnassigned: integer('notify_unassigned').notNull(),
    zone: text('zone'),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), uniqueIndex('agents_email').on(t.tenantId, t.email)],
);

export const accounts = sqliteTable(
  'accounts',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    externalId: text('external_id'),
    /** 1: members see every request of the account, not only their own. */
    membersSeeAll: integer('members_see_all').notNull().default(0),
    /** The tenant's word for what kind of customer it is; empty: none. Forms may be for some tiers only. */
    tier: text('tier').notNull().default(''),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('accounts_external').on(t.tenantId, t.externalId),
    // The agents' list of accounts, and the search for how a name begins.
    index('accounts_name').on(t.tenantId, sql`name collate nocase`, t.id),
    // The tiers that are in use, each found at once.
    index('accounts_tier').on(t.tenantId, t.tier).where(sql`tier <> ''`),
  ],
);

export const contacts = sqliteTable(
  'contacts',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    /** A small integer, part of every reply address. */
    number: integer('number').notNull(),
    /** Empty until the person has said it. */
    name: text('name').notNull(),
    /** The address that mail goes to; it is one of `contact_addresses`. */
    email: text('email').notNull(),
    zone: text('zone'),
    locale: text('locale'),
    state: text('state', { enum: ['active', 'disabled'] }).notNull(),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), uniqueIndex('contacts_number').on(t.tenantId, t.number)],
);

export const contactAddresses = sqliteTable(
  'contact_addresses',
  {
    tenantId: text('tenant_id').notNull(),
    /** Normalized: trimmed, lower case, ASCII domain. */
    email: text('email').notNull(),
    contactId: text('contact_id').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.email] }),
    index('contact_addresses_contact').on(t.tenantId, t.contactId),
    foreignKey({ columns: [t.tenantId, t.contactId], foreignColumns: [contacts.tenantId, contacts.id] }),
  ],
);

export const memberships = sqliteTable(
  'memberships',
  {
    tenantId: text('tenant_id').notNull(),
    contactId: text('contact_id').notNull(),
    accountId: text('account_id').notNull(),
    role: text('role', { enum: ['admin', 'member', 'none'] }).notNull(),
    createdAt: integer('created_at').notNull(),
    /** When the person last used this workspace; moved like a session's. */
    lastSeenAt: integer('last_seen_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.contactId, t.accountId] }),
    index('memberships_account').on(t.tenantId, t.accountId, t.role, t.contactId),
    foreignKey({ columns: [t.tenantId, t.contactId], foreignColumns: [contacts.tenantId, contacts.id] }),
    foreignKey({ columns: [t.tenantId, t.accountId], foreignColumns: [accounts.tenantId, accounts.id] }),
  ],
);
