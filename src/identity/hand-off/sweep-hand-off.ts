import { run } from '#db/run.ts';
import type { ShardScope } from '#db/scopes.ts';
import { deleteOldArrivals, deleteOldUses } from './hand-off-sweep-queries.ts';

/** Deletes what hand-offs leave behind in one database, at most 500 rows a table; cron calls it each minute. */
export async function sweepHandOff(shard: ShardScope): Promise<void> {
  await run(shard.db, { uses: deleteOldUses(shard), arrivals: deleteOldArrivals(shard) });
}
