import * as z from 'zod';
import { changeDraft } from '#forms/builder/change-draft.ts';
import type { Condition, Test, TestOp } from '#forms/definition.ts';
import { questionsOf } from '#forms/form-places.ts';
import type { KnownField } from '#forms/known-field.ts';
import { misfitOf, needsNoValue, operatorsOf } from '#forms/operators.ts';
import { typedAnswer } from '#forms/typed-answer.ts';
import type { AppContext } from '#http/context.ts';
import { readForm } from '#http/read-form.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { severalOf } from '#lib/several.ts';
import { typedOfValue } from '#ui/field-control.tsx';
import { earlierFields } from './add-test.tsx';
import {
  back,
  type ConditionPlace,
  conditionEdit,
  conditionFields,
  conditionHref,
  groupAt,
} from './change-condition.tsx';
import { ConditionTestForm, type TypedTest, takesList } from './condition-test-form.tsx';
import { sendPartPage } from './part-page.tsx';
import { type FormVisit, formHref, labelOf, leaveFor, titleOf, visitForm, workOf } from './place.ts';
import { saidOfFault } from './press-edit.ts';

const where = { in: z.string().regex(/^(?:new|\d{0,3})$/), place: z.string().regex(/^\d{0,3}$/) };
const { seq: _, ...ofCondition } = conditionFields;
const query = z.object({
  ...ofCondition,
  in: where.in.default(''),
  place: where.place.default(''),
  field: z.string().max(64),
});
const body = z.strictObject({
  ...conditionFields,
  in: where.in,
  place: where.place.default(''),
  field: z.string().max(64),
  op: z.string().default(''),
  value: z.string().default(''),
  values: z.string().default(''),
});

/** Which condition, and where in it; `place` empty: a test more. */
export type TestPlace = ConditionPlace & { readonly in: string; readonly place: string };

/** GET …/conditions/new?owner=&id=&part=&in=&field=: how it asks about that field; with `place` the test that stands there. */
export async function showConditionTest(c: AppContext): Promise<Response> {
  const asked = query.safeParse(c.req.query());
  const visit = await visitForm(c);
  if (!asked.success) throw notFound();
  const field = fieldFor(visit, asked.data, asked.data.field);
  const test = standing(visit, asked.data, field.key);
  const op = operatorsOf(field.type).find((known) => known === test?.op) ?? operatorsOf(field.type)[0] ?? 'is_filled';
  return page(c, visit, asked.data, { field, op, typed: typedValue(field, test) }, null);
}

/** POST …/conditions */
export async function saveConditionTest(c: AppContext): Promise<Response> {
  const read = await readForm(c, body, { repeats: (name) => name === 'values' });
  const visit = await visitForm(c);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const { seq, field: key, op: sent, value, values, ...of } = read.value;
  const field = fieldFor(visit, of, key);
  const op = operatorsOf(field.type).find((known) => known === sent);
  if (!op) throw new Problem('invalid', 'unknown_choice');
  const typed = (takesList(field, op) ? severalOf(values) : [value]).filter((one) => one !== '');
  const made = testOf(field, op, typed);
  if (!made.ok) return page(c, visit, of, { field, op, typed }, made.fault);
  const change =
    of.place === ''
      ? ({ kind: 'add', test: made.test, in: of.in === 'new' ? 'new' : groupAt(of.in) } as const)
      : ({ kind: 'replace', test: made.test, at: Number(of.place), in: groupAt(of.in) } as const);
  const result = await changeDraft(workOf(c, visit, seq), conditionEdit(of, change));
  if (result.outcome === 'done') return leaveFor(c, back(visit, of).href, 'saved');
  if (result.outcome === 'refused') return leaveFor(c, formHref(visit.form), saidOfFault[result.fault]);
  return page(c, visit, of, { field, op, typed }, 'stale');
}

export type TestFault = 'value_missing' | 'value_unfit' | 'stale';

type Made = { readonly ok: true; readonly test: Test } | { readonly ok: false; readonly fault: TestFault };

function testOf(field: KnownField, op: TestOp, typed: readonly string[]): Made {
  if (needsNoValue(op)) return { ok: true, test: { field: field.key, op } };
  if (typed.length === 0) return { ok: false, fault: 'value_missing' };
  const read = typedAnswer(field.type, typed);
  const value =
    field.type === 'checkbox' ? typed[0] === 'yes' : takesList(field, op) ? typed : read.ok ? read.value : undefined;
  const test = { field: field.key, op, ...(value !== undefined && { value }) };
  return misfitOf(test, field) ? { ok: false, fault: 'value_unfit' } : { ok: true, test };
}

/** As its control holds it. */
function typedValue({ type }: KnownField, test: Test | null): readonly string[] {
  if (type === 'checkbox') return [test?.value === false ? 'no' : 'yes'];
  return typedOfValue(test?.value);
}

/** The test that the place names, where it asks about that field still. */
function standing(visit: FormVisit, of: TestPlace, key: string): Test | null {
  if (of.place === '') return null;
  const holder = holderOf(visit, of);
  const condition = of.part === 'visibility' ? holder?.visibility?.when : holder?.requiredWhen;
  const tests = testsAt(condition, groupAt(of.in));
  const test = tests[Number(of.place)];
  return test && !('tests' in test) && test.field === key ? test : null;
}

function testsAt(condition: Condition | undefined, group: number | null): Condition['tests'] {
  if (group === null) return condition?.tests ?? [];
  const within = condition?.tests[group];
  return within && 'tests' in within ? within.tests : [];
}

/** The section or question whose condition it is. */
function holderOf({ form: { definition } }: FormVisit, of: ConditionPlace) {
  return of.owner === 'section'
    ? definition.sections.find(({ id }) => id === of.id)
    : questionsOf(definition).find(({ question }) => question.field === of.id)?.question;
}

/** Only an earlier field, that is in use. */
function fieldFor({ form, checked }: FormVisit, of: ConditionPlace, key: string): KnownField {
  const questions = questionsOf(form.definition);
  const section = form.definition.sections.findIndex(({ id }) => id === of.id);
  const at =
    of.owner === 'question'
      ? questions.findIndex(({ question }) => question.field === of.id)
      : form.definition.sections.slice(0, Math.max(section, 0)).flatMap((each) => each.questions).length;
  const field = checked.known.get(key);
  if (at < 0 || !field || !earlierFields(form, checked.known, at).includes(key)) throw notFound();
  return field;
}

function page(
  c: AppContext,
  visit: FormVisit,
  of: TestPlace,
  test: TypedTest,
  fault: TestFault | null,
): Promise<Response> {
  const { form, checked, reader } = visit;
  const name = of.owner === 'section' ? titleOf(reader, form, of.id) : labelOf(checked.known, of.id);
  const effect = of.part === 'requiredWhen' ? 'require' : (holderOf(visit, of)?.visibility?.effect ?? 'show');
  return sendPartPage(c, visit, {
    title: reader.t(`formSettings.testTitle.${of.part}`, { name }),
    isStale: fault === 'stale',
    isRefused: fault !== null,
    children: (
      <ConditionTestForm
        {...{ reader, form, of, test, name, effect }}
        cancel={conditionHref(visit, of)}
        fault={fault === null || fault === 'stale' ? undefined : reader.t(`formSettings.test.${fault}`)}
      />
    ),
  });
}
