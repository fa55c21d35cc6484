import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Contact } from '#lib/actor.ts';
import { newId } from '#lib/ids.ts';
import { mustAdminister } from '#lib/rights.ts';
import { longestViewQuery, viewsMost } from './view.ts';
import { countOthers, insertView } from './view-queries.ts';

export interface NewView {
  readonly name: string;
  /** Canonical. */
  readonly query: string;
  /** For everybody of the account: its admins keep those. */
  readonly isShared: boolean;
}

/** Keeps a view; sent twice, it is there once. */
export async function saveView(
  scope: TenantScope,
  actor: Contact,
  { name, query, isShared }: NewView,
): Promise<'saved' | 'too_many' | 'too_long'> {
  if (isShared) mustAdminister(actor);
  if (query.length > longestViewQuery) return 'too_long';
  const view = { id: newId('view', scope.now), contactId: isShared ? null : actor.id, name, query };
  const { others } = await run(scope.db, {
    others: countOthers(scope, actor, view),
    saved: insertView(scope, actor, view),
  });
  return (others ?? 0) >= viewsMost ? 'too_many' : 'saved';
}
