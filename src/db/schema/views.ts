import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Lists that customers keep: of one person, or for all of an account. */
export const views = sqliteTable(
  'views',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    accountId: text('account_id').notNull(),
    /** NULL: for everybody of the account. */
    contactId: text('contact_id'),
    name: text('name').notNull(),
    /** What stands behind the `?` of its address, canonical. */
    query: text('query').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('views_account').on(t.tenantId, t.accountId, t.contactId, t.name),
  ],
);
