import { run } from '#db/run.ts';
import type { ShardScope } from '#db/scopes.ts';
import { deleteOldLinks } from './link-sweep-queries.ts';

/** Deletes links that ran out long ago, at most 500; cron calls it each minute. */
export async function sweepTicketLinks(shard: ShardScope): Promise<void> {
  await run(shard.db, { links: deleteOldLinks(shard) });
}
