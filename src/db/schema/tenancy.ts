import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const tenantSettings = sqliteTable('tenant_settings', {
  tenantId: text('tenant_id').primaryKey(),
  /** Grows with every change; pages compare it with their cached copy. */
  version: integer('version').notNull(),
  status: text('status', { enum: ['active', 'suspended'] }).notNull(),
  name: text('name').notNull(),
  locale: text('locale').notNull(),
  zone: text('zone').notNull(),
  accent: text('accent').notNull(),
  /** Files (tenancy/logo.ts); NULL: the name in words. */
  logoLight: text('logo_light'),
  logoDark: text('logo_dark'),
  logoMail: text('logo_mail'),
  welcome: text('welcome').notNull(),
  /** JSON: [{"label","url"}]. */
  footerLinks: text('footer_links').notNull(),
  /** The tokens computed from the accent when the brand was saved, and the CSP hash of that text. */
  themeCss: text('theme_css').notNull(),
  themeHash: text('theme_hash').notNull(),
  solvedClosesAfterDays: integer('solved_closes_after_days').notNull(),
  createdAt: integer('created_at').notNull(),
});

export const businessHours = sqliteTable(
  'business_hours',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    zone: text('zone').notNull(),
    /** JSON: seven lists (Monday first) of ["HH:MM","HH:MM"] spans. */
    week: text('week').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);
