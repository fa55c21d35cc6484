import { run, runIdempotent } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { FileStore } from './object-writer.ts';
import type { FileOwner } from './upload.ts';
import { deleteUnsent, findUnsent } from './upload-queries.ts';

/** Takes a file away that its owner has not sent; false where there is none. */
export async function dropUnsent(
  scope: TenantScope,
  store: Pick<FileStore, 'delete'>,
  owner: FileOwner,
  draft: string,
  id: string,
): Promise<boolean> {
  const { objectKey } = await run(scope.db, { objectKey: findUnsent(scope, owner, draft, id) });
  if (objectKey === null) return false;
  const { taken } = await runIdempotent(scope.db, { taken: deleteUnsent(scope, [id]) });
  // Sent in between: the object is the message's now.
  if (taken > 0) await store.delete(objectKey);
  return taken > 0;
}
