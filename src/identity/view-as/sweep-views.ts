import { run } from '#db/run.ts';
import type { ShardScope, TenantScope } from '#db/scopes.ts';
import { nowhere } from '#lib/origin.ts';
import { endSpentView, sayViewEnded } from './view-session-queries.ts';
import { deleteOldViewTokens, spentViews } from './view-sweep-queries.ts';

/** Deletes what nobody can use any more; gives the sessions whose time ran out, for `endSpent`. */
export async function sweepViews(
  shard: ShardScope,
): Promise<readonly { readonly tenantId: string; readonly secretHash: string }[]> {
  const { spent } = await run(shard.db, { spent: spentViews(shard), tokens: deleteOldViewTokens(shard) });
  return spent;
}

/** The session was over by itself; now the audit says so too. */
export async function endSpent(scope: TenantScope, secretHash: string): Promise<void> {
  await run(scope.db, {
    ended: endSpentView(scope, secretHash),
    said: sayViewEnded(scope, secretHash, 'time', nowhere),
  });
}
