import { type Asked, answerOf, ask, isEmpty } from './branching.ts';
import type { AnswerValue, FieldShape, FormDefinition } from './definition.ts';
import type { FormShapes } from './form-shapes.ts';
import { type AnswerContext, type AnswerFault, readAnswer } from './read-answer.ts';
import type { SeenQuestions } from './seen-questions.ts';
import { typedAnswer, typedOf } from './typed-answer.ts';

/** What a form makes of what was typed. */
export interface CheckedAnswers {
  readonly asked: Asked;
  /** By key, of questions that are shown: what cannot stand, and what is missing where it was asked before. */
  readonly faults: Readonly<Record<string, AnswerFault>>;
  /** Keys of questions that the answers have brought up and the page did not show. */
  readonly revealed: readonly string[];
}

export interface TypedForm {
  /** As they came: each question's under its key. */
  readonly fields: Readonly<Record<string, string>>;
  /** Null where the page does not say. */
  readonly seen: SeenQuestions | null;
}

/**
 * Decides what a form asks and whether that has been answered. For conditions an
 * answer counts as it was typed, whether it can stand or not: the browser knows no
 * more of it, and what is wrong is not sent anyway.
 */
export function checkAnswers(
  form: Pick<FormDefinition, 'sections'>,
  shapes: FormShapes,
  { fields, seen }: TypedForm,
  context: Context,
): CheckedAnswers {
  const { given, wrong } = readAnswers(form, shapes, fields, context);
  // What came empty was emptied by somebody.
  const asked = ask(form, given, new Set([...(seen?.ever ?? []), ...Object.keys(fields)]));
  const revealed = seen === null ? [] : asked.shown.filter((key) => !seen.last.has(key));
  const faults: Record<string, AnswerFault> = {};
  for (const key of asked.shown) {
    const fault = wrong.get(key) ?? (isMissing(key, asked, revealed) ? 'required' : undefined);
    if (fault) faults[key] = fault;
  }
  return { asked, faults, revealed };
}

type Context = Omit<AnswerContext, 'current'>;

function readAnswers(
  form: Pick<FormDefinition, 'sections'>,
  shapes: FormShapes,
  fields: TypedForm['fields'],
  context: Context,
) {
  const given: Record<string, AnswerValue> = {};
  const wrong = new Map<string, AnswerFault>();
  for (const key of keysToAsk(form)) {
    const shape = shapes.get(key);
    if (!shape) continue;
    const typed = typedFor(shape, fields);
    const read = readAnswer(shape, typed, context);
    if (!read.ok) wrong.set(key, read.fault);
    const value = read.ok ? read : typedAnswer(shape.type, typed);
    if (value.ok && value.value !== undefined) given[key] = value.value;
  }
  return { given, wrong };
}

/** Only fields of the tenant's own may come several times. */
export function typedFor(shape: Pick<FieldShape, 'id' | 'key'>, fields: TypedForm['fields']): readonly string[] {
  return shape.id === '' ? [fields[shape.key] ?? ''] : typedOf(shape, fields);
}

/** Of the questions that people answer: hidden ones take nothing from outside. */
export function keysToAsk({ sections }: Pick<FormDefinition, 'sections'>): readonly string[] {
  return sections.flatMap(({ questions }) => questions.flatMap(({ field, hidden }) => (hidden ? [] : [field])));
}

function isMissing(key: string, { required, answers }: Asked, revealed: readonly string[]): boolean {
  return required.includes(key) && !revealed.includes(key) && isEmpty(answerOf(answers, key));
}
