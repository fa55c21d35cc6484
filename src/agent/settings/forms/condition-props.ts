import type { Form } from '#forms/builder/form.ts';
import type { ConditionOwner } from '#forms/builder/form-edit.ts';
import type { Condition, Visibility } from '#forms/definition.ts';
import type { ConditionPart } from '#forms/form-places.ts';
import type { KnownFields } from '#forms/known-field.ts';
import type { Reader } from '#ui/reader.ts';

export interface ConditionPartProps {
  reader: Reader;
  form: Form;
  known: KnownFields;
  owner: ConditionOwner;
  /** What the section or question is called. */
  name: string;
  /** Only what is asked before it can be asked about. */
  at: number;
  part: ConditionPart;
  condition: Condition | undefined;
  /** Where the part is about being there at all. */
  visibility?: Visibility | undefined;
}

export type WithCondition = ConditionPartProps & { condition: Condition };

/** What every form of the condition sends. */
export function conditionFieldsOf({ form, owner, part }: ConditionPartProps): Readonly<Record<string, string>> {
  return { seq: String(form.seq), owner: owner.kind, id: owner.id, part };
}
