import { auditedIfChanged } from '#audit/audited.ts';
import { isDuplicate, run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { mustManage } from '#lib/rights.ts';
import type { Category } from '../status-rules.ts';
import type { Kind, Words } from './item.ts';
import { insertItem } from './item-queries.ts';

const actions = { status: 'status.added', priority: 'priority.added', team: 'team.added' } as const;

export interface NewItem {
  readonly kind: Kind;
  /** Made with the form, so that pressing twice adds one. */
  readonly id: string;
  readonly words: Words;
  readonly category: Category | null;
}

/** `full`: the tenant has as many as it may. */
export async function addItem(
  scope: TenantScope,
  actor: Agent,
  { kind, id, words, category }: NewItem,
  origin: Origin,
): Promise<{ readonly outcome: 'done' | 'full' }> {
  mustManage(actor);
  const action = actions[kind];
  try {
    const { added } = await run(scope.db, {
      added: insertItem(scope, kind, id, words, category),
      entry: auditedIfChanged(scope, { action, actor, subjectId: id, detail: category ? { category } : {}, origin }),
    });
    return { outcome: added === 0 ? 'full' : 'done' };
  } catch (error) {
    if (!isDuplicate(error, { status: 'statuses', priority: 'priorities', team: 'teams' }[kind])) throw error;
    return { outcome: 'done' };
  }
}
