import { audited, auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { mustManage } from '#lib/rights.ts';
import { type ChoiceEdit, type ChoicesFault, editChoices } from './choices.ts';
import type { Field } from './field.ts';
import { deleteUnused, setRetired, updateChoices, updateField, updateOrder } from './field-queries.ts';
import type { FieldWish } from './field-wish.ts';

/** Who changes which field; both were found in one confirmed visit. */
export interface FieldChange {
  readonly scope: TenantScope;
  readonly by: Agent;
  readonly field: Field;
  readonly origin: Origin;
}

/** Writes what is different. Key and type stay as they are for ever. */
export async function changeField(change: FieldChange, to: FieldWish): Promise<void> {
  mustManage(change.by);
  const detail = differences(change.field, to);
  if (Object.keys(detail).length === 0) return;
  await run(change.scope.db, {
    changed: updateField(change.scope, change.field.id, to),
    entry: entryOf(change, 'field.changed', detail),
  });
}

/** Changes one of its choices. `stale`: somebody else changed them meanwhile. */
export async function changeChoices(
  change: FieldChange,
  edit: ChoiceEdit,
): Promise<{ readonly outcome: 'done' | 'stale' } | { readonly outcome: 'fault'; readonly fault: ChoicesFault }> {
  const { scope, by, field } = change;
  mustManage(by);
  const edited = editChoices(field.choices, edit, scope.now);
  if (!edited.ok) return { outcome: 'fault', fault: edited.fault };
  if (JSON.stringify(edited.choices) === JSON.stringify(field.choices)) return { outcome: 'done' };
  const { changed } = await run(scope.db, {
    changed: updateChoices(scope, field.id, field.choices, edited.choices),
    entry: entryOf(change, 'field.changed', { what: 'choices' }),
  });
  return { outcome: changed === 0 ? 'stale' : 'done' };
}

/** Moves it to a place, from 0, among those in use. `all`: the tenant's fields in their order. */
export async function moveField(change: FieldChange, all: readonly Field[], to: number): Promise<void> {
  const { scope, by, field, origin } = change;
  mustManage(by);
  const inUse = all.filter(({ isRetired }) => !isRetired).map(({ id }) => id);
  const at = inUse.indexOf(field.id);
  if (at < 0 || at === to) return;
  const order = inUse.toSpliced(at, 1).toSpliced(to, 0, field.id);
  const detail = { what: 'order' };
  await run(scope.db, {
    moved: updateOrder(scope, order),
    entry: audited(scope, { action: 'field.changed', actor: by, subjectId: field.id, detail, origin }),
  });
}

/** Offers it nowhere any more; what stands in it stays. */
export async function retireField(change: FieldChange): Promise<void> {
  mustManage(change.by);
  await run(change.scope.db, {
    retired: setRetired(change.scope, change.field.id, change.scope.now),
    entry: entryOf(change, 'field.retired', {}),
  });
}

export async function restoreField(change: FieldChange): Promise<void> {
  mustManage(change.by);
  await run(change.scope.db, {
    restored: setRetired(change.scope, change.field.id, null),
    entry: entryOf(change, 'field.restored', {}),
  });
}

/** `used`: a form asks for it, or a request holds a value of it. */
export async function deleteField(change: FieldChange): Promise<{ readonly outcome: 'done' | 'used' }> {
  mustManage(change.by);
  const { deleted } = await run(change.scope.db, {
    deleted: deleteUnused(change.scope, change.field.id),
    entry: entryOf(change, 'field.deleted', { type: change.field.type }),
  });
  return { outcome: deleted === 0 ? 'used' : 'done' };
}

function entryOf(
  { scope, by, field, origin }: FieldChange,
  action: 'field.changed' | 'field.retired' | 'field.restored' | 'field.deleted',
  detail: Readonly<Record<string, string | boolean>>,
) {
  return auditedIfChanged(scope, { action, actor: by, subjectId: field.id, detail, origin });
}

/** Words are no matter of the audit; who may read and change is. */
function differences(from: Field, to: FieldWish): Readonly<Record<string, string | boolean>> {
  const isOther = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  return {
    ...(from.label !== to.label && { label: true }),
    ...(from.help !== to.help && { help: true }),
    ...(isOther(from.rules, to.rules) && { rules: true }),
    ...(isOther(from.initial, to.initial) && { default: true }),
    ...(from.access !== to.access && { from: from.access, to: to.access }),
    ...(from.inList !== to.inList && { inList: to.inList }),
    ...(from.neededToSolve !== to.neededToSolve && { neededToSolve: to.neededToSolve }),
  };
}
