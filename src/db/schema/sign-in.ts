import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const sessions = sqliteTable(
  'sessions',
  {
    tenantId: text('tenant_id').notNull(),
    /** SHA-256 of the cookie's secret, base64url. */
    secretHash: text('secret_hash').notNull(),
    host: text('host').notNull(),
    /** `view-as`: an agent sees the portal as this contact, and can change nothing. */
    kind: text('kind', { enum: ['contact', 'agent', 'view-as'] }).notNull(),
    subjectId: text('subject_id').notNull(),
    /** NULL until a contact with several memberships has chosen. Always NULL for agents. */
    accountId: text('account_id'),
    challengeHash: text('challenge_hash').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    idleExpiresAt: integer('idle_expires_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
    endedAt: integer('ended_at'),
    /** What the session list shows: browser and system, and roughly where, in words. */
    device: text('device').notNull().default(''),
    place: text('place').notNull().default(''),
    /** The agent who looks; only with `view-as`. */
    viewedBy: text('viewed_by'),
    /** The same for all sessions that one sign-in of an agent has opened, at whichever tenants. */
    chain: text('chain'),
    /** `owed`: the second factor is still to come, and until then the session opens nothing else. */
    secondFactor: text('second_factor', { enum: ['none', 'owed', 'passed'] })
      .notNull()
      .default('none'),
    /** When the second factor was last given; changes of it ask for a recent one. */
    secondFactorAt: integer('second_factor_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.secretHash] }),
    uniqueIndex('sessions_challenge').on(t.tenantId, t.challengeHash),
    index('sessions_subject').on(t.tenantId, t.kind, t.subjectId),
    index('sessions_expiry').on(t.expiresAt),
  ],
);

export const signInChallenges = sqliteTable(
  'sign_in_challenges',
  {
    tenantId: text('tenant_id').notNull(),
    /** HMAC of the token; the token itself is stored nowhere. */
    hash: text('hash').notNull(),
    codeHash: text('code_hash').notNull(),
    /** Keyed hash of the address typed, known or not. */
    addressHash: text('address_hash').notNull(),
    /** NULL where no mail may go out: such a row never makes a session. */
    contactId: text('contact_id'),
    host: text('host').notNull(),
    returnTo: text('return_to').notNull(),
    /** Roughly where it was asked, in words ("Lisbon, PT"); empty if unknown. */
    askedFrom: text('asked_from').notNull(),
    askedAt: integer('asked_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    tries: integer('tries').notNull().default(0),
    usedAt: integer('used_at'),
    usedBy: text('used_by'),
    voidedAt: integer('voided_at'),
    /** An address that its use makes a contact of, or joins to an account; NULL for a plain sign-in. */
    joinsEmail: text('joins_email'),
    /** The invitation that its use accepts. */
    invitationId: text('invitation_id'),
    /** The account that a newcomer joins, or asks to join, by a confirmed domain. */
    joinsAccountId: text('joins_account_id'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.hash] }),
    index('sign_in_challenges_address').on(t.tenantId, t.addressHash, t.askedAt),
    index('sign_in_challenges_expiry').on(t.expiresAt),
  ],
);

export const counters = sqliteTable(
  'counters',
  {
    tenantId: text('tenant_id').notNull(),
    scopeKey: text('scope_key').notNull(),
    /** Start of the window, milliseconds. */
    window: integer('window').notNull(),
    n: integer('n').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.scopeKey, t.window] }), index('counters_window').on(t.window)],
);

/** What somebody had typed when their session ended or their workspace changed. */
export const drafts = sqliteTable(
  'drafts',
  {
    tenantId: text('tenant_id').notNull(),
    contactId: text('contact_id').notNull(),
    /** The path that the form posts to. */
    form: text('form').notNull(),
    /** JSON: the fields as typed. */
    fields: text('fields').notNull(),
    savedAt: integer('saved_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.contactId, t.form] }), index('drafts_expiry').on(t.expiresAt)],
);
