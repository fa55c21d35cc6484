import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { forms } from './forms.ts';
import { accounts, agents, contacts } from './people.ts';

export const categories = ['new', 'open', 'waiting', 'solved', 'closed'] as const;
export const sources = ['portal', 'agent', 'email', 'api'] as const;

export const statuses = sqliteTable(
  'statuses',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    category: text('category', { enum: categories }).notNull(),
    label: text('label').notNull(),
    publicLabel: text('public_label').notNull(),
    position: integer('position').notNull(),
    retiredAt: integer('retired_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

export const priorities = sqliteTable(
  'priorities',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    label: text('label').notNull(),
    position: integer('position').notNull(),
    /** 1 on the one that a request gets when nobody chose. */
    isDefault: integer('is_default').notNull(),
    retiredAt: integer('retired_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** Groups of agents that requests can go to. */
export const teams = sqliteTable(
  'teams',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    position: integer('position').notNull(),
    retiredAt: integer('retired_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

export const tickets = sqliteTable(
  'tickets',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    number: integer('number').notNull(),
    subject: text('subject').notNull(),
    accountId: text('account_id').notNull(),
    requesterId: text('requester_id').notNull(),
    formId: text('form_id').notNull(),
    statusId: text('status_id').notNull(),
    /** The status's category, kept here so that rules and lists need no join. */
    category: text('category', { enum: categories }).notNull(),
    /** 1 while solved or closed. */
    done: integer('done').notNull(),
    priorityId: text('priority_id').notNull(),
    assigneeId: text('assignee_id'),
    source: text('source', { enum: sources }).notNull(),
    followUpOf: text('follow_up_of'),
    // Two clocks: everything, and what contacts may know of (DESIGN: notes leave no shadow).
    seq: integer('seq').notNull(),
    activityAt: integer('activity_at').notNull(),
    publicSeq: integer('public_seq').notNull(),
    publicActivityAt: integer('public_activity_at').notNull(),
    /** The newest public message's author and time. */
    lastAuthorKind: text('last_author_kind', { enum: ['contact', 'agent'] }).notNull(),
    lastAuthorId: text('last_author_id').notNull(),
    lastMessageAt: integer('last_message_at').notNull(),
    lastCustomerAt: integer('last_customer_at').notNull(),
    /** Since when a customer's message has had no answer; NULL when answered. */
    waitingSince: integer('waiting_since'),
    solvedAt: integer('solved_at'),
    closedAt: integer('closed_at'),
    createdAt: integer('created_at').notNull(),
    /** The version of the form that it was sent with; NULL: by no form that was published. */
    formVersion: integer('form_version'),
    teamId: text('team_id'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('tickets_number').on(t.tenantId, t.number),
    index('tickets_account_done').on(t.tenantId, t.accountId, t.done, t.publicActivityAt, t.id),
    index('tickets_account').on(t.tenantId, t.accountId, t.publicActivityAt, t.id),
    index('tickets_requester').on(t.tenantId, t.requesterId, t.publicActivityAt, t.id),
    // The portal's list by creation; ids sort by it, as numbers do.
    index('tickets_account_created').on(t.tenantId, t.accountId, t.done, t.id),
    index('tickets_follow_ups').on(t.tenantId, t.followUpOf).where(sql`follow_up_of is not null`),
    index('tickets_desk_customer').on(t.tenantId, t.done, t.lastCustomerAt, t.id),
    index('tickets_desk_age').on(t.tenantId, t.done, t.createdAt, t.id),
    index('tickets_assignee_customer').on(t.tenantId, t.assigneeId, t.done, t.lastCustomerAt, t.id),
    index('tickets_assignee_age').on(t.tenantId, t.assigneeId, t.done, t.createdAt, t.id),
    // What changed on the desk since an agent last looked; who waits longest.
    index('tickets_activity').on(t.tenantId, t.activityAt),
    index('tickets_waiting').on(t.tenantId, t.waitingSince).where(sql`waiting_since is not null`),
    index('tickets_assignee_waiting')
      .on(t.tenantId, t.assigneeId, t.waitingSince)
      .where(sql`waiting_since is not null`),
    // The sweep that closes what was solved long ago.
    index('tickets_solved').on(t.solvedAt).where(sql`category = 'solved'`),
    foreignKey({ columns: [t.tenantId, t.accountId], foreignColumns: [accounts.tenantId, accounts.id] }),
    foreignKey({ columns: [t.tenantId, t.requesterId], foreignColumns: [contacts.tenantId, contacts.id] }),
    foreignKey({ columns: [t.tenantId, t.assigneeId], foreignColumns: [agents.tenantId, agents.id] }),
    foreignKey({ columns: [t.tenantId, t.statusId], foreignColumns: [statuses.tenantId, statuses.id] }),
    foreignKey({ columns: [t.tenantId, t.priorityId], foreignColumns: [priorities.tenantId, priorities.id] }),
    foreignKey({ columns: [t.tenantId, t.formId], foreignColumns: [forms.tenantId, forms.id] }),
  ],
);

/** Requester and participants. `done` and `public_activity_at` follow the ticket's in the same batch. */
export const ticketPeople = sqliteTable(
  'ticket_people',
  {
    tenantId: text('tenant_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    contactId: text('contact_id').notNull(),
    accountId: text('account_id').notNull(),
    part: text('part', { enum: ['requester', 'participant'] }).notNull(),
    done: integer('done').notNull(),
    publicActivityAt: integer('public_activity_at').notNull(),
    /**
     * Set for a participant whom somebody let in by address alone, with no place in
     * the account: pages name them by it, for a contact's id tells how long we know them.
     */
    guest: text('guest'),
    /** Id of the contact or agent who put them on it; NULL: they wrote, or asked. */
    addedBy: text('added_by'),
    /** The address as it was typed for a guest: theirs may be another, which nobody told. */
    called: text('called').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.ticketId, t.contactId] }),
    index('ticket_people_done').on(t.tenantId, t.contactId, t.accountId, t.done, t.publicActivityAt, t.ticketId),
    index('ticket_people_created').on(t.tenantId, t.contactId, t.accountId, t.done, t.ticketId),
    index('ticket_people_all').on(t.tenantId, t.contactId, t.accountId, t.publicActivityAt, t.ticketId),
    foreignKey({ columns: [t.tenantId, t.ticketId], foreignColumns: [tickets.tenantId, tickets.id] }),
    foreignKey({ columns: [t.tenantId, t.contactId], foreignColumns: [contacts.tenantId, contacts.id] }),
  ],
);

/**
 * Kept by triggers (migrations), so that no page counts rows. Scopes: `desk`, `unassigned`, `agent:<id>`,
 * `account:<id>`, `contact:<id>:<account>`, and the last two followed by `:<status>`.
 */
export const ticketCounts = sqliteTable(
  'ticket_counts',
  {
    tenantId: text('tenant_id').notNull(),
    scope: text('scope').notNull(),
    done: integer('done').notNull(),
    n: integer('n').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.scope, t.done] })],
);

export const tags = sqliteTable(
  'tags',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    /** Lower case, no spaces; what is typed and shown. */
    name: text('name').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), uniqueIndex('tags_name').on(t.tenantId, t.name)],
);

/** Internal: contacts never learn of a request's tags or team. */
export const ticketTags = sqliteTable(
  'ticket_tags',
  {
    tenantId: text('tenant_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    tagId: text('tag_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.ticketId, t.tagId] }),
    index('ticket_tags_tag').on(t.tenantId, t.tagId, t.ticketId),
    foreignKey({ columns: [t.tenantId, t.ticketId], foreignColumns: [tickets.tenantId, tickets.id] }),
    foreignKey({ columns: [t.tenantId, t.tagId], foreignColumns: [tags.tenantId, tags.id] }),
  ],
);
