import type { FormDefinition } from './definition.ts';
import { dependencies } from './dependencies.ts';
import { questionsOf } from './form-places.ts';
import type { KnownFields } from './known-field.ts';
import { type FormPaths, findPaths } from './paths.ts';

export interface Unreached {
  /** Keys of questions that no answers lead to. */
  readonly never: readonly string[];
  /** Keys of which that could not be told within bounds. */
  readonly unknown: readonly string[];
}

/** How often a form is asked for one question. */
const asksMost = 1000;

/**
 * The questions that no way through the form leads to. What the listed ways
 * have missed is looked for alone, among those fields that decide about it.
 */
export function findUnreached(
  form: Pick<FormDefinition, 'sections'>,
  fields: KnownFields,
  found: FormPaths = findPaths(form, fields),
): Unreached {
  const reached = new Set(found.paths.flatMap(({ asks, brings }) => [...asks, ...brings]));
  const missed = questionsOf(form)
    .map(({ question }) => question)
    // A hidden question without a value brings nothing wherever it stands.
    .filter(({ field, hidden, initial }) => !reached.has(field) && !(hidden && initial === undefined))
    .map(({ field }) => field);
  const never: string[] = [];
  const unknown: string[] = [];
  for (const field of missed) {
    const { paths, isCut } = found.isCut ? findPaths(partFor(form, field), fields, asksMost) : found;
    if (paths.some(({ asks, brings }) => asks.includes(field) || brings.includes(field))) continue;
    (isCut ? unknown : never).push(field);
  }
  return { never, unknown };
}

/** The form with that question and those alone that decide about it. */
function partFor(form: Pick<FormDefinition, 'sections'>, field: string): Pick<FormDefinition, 'sections'> {
  const needed = new Set([field, ...dependencies(form).ancestorsOf(field)]);
  return {
    sections: form.sections
      .map((section) => ({ ...section, questions: section.questions.filter((each) => needed.has(each.field)) }))
      .filter(({ questions }) => questions.length > 0),
  };
}
