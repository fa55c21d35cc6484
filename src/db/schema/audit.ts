import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Who did what, when, from where. Append-only: triggers refuse change and
 * deletion. Ids sort by time. Names and addresses are joined when read, so that
 * emptying a person empties what is said of them here.
 */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    /** `session.opened`, `membership.role_changed` … (audit/actions.ts). */
    action: text('action').notNull(),
    actorKind: text('actor_kind', { enum: ['contact', 'agent', 'system', 'unknown'] }).notNull(),
    actorId: text('actor_id'),
    /** The account that it concerns: its admins may read it. */
    accountId: text('account_id'),
    /** Whom or what it was done to; the kind is the id's prefix. */
    subjectId: text('subject_id'),
    /** JSON of plain facts (old and new role …): no names, addresses, secrets. */
    detail: text('detail').notNull(),
    /** The client's address and roughly where, as Cloudflare says; empty where nobody asked. */
    client: text('client').notNull(),
    place: text('place').notNull(),
    device: text('device').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('audit_entries_action').on(t.tenantId, t.action, t.id),
    index('audit_entries_actor').on(t.tenantId, t.actorId, t.id),
    index('audit_entries_account').on(t.tenantId, t.accountId, t.id),
    index('audit_entries_subject').on(t.tenantId, t.subjectId, t.id),
  ],
);
