import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

// Directory tables live in the default database only. They never join tenant
// tables and share no foreign key with them: a tenant's data may live elsewhere.

export const tenants = sqliteTable(
  'tenants',
  {
    id: text('id').primaryKey(),
    /** A small integer, part of every reply address. */
    number: integer('number').notNull(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    status: text('status', { enum: ['active', 'suspended'] }).notNull(),
    /** Name of the D1 binding that holds this tenant's tables. */
    shard: text('shard').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [uniqueIndex('tenants_number').on(t.number), uniqueIndex('tenants_slug').on(t.slug)],
);

export const hostnames = sqliteTable(
  'hostnames',
  {
    /** Lower-case IDNA ASCII form, no port, no trailing dot. */
    hostname: text('hostname').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    kind: text('kind', { enum: ['default', 'custom'] }).notNull(),
    status: text('status', { enum: ['pending', 'active', 'failed'] }).notNull(),
    /** 1 on the one host that mail links to. */
    canonical: integer('canonical').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [index('hostnames_tenant').on(t.tenantId, t.canonical)],
);

/** At which tenants an address has an agent; role and state live in `agents`. */
export const seats = sqliteTable(
  'seats',
  {
    email: text('email').notNull(),
    tenantId: text('tenant_id').notNull(),
    agentId: text('agent_id').notNull(),
    createdAt: integer('created_at').notNull(),
    /** When its holder last entered there. */
    lastUsedAt: integer('last_used_at'),
  },
  (t) => [primaryKey({ columns: [t.email, t.tenantId] }), index('seats_agent').on(t.tenantId, t.agentId)],
);

export const agentChallenges = sqliteTable(
  'agent_challenges',
  {
    /** HMAC of the token; the token itself is stored nowhere. */
    hash: text('hash').primaryKey(),
    codeHash: text('code_hash').notNull(),
    /** Keyed hash of the address typed, known or not. */
    addressHash: text('address_hash').notNull(),
    /** NULL where no mail may go out: such a row never makes a session. */
    tenantId: text('tenant_id'),
    agentId: text('agent_id'),
    /** The invitation to the tenant's agents that its use accepts, and its address; then there may be no agent yet. */
    invitationId: text('invitation_id'),
    joinsEmail: text('joins_email'),
    host: text('host').notNull(),
    returnTo: text('return_to').notNull(),
    askedFrom: text('asked_from').notNull(),
    askedAt: integer('asked_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    tries: integer('tries').notNull().default(0),
    usedAt: integer('used_at'),
    usedBy: text('used_by'),
    voidedAt: integer('voided_at'),
  },
  (t) => [
    index('agent_challenges_address').on(t.addressHash, t.askedAt),
    index('agent_challenges_expiry').on(t.expiresAt),
  ],
);

export const directoryCounters = sqliteTable(
  'directory_counters',
  {
    scopeKey: text('scope_key').notNull(),
    /** Start of the window, milliseconds. */
    window: integer('window').notNull(),
    n: integer('n').notNull(),
  },
  (t) => [primaryKey({ columns: [t.scopeKey, t.window] }), index('directory_counters_window').on(t.window)],
);

/** An agent's passkeys: by address, for one person may have seats at several tenants. */
export const agentPasskeys = sqliteTable(
  'agent_passkeys',
  {
    email: text('email').notNull(),
    /** Credential id, base64url. */
    credentialId: text('credential_id').notNull(),
    /** COSE key, base64url. */
    publicKey: text('public_key').notNull(),
    counter: integer('counter').notNull(),
    /** JSON list, as the browser named them. */
    transports: text('transports').notNull(),
    name: text('name').notNull(),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at'),
  },
  (t) => [primaryKey({ columns: [t.email, t.credentialId] }), uniqueIndex('agent_passkeys_id').on(t.credentialId)],
);

/** An agent's authenticator app (RFC 6238). */
export const agentTotp = sqliteTable('agent_totp', {
  email: text('email').primaryKey(),
  /** Sealed (lib/seal.ts). */
  secret: text('secret').notNull(),
  /** NULL until a first code has shown that the app has it. */
  confirmedAt: integer('confirmed_at'),
  /** The newest time step that was accepted: a code works once. */
  lastStep: integer('last_step').notNull(),
  createdAt: integer('created_at').notNull(),
});

export const agentRecoveryCodes = sqliteTable(
  'agent_recovery_codes',
  {
    email: text('email').notNull(),
    /** Keyed hash. */
    codeHash: text('code_hash').notNull(),
    createdAt: integer('created_at').notNull(),
    usedAt: integer('used_at'),
  },
  (t) => [primaryKey({ columns: [t.email, t.codeHash] })],
);

/** What a passkey ceremony must answer; used once. */
export const passkeyChallenges = sqliteTable(
  'passkey_challenges',
  {
    /** SHA-256 of the challenge. */
    hash: text('hash').primaryKey(),
    email: text('email').notNull(),
    purpose: text('purpose', { enum: ['register', 'sign-in'] }).notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (t) => [index('passkey_challenges_expiry').on(t.expiresAt)],
);
