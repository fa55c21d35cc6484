import { run } from '#db/run.ts';
import type { ShardScope } from '#db/scopes.ts';
import { deleteOldSubmissions } from './submission-sweep-queries.ts';

/** Forgets in one database which forms were sent long ago; cron calls it each minute. */
export async function sweepSubmissions(shard: ShardScope): Promise<void> {
  await run(shard.db, { submissions: deleteOldSubmissions(shard) });
}
