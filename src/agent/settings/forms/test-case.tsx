import * as z from 'zod';
import { ask } from '#forms/branching.ts';
import { dropTest, keepTest } from '#forms/builder/change-tests.ts';
import type { Answers, FormTest } from '#forms/definition.ts';
import { formLimits } from '#forms/definition-shape.ts';
import { conditionsOf, fieldsOf, questionsOf } from '#forms/form-places.ts';
import { findPaths } from '#forms/paths.ts';
import { readAnswer } from '#forms/read-answer.ts';
import type { AppContext } from '#http/context.ts';
import type { Fields } from '#http/fields.ts';
import { readForm } from '#http/read-form.ts';
import { encodeBase32 } from '#lib/ids.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { severalOf } from '#lib/several.ts';
import { cleanLine, shorten } from '#lib/text.ts';
import { sendPartPage } from './part-page.tsx';
import { type FormVisit, formHref, labelOf, leaveFor, visitForm, workOf } from './place.ts';
import { TestForm } from './test-form.tsx';

/** GET …/tests/new?way=: an empty case, or one of a way through the form. */
export async function showNewTestCase(c: AppContext): Promise<Response> {
  const visit = await visitForm(c);
  const way = Number(c.req.query('way'));
  const id = `t${encodeBase32(crypto.getRandomValues(new Uint8Array(8)))}`;
  return page(c, visit, Number.isSafeInteger(way) && way > 0 ? testOfWay(visit, id, way) : { ...empty, id }, false);
}

/** GET …/tests/:test */
export async function showTestCase(c: AppContext): Promise<Response> {
  const visit = await visitForm(c);
  const test = visit.form.tests.find(({ id }) => id === c.req.param('test'));
  if (!test) throw notFound();
  return page(c, visit, test, false);
}

const empty = { name: '', answers: {}, asks: [], requires: [], hides: [] };

const saved = z.looseObject({
  seq: z.string(),
  id: z.string().regex(/^t[0-9a-z]{10,20}$/),
  name: z.string().default(''),
});

/** POST …/tests: `answer.KEY` are what somebody answers, `expect.KEY` what is to come of it. */
export async function saveTestCase(c: AppContext): Promise<Response> {
  const read = await readForm(c, saved, { repeats: (name) => name.startsWith('answer.') });
  const visit = await visitForm(c);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  if (Object.keys(read.fields).some((name) => !isKnown(visit, name))) throw new Problem('invalid', 'unknown_field');
  const test = testFrom(visit, read.value.id, read.fields);
  const outcome = await keepTest(workOf(c, visit, read.value.seq), test);
  if (outcome === 'stale') return page(c, visit, test, true);
  const href = `${formHref(visit.form, '/check')}#tests`;
  return leaveFor(c, href, outcome === 'done' ? 'saved' : 'too-many');
}

/** Only what the page asks: the form's own questions. */
function isKnown({ form }: FormVisit, name: string): boolean {
  if (name in saved.shape) return true;
  const key = /^(?:answer|expect)\.(.+)$/.exec(name)?.[1];
  return questionsOf(form.definition).some(({ question }) => question.field === key);
}

const pressed = z.strictObject({ seq: z.string() });

/** POST …/tests/:test/removal */
export async function removeTestCase(c: AppContext): Promise<Response> {
  const read = await readForm(c, pressed);
  const visit = await visitForm(c);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const outcome = await dropTest(workOf(c, visit, read.value.seq), c.req.param('test') ?? '');
  return leaveFor(c, `${formHref(visit.form, '/check')}#tests`, outcome === 'done' ? 'removed' : 'stale');
}

/** Keys of the fields that conditions ask about: the only ones whose answers matter. */
function decidingFields({ form }: Pick<FormVisit, 'form'>): readonly string[] {
  const told = new Set(conditionsOf(form.definition).flatMap(({ condition }) => fieldsOf(condition)));
  return questionsOf(form.definition)
    .filter(({ question }) => told.has(question.field) && !question.hidden)
    .map(({ question }) => question.field);
}

function testOfWay(visit: FormVisit, id: string, way: number): FormTest {
  const { next, known } = visit.checked;
  const path = findPaths(next, known).paths[way - 1];
  if (!path) throw notFound();
  // What somebody gives and touches nothing else: defaults may lead another way.
  const { shown, required } = ask(next, path.answers);
  const all = questionsOf(next).flatMap(({ question }) => (question.hidden ? [] : [question.field]));
  const hides = all.filter((key) => !shown.includes(key));
  const plain = { id, name: '', answers: path.answers, asks: shown, requires: required, hides };
  return { ...plain, name: nameOf(visit, path.answers) };
}

function testFrom(visit: FormVisit, id: string, fields: Fields): FormTest {
  const answers: Record<string, Answers[string]> = {};
  for (const key of decidingFields(visit)) {
    const shape = visit.checked.known.get(key);
    const typed = severalOf(fields[`answer.${key}`] ?? '').filter((one) => one !== '');
    const read = shape && readAnswer(shape, typed, { today: visit.today, people: [] });
    if (read?.ok && read.value !== undefined) answers[key] = read.value;
  }
  const expected = (...words: readonly string[]) =>
    questionsOf(visit.form.definition)
      .map(({ question }) => question.field)
      .filter((key) => words.includes(fields[`expect.${key}`] ?? ''));
  return {
    id,
    name: shorten(cleanLine(fields['name'] ?? '') || nameOf(visit, answers), formLimits.title),
    answers,
    asks: expected('asked', 'required'),
    requires: expected('required'),
    hides: expected('hidden'),
  };
}

/** Topic = Billing, Seats = 12 */
function nameOf({ checked, reader }: FormVisit, answers: Answers): string {
  const parts = Object.entries(answers).map(([key, value]) => {
    const choices = checked.known.get(key)?.choices ?? [];
    const words = (typeof value === 'object' ? value : [value]).map(
      (one) => choices.find(({ id }) => id === one)?.label ?? String(one),
    );
    return `${labelOf(checked.known, key)} = ${words.join(', ')}`;
  });
  return parts.length === 0 ? reader.t('formSettings.untouched') : shorten(parts.join(', '), formLimits.title);
}

function page(c: AppContext, visit: FormVisit, test: FormTest, isStale: boolean): Promise<Response> {
  const isNew = !visit.form.tests.some(({ id }) => id === test.id);
  return sendPartPage(c, visit, {
    title: visit.reader.t(isNew ? 'formSettings.newTest' : 'formSettings.testCase'),
    isStale,
    children: <TestForm visit={visit} test={test} deciding={decidingFields(visit)} />,
  });
}
