import type { TenantScope } from '#db/scopes.ts';
import { mapped, type Results, type Statement } from '#db/statement.ts';
import type { Field } from './field.ts';
import { countHolding, fieldById, formsAsking, formsByField } from './field-queries.ts';

/** Requests that hold a value are counted up to this many. */
export const mostCounted = 1000;

/** A field of the tenant; null when it has none of this id. */
export function findField(scope: TenantScope, fieldId: string): Statement<Field | null> {
  return fieldById(scope, fieldId);
}

/** Where a field is used. */
export function loadUse(scope: TenantScope, fieldId: string) {
  return { forms: formsAsking(scope, fieldId), holding: countHolding(scope, fieldId, mostCounted) };
}

/** In how many forms each field stands, drafts and what customers get, by its id. */
export function countUses(scope: TenantScope): Statement<ReadonlyMap<string, number>> {
  return mapped(formsByField(scope), (rows) => new Map(rows.map(({ fieldId, forms }) => [fieldId, forms])));
}

export type FieldUse = Results<ReturnType<typeof loadUse>>;

/** One that is used cannot be deleted. */
export function isUsed({ forms, holding }: FieldUse): boolean {
  return forms.length > 0 || holding > 0;
}
