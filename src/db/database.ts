import type { Tenant } from '#lib/tenant.ts';

/** A D1 database and what this request has asked of it. */
export interface Database {
  readonly d1: D1Database;
  /** Refuse batches whose join selects two columns of one name (tests, `npm start`). */
  readonly checkColumns: boolean;
  readonly meter: Meter;
}

/** What Server-Timing and the tests' ceilings read. */
export interface Meter {
  trips: number;
  rowsRead: number;
  rowsWritten: number;
}

export interface DatabaseEnv {
  readonly DB: D1Database;
  readonly CHECK_COLUMNS: string;
}

export function newMeter(): Meter {
  return { trips: 0, rowsRead: 0, rowsWritten: 0 };
}

/** The database that holds this tenant's tables: the one place that reads `tenant.shard`. */
export function openTenantDb(env: DatabaseEnv, tenant: Pick<Tenant, 'shard'>, meter: Meter): Database {
  return openShard(env, tenant.shard, meter);
}

/** The database of the directory tables. */
export function openDirectoryDb(env: DatabaseEnv, meter: Meter): Database {
  return openShard(env, 'DB', meter);
}

/** Every database that holds tenants, for sweeps. */
export function openShards(env: DatabaseEnv, meter: Meter): readonly Database[] {
  return [openShard(env, 'DB', meter)];
}

function openShard(env: DatabaseEnv, shard: string, meter: Meter): Database {
  const d1: unknown = shard === 'DB' ? env.DB : Reflect.get(env, shard);
  if (!isD1(d1)) throw new Error(`No D1 binding is called ${shard}`);
  return { d1, checkColumns: env.CHECK_COLUMNS === 'on', meter };
}

function isD1(value: unknown): value is D1Database {
  return typeof value === 'object' && value !== null && 'prepare' in value && 'batch' in value;
}
