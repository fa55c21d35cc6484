import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Agent } from '#lib/actor.ts';
import { moved } from '#lib/moved.ts';
import type { Origin } from '#lib/origin.ts';
import { mustManage } from '#lib/rights.ts';
import { fellowsOf, type Item, type Kind, type Words } from './item.ts';
import { makeUsual, placeItems, renameItem, restoreItem, retireItem } from './item-queries.ts';

/** Who changes which item; both were found in one confirmed visit. */
export interface ItemChange {
  readonly scope: TenantScope;
  readonly by: Agent;
  readonly kind: Kind;
  readonly item: Item;
  readonly origin: Origin;
}

const actions = {
  status: { changed: 'status.changed', retired: 'status.retired', restored: 'status.restored' },
  priority: { changed: 'priority.changed', retired: 'priority.retired', restored: 'priority.restored' },
  team: { changed: 'team.changed', retired: 'team.retired', restored: 'team.restored' },
} as const;

type Detail = Readonly<Record<string, string | boolean>>;

/** What agents, and of a status customers, read. */
export async function rename(change: ItemChange, words: Words): Promise<void> {
  const { scope, kind, item } = change;
  const detail = {
    ...(words.label !== item.label && { label: true }),
    ...(kind === 'status' && words.publicLabel !== item.publicLabel && { publicLabel: true }),
  };
  if (Object.keys(detail).length > 0) await record(change, renameItem(scope, kind, item.id, words), 'changed', detail);
}

/** A place up or down among those in use. `all`: all of its kind in their order. */
export async function move(change: ItemChange, all: readonly Item[], to: 'up' | 'down'): Promise<void> {
  const { scope, kind, item } = change;
  const ids = fellowsOf(all, item).map(({ id }) => id);
  const order = moved(ids, ids.indexOf(item.id), to);
  if (order === ids) return;
  await record(change, placeItems(scope, kind, order), 'changed', { what: 'order' });
}

/** Offered no more; tickets that have it keep it. `needed`: nothing else could take its place. */
export async function retire(change: ItemChange): Promise<{ readonly outcome: 'done' | 'needed' }> {
  const { scope, kind, item } = change;
  if (item.isRetired) return { outcome: 'done' };
  const changed = await record(change, retireItem(scope, kind, item.id), 'retired', {});
  return { outcome: changed === 0 ? 'needed' : 'done' };
}

export async function restore(change: ItemChange): Promise<void> {
  await record(change, restoreItem(change.scope, change.kind, change.item.id), 'restored', {});
}

/** Makes a priority the one that requests get when nobody chose. */
export async function makeDefault(change: ItemChange): Promise<void> {
  await record(change, makeUsual(change.scope, change.item.id), 'changed', { what: 'default' });
}

async function record(
  { scope, by, kind, item, origin }: ItemChange,
  write: Statement<number>,
  what: 'changed' | 'retired' | 'restored',
  detail: Detail,
): Promise<number> {
  mustManage(by);
  const action = actions[kind][what];
  const { changed } = await run(scope.db, {
    changed: write,
    entry: auditedIfChanged(scope, { action, actor: by, subjectId: item.id, detail, origin }),
  });
  return changed;
}
