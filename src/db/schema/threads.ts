import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { agents } from './people.ts';
import { sources, tickets } from './tickets.ts';

/** `link`: by the link of a mail, without signing in. */
export const messageSources = [...sources, 'link'] as const;

/** Public entries of the thread. */
export const messages = sqliteTable(
  'messages',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    ticketId: text('ticket_id').notNull(),
    seq: integer('seq').notNull(),
    publicSeq: integer('public_seq').notNull(),
    authorKind: text('author_kind', { enum: ['contact', 'agent'] }).notNull(),
    authorId: text('author_id').notNull(),
    /** Markdown, as typed. */
    body: text('body').notNull(),
    /** What a mail quoted below the answer; empty otherwise. */
    quoted: text('quoted').notNull().default(''),
    via: text('via', { enum: messageSources }).notNull(),
    createdAt: integer('created_at').notNull(),
    /** When its author last changed it; NULL: never. */
    editedAt: integer('edited_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('messages_seq').on(t.tenantId, t.ticketId, t.seq),
    uniqueIndex('messages_public_seq').on(t.tenantId, t.ticketId, t.publicSeq),
    foreignKey({ columns: [t.tenantId, t.ticketId], foreignColumns: [tickets.tenantId, tickets.id] }),
  ],
);

/** What a message said before its author changed it. Agents may read it; contacts read the newest only. */
export const messageVersions = sqliteTable(
  'message_versions',
  {
    tenantId: text('tenant_id').notNull(),
    messageId: text('message_id').notNull(),
    /** 1, 2 … in the order of writing. */
    version: integer('version').notNull(),
    body: text('body').notNull(),
    /** When that text was written. */
    writtenAt: integer('written_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.messageId, t.version] }),
    foreignKey({ columns: [t.tenantId, t.messageId], foreignColumns: [messages.tenantId, messages.id] }),
  ],
);

/** Internal entries. No code for contacts reads this table. */
export const notes = sqliteTable(
  'notes',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    ticketId: text('ticket_id').notNull(),
    seq: integer('seq').notNull(),
    authorId: text('author_id').notNull(),
    body: text('body').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('notes_seq').on(t.tenantId, t.ticketId, t.seq),
    foreignKey({ columns: [t.tenantId, t.ticketId], foreignColumns: [tickets.tenantId, tickets.id] }),
    foreignKey({ columns: [t.tenantId, t.authorId], foreignColumns: [agents.tenantId, agents.id] }),
  ],
);

export const eventKinds = [
  'opened',
  'status',
  'priority',
  'assignee',
  'team',
  'tags',
  'field',
  'person',
  'edited',
] as const;

export const events = sqliteTable(
  'events',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    ticketId: text('ticket_id').notNull(),
    seq: integer('seq').notNull(),
    /** NULL: internal. */
    publicSeq: integer('public_seq'),
    kind: text('kind', { enum: eventKinds }).notNull(),
    actorKind: text('actor_kind', { enum: ['contact', 'agent', 'system'] }).notNull(),
    actorId: text('actor_id'),
    /** JSON for agents, by kind (tickets/events.ts). */
    data: text('data').notNull(),
    /** JSON of what contacts may read of it; NULL: nothing. */
    publicData: text('public_data'),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('events_seq').on(t.tenantId, t.ticketId, t.seq),
    index('events_public_seq').on(t.tenantId, t.ticketId, t.publicSeq),
    foreignKey({ columns: [t.tenantId, t.ticketId], foreignColumns: [tickets.tenantId, tickets.id] }),
  ],
);

/** How far a contact has read a ticket. */
export const readMarks = sqliteTable(
  'read_marks',
  {
    tenantId: text('tenant_id').notNull(),
    contactId: text('contact_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    publicSeq: integer('public_seq').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.contactId, t.ticketId] })],
);

/** One row per accepted form: its INSERT opens the batch of every write (DESIGN §5.6). */
export const submissions = sqliteTable(
  'submissions',
  {
    tenantId: text('tenant_id').notNull(),
    /** `contact:<id>`, `agent:<id>` or `system`. */
    actor: text('actor').notNull(),
    key: text('key').notNull(),
    bodyHash: text('body_hash').notNull(),
    result: text('result').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.actor, t.key] }), index('submissions_age').on(t.createdAt)],
);
