import { checkConditions } from './check-conditions.ts';
import type { FormDefinition, Section } from './definition.ts';
import { formLimits } from './definition-shape.ts';
import type { FormFault } from './form-fault.ts';
import { type PlacedQuestion, questionsOf } from './form-places.ts';
import { isAlwaysAsked, type KnownFields } from './known-field.ts';
import { checkAnswer } from './read-answer.ts';
import { findUnreached } from './unreached.ts';

/** What a form may name besides fields: ids that are there today. */
export interface FormMeans {
  readonly fields: KnownFields;
  readonly priorities: ReadonlySet<string>;
  readonly teams: ReadonlySet<string>;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** Everything that keeps a form from being published, in the order in which it stands in the form. */
export function checkDefinition(form: FormDefinition, means: FormMeans): readonly FormFault[] {
  const order = checkConditions(form, means.fields);
  const faults = [
    ...checkForm(form, means),
    ...form.sections.flatMap((section) => checkSection(section, form.sections.length)),
    ...questionsOf(form).flatMap((placed) => checkQuestion(placed, means)),
    ...order,
  ];
  // Ways through a form are only to be found where nothing waits for what comes later.
  return order.length > 0 ? faults : [...faults, ...unreachable(form, means.fields)];
}

function checkForm(form: FormDefinition, { priorities, teams }: FormMeans): readonly FormFault[] {
  const asked = questionsOf(form).map(({ question }) => question.field);
  const twice = asked.filter((field, i) => asked.indexOf(field) !== i);
  const { priority, team } = form.outcome;
  const place = {};
  return [
    ...(asked.includes('subject') ? [] : [{ code: 'subject_missing', place, fields: ['subject'] } as const]),
    ...(asked.includes('body') ? [] : [{ code: 'body_missing', place, fields: ['body'] } as const]),
    ...twice.map((field) => ({ code: 'asked_twice', place: { question: field }, fields: [field] }) as const),
    ...(asked.length > formLimits.questions ? [{ code: 'too_many_questions', place, fields: [] } as const] : []),
    ...(priority && !priorities.has(priority) ? [{ code: 'priority_gone', place, fields: [] } as const] : []),
    ...(team && !teams.has(team) ? [{ code: 'team_gone', place, fields: [] } as const] : []),
  ];
}

function checkSection({ id, title, questions }: Section, sections: number): readonly FormFault[] {
  const place = { section: id };
  return [
    ...(questions.length === 0 ? [{ code: 'section_empty', place, fields: [] } as const] : []),
    ...(title === '' && sections > 1 ? [{ code: 'title_missing', place, fields: [] } as const] : []),
  ];
}

function checkQuestion(placed: PlacedQuestion, means: FormMeans): readonly FormFault[] {
  const { question, section } = placed;
  const place = { section: section.id, question: question.field };
  const fields = [question.field];
  const field = means.fields.get(question.field);
  if (!field) return [{ code: 'unknown_field', place, fields }];
  if (field.isRetired) return [{ code: 'retired_field', place, fields }];
  if (isAlwaysAsked(question.field)) return isAlways(placed) ? [] : [{ code: 'always_asked', place, fields }];
  const start = question.initial ?? field.initial;
  // Whose people a form's customer knows is not known here: nobody in particular can stand in it from the beginning.
  const isFit = start === undefined || checkAnswer(field, start, { today: means.today, people: [] }).ok;
  return [
    ...(field.access === 'none' && !question.hidden ? [{ code: 'unreadable_field', place, fields } as const] : []),
    ...(question.hidden && start === undefined ? [{ code: 'hidden_empty', place, fields } as const] : []),
    ...(isFit ? [] : [{ code: 'initial_misfit', place: { ...place, part: 'initial' }, fields } as const]),
  ];
}

/** Nothing may hide what every request needs. */
function isAlways({ question, section }: PlacedQuestion): boolean {
  return question.required && !question.hidden && !question.visibility && !section.visibility;
}

function unreachable(form: FormDefinition, fields: KnownFields): readonly FormFault[] {
  const never = new Set(findUnreached(form, fields).never);
  return questionsOf(form)
    .filter(({ question }) => never.has(question.field) && !question.hidden)
    .filter(({ question, section }) => question.required || question.requiredWhen || section.requiredWhen)
    .map(({ question, section }) => ({
      code: 'unreachable_required',
      place: { section: section.id, question: question.field },
      fields: [question.field],
    }));
}
