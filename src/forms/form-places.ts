import type { Condition, FormDefinition, Question, Section, Test, TestGroup } from './definition.ts';

/** Where in a form something stands; nothing: the form itself. */
export interface FormPlace {
  readonly section?: string;
  /** Key of its field. */
  readonly question?: string;
  readonly part?: ConditionPart | 'initial';
}

export type ConditionPart = 'visibility' | 'requiredWhen';

export interface PlacedQuestion {
  readonly question: Question;
  readonly section: Section;
  /** Place in the whole form, from 0. */
  readonly at: number;
}

export interface PlacedCondition {
  readonly condition: Condition;
  readonly place: FormPlace & { readonly part: ConditionPart };
  /** Only what is asked before this place can be asked about. */
  readonly at: number;
}

/** All questions in the order in which they are asked. */
export function questionsOf(form: Pick<FormDefinition, 'sections'>): readonly PlacedQuestion[] {
  return form.sections
    .flatMap((section) => section.questions.map((question) => ({ question, section })))
    .map((placed, at) => ({ ...placed, at }));
}

/** All conditions, of sections and of questions. */
export function conditionsOf(form: Pick<FormDefinition, 'sections'>): readonly PlacedCondition[] {
  const found: PlacedCondition[] = [];
  let at = 0;
  for (const section of form.sections) {
    found.push(...conditionsAt(section, { section: section.id }, at));
    for (const question of section.questions) {
      found.push(...conditionsAt(question, { section: section.id, question: question.field }, at));
      at += 1;
    }
  }
  return found;
}

function conditionsAt(
  { visibility, requiredWhen }: Pick<Question, 'visibility' | 'requiredWhen'>,
  place: FormPlace,
  at: number,
): readonly PlacedCondition[] {
  return [
    ...(visibility ? [{ condition: visibility.when, place: { ...place, part: 'visibility' } as const, at }] : []),
    ...(requiredWhen ? [{ condition: requiredWhen, place: { ...place, part: 'requiredWhen' } as const, at }] : []),
  ];
}

/** The tests of a condition, those of its groups too. */
export function testsOf(condition: Condition | undefined): readonly Test[] {
  return (condition?.tests ?? []).flatMap((test: Test | TestGroup) => ('tests' in test ? test.tests : [test]));
}

/** Keys of the fields that a condition asks about. */
export function fieldsOf(condition: Condition | undefined): readonly string[] {
  return [...new Set(testsOf(condition).map(({ field }) => field))];
}

/** Keys of the fields that decide whether a question is shown or required, its section's conditions included. */
export function dependsOn({ question, section }: Pick<PlacedQuestion, 'question' | 'section'>): readonly string[] {
  return [question, section].flatMap(({ visibility, requiredWhen }) => [
    ...fieldsOf(visibility?.when),
    ...fieldsOf(requiredWhen),
  ]);
}
