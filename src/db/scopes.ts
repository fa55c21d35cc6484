import type { Tenant } from '#lib/tenant.ts';
import type { Database } from './database.ts';
import type { Given } from './slot.ts';

/**
 * The right to ask about one tenant's data. Made in four places only: from the
 * hostname, a mail's address, a queue or cron message, an agent's cookie.
 */
export interface TenantScope {
  readonly db: Database;
  readonly tenant: Tenant;
  /** One clock a request, milliseconds UTC. */
  readonly now: number;
  /** Called when the database shows newer settings than `tenant` was made from. */
  readonly onNewVersion: (version: number) => void;
}

/** What parts of statements ask of a TenantScope: its values, or slots for them. */
export interface GivenScope {
  readonly tenant: { readonly id: Given<string> };
  readonly now: Given<number>;
}

/** The right to ask about the directory: which tenants, hosts and seats there are. */
export interface DirectoryScope {
  readonly db: Database;
  readonly now: number;
}

/** One database across its tenants, for sweeps: gives ids, at most 500, never content. */
export interface ShardScope {
  readonly db: Database;
  readonly now: number;
}
