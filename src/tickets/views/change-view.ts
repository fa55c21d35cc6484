import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Contact } from '#lib/actor.ts';
import { notFound } from '#lib/problem.ts';
import type { SavedView } from './view.ts';
import { deleteView, ownView, renameView } from './view-queries.ts';

/** The view, where the person may change it: their own, and as an admin the account's. */
export function findOwnView(
  scope: TenantScope,
  who: Pick<Contact, 'id' | 'accountId' | 'role'>,
  id: string,
): Statement<SavedView | null> {
  return ownView(scope, who, id);
}

/** Gives a view another name. Throws not_found where the person may not change it. */
export async function nameView(scope: TenantScope, actor: Contact, id: string, name: string): Promise<void> {
  const { changed } = await run(scope.db, { changed: renameView(scope, actor, id, name) });
  if (changed === 0) throw notFound();
}

/** Keeps a view no longer; one that is gone already is as good. Nothing of others is touched. */
export async function removeView(scope: TenantScope, actor: Contact, id: string): Promise<void> {
  await run(scope.db, { removed: deleteView(scope, actor, id) });
}
