import type { AnswerValue, FieldShape } from './definition.ts';

/** A field as those who build forms know it: as it is today, retired or not. */
export interface KnownField extends FieldShape {
  readonly isRetired: boolean;
  /** The field's own default. */
  readonly initial: AnswerValue | undefined;
}

/** Fields by their keys, with those that every request has. */
export type KnownFields = ReadonlyMap<string, KnownField>;

export interface Labels {
  readonly subject: string;
  readonly body: string;
  readonly priority: string;
}

/** What can be asked: what every request has, and the tenant's own fields. */
export function knownFields(
  own: readonly KnownField[],
  priorities: readonly { readonly id: string; readonly label: string }[],
  labels: Labels = { subject: 'subject', body: 'body', priority: 'priority' },
): KnownFields {
  const common = { id: '', help: '', rules: {}, access: 'write', isRetired: false, initial: undefined } as const;
  const builtIn: readonly KnownField[] = [
    { ...common, key: 'subject', type: 'text', label: labels.subject, choices: [] },
    { ...common, key: 'body', type: 'long_text', label: labels.body, choices: [] },
    { ...common, key: 'priority', type: 'select', label: labels.priority, choices: priorities },
  ];
  return new Map([...builtIn, ...own].map((field) => [field.key, field] as const));
}

/** Subject and description stand in every form, always shown and always required. */
export function isAlwaysAsked(key: string): boolean {
  return key === 'subject' || key === 'body';
}
