import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const searchKinds = ['subject', 'message', 'note', 'field', 'file'] as const;

/**
 * The texts that search looks through, one row each; kept by triggers
 * (migrations), never by code. `ticket_search` and `ticket_search_agents` are
 * the full-text indexes over them, and `id` is their order: the newest last.
 */
export const searchEntries = sqliteTable(
  'search_entries',
  {
    id: integer('id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    /** Id of what the text is of; of a field's value: ticket, field and ordinal. */
    source: text('source').notNull(),
    accountId: text('account_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    kind: text('kind', { enum: searchKinds }).notNull(),
    /** 1: for agents alone (a note, or a file of one). */
    internal: integer('internal').notNull(),
    /** Of what stands in a field: its `portal_access` decides who finds it. */
    fieldId: text('field_id'),
    body: text('body').notNull(),
    /** The body with letters of scripts that set no blanks between words parted; NULL: it has none (search-words.ts). */
    words: text('words'),
  },
  (t) => [uniqueIndex('search_entries_source').on(t.tenantId, t.source)],
);
