import type { AnswerValue, FieldShape } from './definition.ts';
import { builtInShapes, type Labels } from './form-shapes.ts';

/** A field as those who build forms know it: as it is today, retired or not. */
export interface KnownField extends FieldShape {
  readonly isRetired: boolean;
  /** The field's own default. */
  readonly initial: AnswerValue | undefined;
}

/** Fields by their keys, with those that every request has. */
export type KnownFields = ReadonlyMap<string, KnownField>;

/** What can be asked: what every request has, and the tenant's own fields. */
export function knownFields(
  own: readonly KnownField[],
  priorities: readonly { readonly id: string; readonly label: string }[],
  labels: Labels = { subject: 'subject', body: 'body', priority: 'priority' },
): KnownFields {
  const builtIn = builtInShapes(priorities, labels).map((shape) => ({
    ...shape,
    isRetired: false,
    initial: undefined,
  }));
  return new Map([...builtIn, ...own].map((field) => [field.key, field] as const));
}

/** Subject and description stand in every form, always shown and always required. */
export function isAlwaysAsked(key: string): boolean {
  return key === 'subject' || key === 'body';
}
