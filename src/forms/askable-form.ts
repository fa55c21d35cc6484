import type { AnswerValue, FieldShape, PublishedForm, Question, Section } from './definition.ts';
import type { FieldStandings } from './field-standing.ts';

/** A question that a page of the form may have shown, and that may not be asked any more. */
export interface FormerQuestion {
  readonly shape: FieldShape;
  /** Contacts may read the field still, its words too. */
  readonly isReadable: boolean;
}

export interface AskableForm<T extends PublishedForm> {
  readonly form: T;
  /** What it asked when it was published and asks no more. */
  readonly former: readonly FormerQuestion[];
}

/**
 * What a published form may ask today. A version stays as it was published, but
 * a field may have been shut to contacts or retired since: then it is neither
 * asked nor answered, and conditions find it empty. Retired choices are offered no more.
 */
export function askableForm<T extends PublishedForm>(published: T, standings: FieldStandings): AskableForm<T> {
  const fields = published.fields.map((shape) => shapeToday(shape, standings));
  const shapes = new Map(fields.map((shape) => [shape.key, shape] as const));
  const sections = published.sections
    .map((section) => sectionToday(section, shapes, standings))
    .filter(({ questions }, at) => questions.length > 0 || published.sections[at]?.questions.length === 0);
  const left = new Set(sections.flatMap(({ questions }) => questions.map(({ field }) => field)));
  return {
    form: { ...published, sections, fields: fields.filter(({ key }) => left.has(key)) },
    former: formerQuestions(published, standings).filter(({ shape }) => !left.has(shape.key)),
  };
}

/** Every question that a version showed, of the tenant's own fields. */
export function formerQuestions(published: PublishedForm, standings: FieldStandings): readonly FormerQuestion[] {
  const shown = new Set(
    published.sections.flatMap(({ questions }) => questions.flatMap(({ field, hidden }) => (hidden ? [] : [field]))),
  );
  return published.fields
    .filter(({ key }) => shown.has(key))
    .map((shape) => ({ shape, isReadable: standings.get(shape.id)?.isReadable ?? false }));
}

function shapeToday(shape: FieldShape, standings: FieldStandings): FieldShape {
  const retired = standings.get(shape.id)?.retiredChoices ?? [];
  if (retired.length === 0) return shape;
  const choices = shape.choices.map((choice) => (retired.includes(choice.id) ? { ...choice, retired: true } : choice));
  const { minChosen } = shape.rules;
  // Nobody can choose more than there is.
  const rules =
    minChosen === undefined ? shape.rules : { ...shape.rules, minChosen: Math.min(minChosen, offered(choices)) };
  return { ...shape, choices, rules };
}

function offered(choices: FieldShape['choices']): number {
  return choices.filter(({ retired }) => !retired).length;
}

function sectionToday(section: Section, shapes: ReadonlyMap<string, FieldShape>, standings: FieldStandings): Section {
  const questions = section.questions.flatMap((question) => {
    const shape = shapes.get(question.field);
    // What every request has is no field of the tenant's.
    if (!shape) return [question];
    return isAskable(question, shape, standings) ? [withInitialToday(question, shape)] : [];
  });
  return { ...section, questions };
}

/** A field that is gone is asked no more than a retired one. */
function isAskable({ hidden }: Question, shape: FieldShape, standings: FieldStandings): boolean {
  const standing = standings.get(shape.id);
  if (!standing || standing.isRetired) return false;
  if (hidden) return true;
  const isChosen = shape.type === 'select' || shape.type === 'multi_select';
  return standing.isReadable && !(isChosen && offered(shape.choices) === 0);
}

function withInitialToday(question: Question, { type, choices }: FieldShape): Question {
  const { initial } = question;
  if (initial === undefined || (type !== 'select' && type !== 'multi_select')) return question;
  return { ...question, initial: withoutRetired(initial, choices) };
}

function withoutRetired(initial: AnswerValue, choices: FieldShape['choices']): AnswerValue | undefined {
  const isOffered = (id: unknown) => choices.some((choice) => choice.id === id && !choice.retired);
  if (typeof initial !== 'object') return isOffered(initial) ? initial : undefined;
  const kept = initial.filter(isOffered);
  return kept.length > 0 ? kept : undefined;
}
