import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { fields } from './forms.ts';
import { tickets } from './tickets.ts';

/** What was answered when the request was sent, for ever as it was asked then. */
export const ticketAnswers = sqliteTable(
  'ticket_answers',
  {
    tenantId: text('tenant_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    formId: text('form_id').notNull(),
    version: integer('version').notNull(),
    /** JSON: {"<field key>": value}, only of what was shown. */
    answers: text('answers').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.ticketId] }),
    foreignKey({ columns: [t.tenantId, t.ticketId], foreignColumns: [tickets.tenantId, tickets.id] }),
  ],
);

/**
 * The values of a ticket's fields as they stand. One row a value; a field of
 * several choices has one for each. Either key is set, by the field's type:
 * lists filter and sort by them, newest tickets last (ids sort by time).
 */
export const ticketFieldValues = sqliteTable(
  'ticket_field_values',
  {
    tenantId: text('tenant_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    fieldId: text('field_id').notNull(),
    /** 0, or the place among several choices. */
    ordinal: integer('ordinal').notNull(),
    /** The ticket's. */
    accountId: text('account_id').notNull(),
    /** JSON of one value (forms/definition.ts). */
    value: text('value').notNull(),
    /** Folded, at most 100 characters: choices, persons, texts. */
    textKey: text('text_key'),
    /** Numbers; dates as days since 1970; checkboxes as 0 and 1. */
    numberKey: real('number_key'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.ticketId, t.fieldId, t.ordinal] }),
    index('ticket_field_values_text')
      .on(t.tenantId, t.accountId, t.fieldId, t.textKey, t.ticketId)
      .where(sql`text_key is not null`),
    index('ticket_field_values_number')
      .on(t.tenantId, t.accountId, t.fieldId, t.numberKey, t.ticketId)
      .where(sql`number_key is not null`),
    // Is a field in use?
    index('ticket_field_values_field').on(t.tenantId, t.fieldId),
    foreignKey({ columns: [t.tenantId, t.ticketId], foreignColumns: [tickets.tenantId, tickets.id] }),
    foreignKey({ columns: [t.tenantId, t.fieldId], foreignColumns: [fields.tenantId, fields.id] }),
  ],
);
