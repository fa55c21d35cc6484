import { run, runList } from '#db/run.ts';
import type { ShardScope } from '#db/scopes.ts';
import type { FileStore } from './object-writer.ts';
import { deleteIfUnsent, listUnsent } from './unsent-sweep-queries.ts';

/** At a time: R2 deletes as many objects in one call. */
const most = 200;

/**
 * Takes away what was uploaded and never sent, a day later: the objects first,
 * for a row that is left finds its object again, and an object without a row
 * nobody would.
 */
export async function sweepUnsent(shard: ShardScope, store: Pick<FileStore, 'delete'>): Promise<void> {
  const { due } = await run(shard.db, { due: listUnsent(shard, most) });
  if (due.length === 0) return;
  await store.delete(due.map(({ objectKey }) => objectKey));
  await runList(
    shard.db,
    due.map((file) => deleteIfUnsent(shard, file)),
  );
}
