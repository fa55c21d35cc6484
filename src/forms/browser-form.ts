import { holds, isEmpty } from './branching.ts';
import { keysToAsk } from './check-answers.ts';
import type { AnswerValue, Condition, FormDefinition, Question, Section, Test, TestGroup } from './definition.ts';
import { conditionsOf, fieldsOf } from './form-places.ts';
import type { FormShapes } from './form-shapes.ts';

/** As much of a form as its conditions need. */
export type BrowserForm = Pick<FormDefinition, 'sections'>;

/**
 * A form for the browser: what decides what is shown, without a word. Of hidden
 * questions, whose fields people may not be allowed to read, neither key nor
 * value goes out: each becomes a nameless one that is there or not, and tests
 * of it become tests of that; so it is with what a form asks no more. Null where nothing depends on any answer.
 */
export function browserForm({ sections }: Pick<FormDefinition, 'sections'>): BrowserForm | null {
  const questions = sections.flatMap((section) => section.questions);
  if (![...sections, ...questions].some(({ visibility, requiredWhen }) => visibility ?? requiredWhen)) return null;
  const asked = new Set(questions.map(({ field }) => field));
  const told = conditionsOf({ sections }).flatMap(({ condition }) => fieldsOf(condition));
  // What the form does not ask (any more) never has a value.
  const hidden = new Map<string, Nameless>(
    told.filter((field) => !asked.has(field)).map((field) => [field, { name: '', value: undefined }]),
  );
  for (const { field, hidden: isHidden, initial } of questions) {
    if (isHidden) hidden.set(field, { name: `${hidden.size}`, value: initial });
  }
  return { sections: sections.map((section) => plainSection(section, hidden)) };
}

/** The same with the type of each control, as the page carries it (browser/request-form). */
export function branchingOf(form: Pick<FormDefinition, 'sections'>, shapes: FormShapes): string | null {
  const plain = browserForm(form);
  if (!plain) return null;
  const types = Object.fromEntries(keysToAsk(form).map((key) => [key, shapes.get(key)?.type]));
  return JSON.stringify({ sections: plain.sections, types });
}

/** Its name begins with a digit or is empty, which no field's key is. */
interface Nameless {
  readonly name: string;
  readonly value: AnswerValue | undefined;
}
type Hidden = ReadonlyMap<string, Nameless>;

function plainSection({ id, visibility, requiredWhen, questions }: Section, hidden: Hidden): Section {
  return {
    id,
    title: '',
    text: '',
    ...plainRules({ visibility, requiredWhen }, hidden),
    questions: questions.map((question) => plainQuestion(question, hidden)),
  };
}

function plainQuestion(question: Question, hidden: Hidden): Question {
  const { field, required } = question;
  const nameless = hidden.get(field);
  const rules = plainRules(question, hidden);
  if (!nameless) return { field, required, ...rules };
  return { field: nameless.name, required: false, ...rules, hidden: true, initial: true };
}

function plainRules({ visibility, requiredWhen }: Pick<Question, 'visibility' | 'requiredWhen'>, hidden: Hidden) {
  return {
    ...(visibility && { visibility: { effect: visibility.effect, when: plainCondition(visibility.when, hidden) } }),
    ...(requiredWhen && { requiredWhen: plainCondition(requiredWhen, hidden) }),
  };
}

function plainCondition({ match, tests }: Condition, hidden: Hidden): Condition {
  return {
    match,
    tests: tests.map((test) =>
      'tests' in test
        ? { match: test.match, tests: test.tests.map((inner) => plainTest(inner, hidden)) }
        : plainTest(test, hidden),
    ),
  };
}

/** A hidden question has its value or none, so a test of it says one thing for each. */
function plainTest(test: Test, hidden: Hidden): Test {
  const nameless = hidden.get(test.field);
  if (!nameless) return test;
  const { name, value } = nameless;
  const passes = (answers: Record<string, AnswerValue>) => holds(only(test), answers);
  const whenThere = passes(value === undefined || isEmpty(value) ? {} : { [test.field]: value });
  const whenGone = passes({});
  if (whenThere === whenGone) return { field: '', op: whenThere ? 'is_empty' : 'is_filled' };
  return { field: name, op: whenThere ? 'is_filled' : 'is_empty' };
}

function only(test: Test): TestGroup {
  return { match: 'all', tests: [test] };
}
