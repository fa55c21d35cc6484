import { foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { contacts } from './people.ts';

export const handoffAlgorithms = ['HS256', 'RS256', 'PS256', 'ES256', 'EdDSA'] as const;

/** A key that the tenant's own product signs with. Its algorithm never changes. */
export const handoffKeys = sqliteTable(
  'handoff_keys',
  {
    tenantId: text('tenant_id').notNull(),
    kid: text('kid').notNull(),
    name: text('name').notNull(),
    algorithm: text('algorithm', { enum: handoffAlgorithms }).notNull(),
    issuer: text('issuer').notNull(),
    /** Exactly one of the three: a sealed secret (lib/seal.ts), a public key (JWK), where a JWKS lies. */
    secret: text('secret'),
    publicKey: text('public_key'),
    jwksUrl: text('jwks_url'),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at'),
    revokedAt: integer('revoked_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.kid] })],
);

/** Tokens that were used: each once. */
export const handoffUses = sqliteTable(
  'handoff_uses',
  {
    tenantId: text('tenant_id').notNull(),
    issuer: text('issuer').notNull(),
    /** SHA-256 of the claim. */
    jtiHash: text('jti_hash').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.issuer, t.jtiHash] }), index('handoff_uses_expiry').on(t.expiresAt)],
);

/** A checked hand-off on its way to the page that sees the session cookie; for a minute. */
export const handoffArrivals = sqliteTable(
  'handoff_arrivals',
  {
    tenantId: text('tenant_id').notNull(),
    /** SHA-256 of the cookie's value. */
    hash: text('hash').notNull(),
    contactId: text('contact_id').notNull(),
    accountId: text('account_id'),
    host: text('host').notNull(),
    returnTo: text('return_to').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
    usedBy: text('used_by'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.hash] }), index('handoff_arrivals_expiry').on(t.expiresAt)],
);

/** Why tokens were refused, the newest twenty; never a word of the token. */
export const handoffRefusals = sqliteTable(
  'handoff_refusals',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    reason: text('reason').notNull(),
    kid: text('kid'),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** Who somebody is in the tenant's own product: per issuer, for two may use one name. */
export const contactSubjects = sqliteTable(
  'contact_subjects',
  {
    tenantId: text('tenant_id').notNull(),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    contactId: text('contact_id').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.issuer, t.subject] }),
    index('contact_subjects_contact').on(t.tenantId, t.contactId),
    foreignKey({ columns: [t.tenantId, t.contactId], foreignColumns: [contacts.tenantId, contacts.id] }),
  ],
);
