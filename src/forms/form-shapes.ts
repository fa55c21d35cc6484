import type { FieldShape, FormDefinition, PublishedForm } from './definition.ts';

/** What a form's questions are about, by key: what every request has, and the fields as they were published. */
export type FormShapes = ReadonlyMap<string, FieldShape>;

/** What every request has, in its reader's words. */
export interface Labels {
  readonly subject: string;
  readonly body: string;
  readonly priority: string;
}

const noLabels: Labels = { subject: '', body: '', priority: '' };

type Priorities = readonly { readonly id: string; readonly label: string }[];

export function shapesOf(
  form: Pick<PublishedForm, 'fields'>,
  priorities: Priorities,
  labels: Labels = noLabels,
): FormShapes {
  return new Map([...builtInShapes(priorities, labels), ...form.fields].map((shape) => [shape.key, shape]));
}

/** What every request has, as if they were fields. */
export function builtInShapes(priorities: Priorities, labels: Labels): readonly FieldShape[] {
  const common = { id: '', help: '', rules: {}, choices: [], access: 'write' } as const;
  return [
    { ...common, key: 'subject', type: 'text', label: labels.subject },
    { ...common, key: 'body', type: 'long_text', label: labels.body },
    { ...common, key: 'priority', type: 'select', label: labels.priority, choices: priorities },
  ];
}

/** The same form where it asks for a priority: it begins with what the form or the tenant makes of it otherwise. */
export function withUsualPriority<T extends FormDefinition>(
  form: T,
  priorities: readonly { readonly id: string; readonly isDefault: number }[],
): T {
  const known = (wanted: unknown) => priorities.find(({ id }) => id === wanted)?.id;
  const usual = known(form.outcome.priority) ?? priorities.find(({ isDefault }) => isDefault === 1)?.id;
  const sections = form.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) =>
      question.field === 'priority' ? { ...question, initial: known(question.initial) ?? usual } : question,
    ),
  }));
  return { ...form, sections };
}
