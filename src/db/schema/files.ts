import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/**
 * Files in R2. A row is made when the whole file has arrived; until it is
 * attached to an entry only its owner can use it, and a day later it is swept.
 */
export const attachments = sqliteTable(
  'attachments',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    ownerKind: text('owner_kind', { enum: ['contact', 'agent'] }).notNull(),
    ownerId: text('owner_id').notNull(),
    /** The key of the form that it was uploaded for (submissions). */
    draft: text('draft').notNull(),
    /** NULL until sent. Then the ticket, and where on it: a message, a note, or a field's value. */
    ticketId: text('ticket_id'),
    place: text('place', { enum: ['message', 'note', 'field'] }),
    /** Id of the message, note or field. */
    placeId: text('place_id'),
    ordinal: integer('ordinal').notNull().default(0),
    /** As given, cleaned; only ever shown, never a path. */
    name: text('name').notNull(),
    /** Bytes. */
    size: integer('size').notNull(),
    /** Found in the content; `application/octet-stream` where nothing was. */
    type: text('type').notNull(),
    /** Pixels, of images that are shown in the page. */
    width: integer('width'),
    height: integer('height'),
    /** Random; says nothing of the file. */
    objectKey: text('object_key').notNull(),
    sha256: text('sha256'),
    /** For a scanner to come: nothing sets another state yet. */
    scanState: text('scan_state', { enum: ['unscanned', 'clean', 'blocked'] })
      .notNull()
      .default('unscanned'),
    createdAt: integer('created_at').notNull(),
    attachedAt: integer('attached_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('attachments_ticket').on(t.tenantId, t.ticketId, t.place, t.placeId, t.ordinal),
    index('attachments_draft').on(t.tenantId, t.ownerKind, t.ownerId, t.draft),
    uniqueIndex('attachments_object').on(t.tenantId, t.objectKey),
    // What one person keeps unsent.
    index('attachments_owner_unsent').on(t.tenantId, t.ownerKind, t.ownerId, t.draft).where(sql`attached_at is null`),
    // The sweep of what was never sent.
    index('attachments_unsent').on(t.createdAt).where(sql`attached_at is null`),
  ],
);

/** Bytes that a tenant keeps; kept by triggers (migrations). */
export const storageCounts = sqliteTable('storage_counts', {
  tenantId: text('tenant_id').primaryKey(),
  bytes: integer('bytes').notNull(),
  files: integer('files').notNull(),
});
