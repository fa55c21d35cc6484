import type {
  Answers,
  AnswerValue,
  Condition,
  FormDefinition,
  Question,
  Section,
  Test,
  TestGroup,
  Visibility,
} from './definition.ts';

/** What a form asks, given the answers so far. */
export interface Asked {
  /** Keys of the questions that are shown, in the form's order. */
  readonly shown: readonly string[];
  /** Of those, the keys that must be answered. */
  readonly required: readonly string[];
  /** Ids of the sections that show at least one question. */
  readonly sections: readonly string[];
  /** The answers that count: of shown questions, with what they begin with on their first show, and of hidden ones. */
  readonly answers: Answers;
}

/**
 * The one place that decides what a form asks: on the server, and the same file
 * in the browser. An answer to a question that is not shown does not count, for
 * later conditions neither. `shownBefore`: keys that the person has seen already;
 * what they left empty there stays empty.
 */
export function ask(
  form: Pick<FormDefinition, 'sections'>,
  given: Answers,
  shownBefore: ReadonlySet<string> = new Set(),
): Asked {
  const shown: string[] = [];
  const required: string[] = [];
  const answers: Record<string, AnswerValue> = {};
  const open = form.sections.filter((section) => {
    if (!isVisible(section.visibility, answers)) return false;
    const before = shown.length;
    askSection(section, { given, shownBefore, shown, required, answers });
    return shown.length > before;
  });
  return { shown, required, sections: open.map(({ id }) => id), answers };
}

interface Asking {
  readonly given: Answers;
  readonly shownBefore: ReadonlySet<string>;
  readonly shown: string[];
  readonly required: string[];
  readonly answers: Record<string, AnswerValue>;
}

function askSection(section: Section, asking: Asking): void {
  const allRequired = isMet(section.requiredWhen, asking.answers);
  for (const question of section.questions) {
    if (!isVisible(question.visibility, asking.answers)) continue;
    const value = question.hidden ? question.initial : askQuestion(question, allRequired, asking);
    if (value !== undefined && !isEmpty(value)) asking.answers[question.field] = value;
  }
}

function askQuestion(question: Question, allRequired: boolean, asking: Asking): AnswerValue | undefined {
  const { field, initial } = question;
  asking.shown.push(field);
  if (question.required || allRequired || isMet(question.requiredWhen, asking.answers)) asking.required.push(field);
  return answerOf(asking.given, field) ?? (asking.shownBefore.has(field) ? undefined : initial);
}

function isMet(condition: Condition | undefined, answers: Answers): boolean {
  return condition !== undefined && holds(condition, answers);
}

/** An own property only: a key may be called `constructor`. */
export function answerOf(answers: Answers, field: string): AnswerValue | undefined {
  return Object.hasOwn(answers, field) ? answers[field] : undefined;
}

/** A box that is not ticked is no answer: who must tick it has not. */
export function isEmpty(value: AnswerValue | undefined): boolean {
  return value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);
}

function isVisible(visibility: Visibility | undefined, answers: Answers): boolean {
  return visibility === undefined || holds(visibility.when, answers) === (visibility.effect === 'show');
}

/** A condition without tests holds. */
export function holds(condition: Condition | TestGroup, answers: Answers): boolean {
  const { match, tests } = condition;
  if (tests.length === 0) return true;
  const passes = (test: Test | TestGroup) => ('tests' in test ? holds(test, answers) : testHolds(test, answers));
  return match === 'all' ? tests.every(passes) : tests.some(passes);
}

function testHolds({ field, op, value }: Test, answers: Answers): boolean {
  const answer = answerOf(answers, field);
  switch (op) {
    case 'is_empty':
      return isEmpty(answer);
    case 'is_filled':
      return !isEmpty(answer);
    case 'equals':
      return isSame(answer, value);
    case 'not':
      return !isSame(answer, value);
    case 'one_of':
      return listOf(value).some((each) => listOf(answer).some((one) => isSame(one, each)));
    case 'contains':
      return contains(answer, value);
    case 'greater':
      return typeof answer === 'number' && typeof value === 'number' && answer > value;
    case 'less':
      return typeof answer === 'number' && typeof value === 'number' && answer < value;
    // Days as YYYY-MM-DD sort as text.
    case 'before':
      return typeof answer === 'string' && typeof value === 'string' && answer !== '' && answer < value;
    case 'after':
      return typeof answer === 'string' && typeof value === 'string' && answer > value;
  }
}

function isSame(answer: AnswerValue | undefined, value: AnswerValue | undefined): boolean {
  if (typeof value === 'boolean') return (answer ?? false) === value;
  if (Array.isArray(answer) || Array.isArray(value)) {
    const [a, b] = [new Set(listOf(answer)), new Set(listOf(value))];
    return a.size === b.size && [...a].every((one) => b.has(one));
  }
  if (typeof answer === 'string' && typeof value === 'string') return folded(answer) === folded(value);
  return answer !== undefined && answer === value;
}

function contains(answer: AnswerValue | undefined, value: AnswerValue | undefined): boolean {
  if (typeof answer === 'string' && typeof value === 'string') return folded(answer).includes(folded(value));
  const chosen = listOf(answer);
  const wanted = listOf(value);
  return wanted.length > 0 && wanted.every((one) => chosen.includes(one));
}

function listOf(value: AnswerValue | undefined): readonly (string | number | boolean)[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [value];
}

/** Capitals and composed letters make no difference to people. */
function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().trim();
}
