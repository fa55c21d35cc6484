import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Contact } from '#lib/actor.ts';
import { notFound } from '#lib/problem.ts';
import { mustAdminister } from '#lib/rights.ts';
import type { SavedView } from './view.ts';
import { deleteView, ownView, updateView } from './view-queries.ts';

/** The view, where the person may change it: their own, and as an admin the account's. */
export function findOwnView(
  scope: TenantScope,
  who: Pick<Contact, 'id' | 'accountId' | 'role'>,
  id: string,
): Statement<SavedView | null> {
  return ownView(scope, who, id);
}

/** Gives a view another name, and makes it everybody's of the account or the person's own. Throws not_found where they may not change it. */
export async function changeView(
  scope: TenantScope,
  actor: Contact,
  view: SavedView,
  { name, isShared }: Pick<SavedView, 'name' | 'isShared'>,
): Promise<'changed' | 'too_many'> {
  if (isShared) mustAdminister(actor);
  const contactId = isShared ? null : actor.id;
  const { changed, left } = await run(scope.db, {
    changed: updateView(scope, actor, view.id, { name, contactId }),
    left: ownView(scope, actor, view.id),
  });
  if (changed > 0) return 'changed';
  // Their own place among the views is theirs already: only another one may be full.
  if (!left || isShared === view.isShared) throw notFound();
  return 'too_many';
}

/** Keeps a view no longer; one that is gone already is as good. Nothing of others is touched. */
export async function removeView(scope: TenantScope, actor: Contact, id: string): Promise<void> {
  await run(scope.db, { removed: deleteView(scope, actor, id) });
}
