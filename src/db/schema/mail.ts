import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const mailKinds = [
  'request_received',
  'new_reply',
  'request_solved',
  'participant_added',
  'agent_new_request',
  'agent_customer_replied',
  'invitation',
  'agent_invitation',
  'access_requested',
  'access_granted',
  'address_code',
  'address_added',
  'address_removed',
  'address_main',
] as const;
export const outboxStates = ['owed', 'sending', 'sent', 'failed', 'cancelled'] as const;

/** Mail that is owed: written in the batch of the change that owes it, one row a recipient. */
export const outbox = sqliteTable(
  'outbox',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    kind: text('kind', { enum: mailKinds }).notNull(),
    recipientKind: text('recipient_kind', { enum: ['contact', 'agent', 'invitation'] }).notNull(),
    recipientId: text('recipient_id').notNull(),
    /** Empty where the mail is about none. */
    ticketId: text('ticket_id').notNull(),
    /** The message that the mail shows; NULL where it shows none. */
    messageId: text('message_id'),
    state: text('state', { enum: outboxStates }).notNull(),
    /** When it may next be tried (owed) or when its claim runs out (sending). */
    dueAt: integer('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Who claimed it; only that claim may record its end. */
    claim: text('claim'),
    /** The Message-ID that the mail service gave. */
    sentMessageId: text('sent_message_id'),
    error: text('error'),
    createdAt: integer('created_at').notNull(),
    sentAt: integer('sent_at'),
    /**
     * What the mail is about where it is no ticket: an access request's or account's
     * id, the moment of an address's proof, or the address that must be told.
     */
    subjectId: text('subject_id'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('outbox_ticket').on(t.tenantId, t.ticketId, t.createdAt),
    index('outbox_sent_message').on(t.tenantId, t.sentMessageId),
    index('outbox_due').on(t.dueAt).where(sql`state in ('owed', 'sending')`),
  ],
);

export const inboundOutcomes = ['received', 'accepted', 'filed', 'rejected'] as const;

/** One row per mail that came in, so that a second delivery changes nothing. */
export const inboundMail = sqliteTable(
  'inbound_mail',
  {
    tenantId: text('tenant_id').notNull(),
    dedupeKey: text('dedupe_key').notNull(),
    rawKey: text('raw_key').notNull(),
    outcome: text('outcome', { enum: inboundOutcomes }).notNull(),
    reason: text('reason').notNull(),
    ticketId: text('ticket_id'),
    messageId: text('message_id'),
    receivedAt: integer('received_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.dedupeKey] })],
);
