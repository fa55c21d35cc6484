import { run } from '#db/run.ts';
import type { DirectoryScope, ShardScope } from '#db/scopes.ts';
import {
  deleteOldAddressProofs,
  deleteOldAgentChallenges,
  deleteOldChallenges,
  deleteOldCounters,
  deleteOldDirectoryCounters,
  deleteOldDrafts,
  deleteOldPasskeyChallenges,
  deleteOldSessions,
} from './sign-in-sweep-queries.ts';

/** Deletes what sign-in leaves behind in one database, at most 500 rows a table; cron calls it each minute. */
export async function sweepSignIn(shard: ShardScope): Promise<void> {
  await run(shard.db, {
    challenges: deleteOldChallenges(shard),
    sessions: deleteOldSessions(shard),
    counters: deleteOldCounters(shard),
    drafts: deleteOldDrafts(shard),
    proofs: deleteOldAddressProofs(shard),
  });
}

/** The same for the directory. */
export async function sweepDirectorySignIn(directory: DirectoryScope): Promise<void> {
  await run(directory.db, {
    challenges: deleteOldAgentChallenges(directory),
    passkeys: deleteOldPasskeyChallenges(directory),
    counters: deleteOldDirectoryCounters(directory),
  });
}
