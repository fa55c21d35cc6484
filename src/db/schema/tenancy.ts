import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const newcomerPolicies = ['known', 'domains', 'requests'] as const;
/** Whom a contact may add to a request: nobody, people of the account, or any address. */
export const participantPolicies = ['nobody', 'colleagues', 'anyone'] as const;
export const handoffCreations = ['nothing', 'contacts', 'accounts'] as const;

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
  /** Who may become a contact by signing in: nobody new, people of a confirmed domain, or those after an admin's yes. */
  newcomers: text('newcomers', { enum: newcomerPolicies }).notNull().default('known'),
  /** 1: links in notifications open their one request without signing in. */
  ticketLinks: integer('ticket_links').notNull().default(1),
  /** Where the tenant's own product signs people in; NULL: nowhere. */
  remoteSignInUrl: text('remote_sign_in_url'),
  /** 1: the sign-in page goes there at once. */
  remoteSignInAtOnce: integer('remote_sign_in_at_once').notNull().default(0),
  /** What a hand-off may create. */
  handoffCreates: text('handoff_creates', { enum: handoffCreations }).notNull().default('nothing'),
  /** 1: agents without a second factor get no further than setting one up. */
  secondFactorRequired: integer('second_factor_required').notNull().default(0),
  /** 1: agents' sessions last 12 hours, and 1 without use. */
  shortAgentSessions: integer('short_agent_sessions').notNull().default(0),
  participants: text('participants', { enum: participantPolicies }).notNull().default('colleagues'),
  /** Bytes of files that the tenant may keep. */
  storageQuota: integer('storage_quota').notNull().default(10_737_418_240),
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
