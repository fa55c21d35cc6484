import { auditedIfChanged } from '#audit/audited.ts';
import { isDuplicate, run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { mustManage } from '#lib/rights.ts';
import { insertField } from './field-queries.ts';
import type { NewField } from './field-wish.ts';

/** `key_taken`: another field took the key meanwhile. `full`: the tenant has as many as it may. */
export type CreateResult = { readonly outcome: 'done' | 'key_taken' | 'full' };

/** Adds a field. Its id was made with the form, so that pressing twice makes one. */
export async function createField(
  scope: TenantScope,
  actor: Agent,
  id: string,
  field: NewField,
  origin: Origin,
): Promise<CreateResult> {
  mustManage(actor);
  const detail = { type: field.type, access: field.access };
  try {
    const { made } = await run(scope.db, {
      made: insertField(scope, id, field),
      entry: auditedIfChanged(scope, { action: 'field.added', actor, subjectId: id, detail, origin }),
    });
    return { outcome: made === 0 ? 'full' : 'done' };
  } catch (error) {
    if (!isDuplicate(error, 'fields')) throw error;
    return { outcome: /fields\.key/.test(String(error)) ? 'key_taken' : 'done' };
  }
}
