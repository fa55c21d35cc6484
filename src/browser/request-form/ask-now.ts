import { type Asked, ask } from '#forms/branching.ts';
import type { AnswerValue, FieldType, FormDefinition } from '#forms/definition.ts';
import { typedAnswer } from '#forms/typed-answer.ts';

/** What the server gives the page of a form (portal/new-request/form-view.ts). */
export interface Branching extends Pick<FormDefinition, 'sections'> {
  readonly types: Readonly<Record<string, FieldType>>;
}

/**
 * What the form asks, given what stands in its controls. All of them stand in the
 * page, with what their questions begin with, so that nothing is asked afresh.
 */
export function askNow({ sections, types }: Branching, typedIn: (key: string) => readonly string[]): Asked {
  const given: Record<string, AnswerValue> = {};
  const keys = sections.flatMap(({ questions }) => questions.map(({ field }) => field));
  for (const key of keys) {
    const type = Object.hasOwn(types, key) ? types[key] : undefined;
    const read = type && typedAnswer(type, typedIn(key));
    if (read?.ok && read.value !== undefined) given[key] = read.value;
  }
  return ask({ sections }, given, new Set(keys));
}
