import * as z from 'zod';
import { changeDraft } from '#forms/builder/change-draft.ts';
import type { Test, TestOp } from '#forms/definition.ts';
import { questionsOf } from '#forms/form-places.ts';
import type { KnownField } from '#forms/known-field.ts';
import { misfitOf, needsNoValue, operatorsOf } from '#forms/operators.ts';
import { typedAnswer } from '#forms/typed-answer.ts';
import type { AppContext } from '#http/context.ts';
import { readForm } from '#http/read-form.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { severalOf } from '#lib/several.ts';
import {
  back,
  type ConditionPlace,
  conditionEdit,
  conditionFields,
  conditionHref,
  groupAt,
} from './change-condition.tsx';
import { earlierFields } from './condition-part.tsx';
import { NewTestForm, type TypedTest } from './new-test-form.tsx';
import { sendPartPage } from './part-page.tsx';
import { type FormVisit, formHref, labelOf, leaveFor, titleOf, visitForm, workOf } from './place.ts';
import { saidOfFault } from './press-edit.ts';

const into = z.string().regex(/^(?:new|\d{0,3})$/);
const { seq: _, ...ofCondition } = conditionFields;
const query = z.object({ ...ofCondition, in: into, field: z.string().max(64) });
const body = z.strictObject({
  ...conditionFields,
  in: into,
  field: z.string().max(64),
  op: z.string().default(''),
  value: z.string().default(''),
});

/** GET …/conditions/new?owner=&id=&part=&in=&field=: how it asks about that field. */
export async function showNewTest(c: AppContext): Promise<Response> {
  const asked = query.safeParse(c.req.query());
  const visit = await visitForm(c);
  if (!asked.success) throw notFound();
  const field = fieldFor(visit, asked.data, asked.data.field);
  return page(c, visit, asked.data, { field, op: operatorsOf(field.type)[0] ?? 'is_filled', typed: [] }, null);
}

/** POST …/conditions */
export async function addTest(c: AppContext): Promise<Response> {
  const read = await readForm(c, body, { repeats: (name) => name === 'value' });
  const visit = await visitForm(c);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const { seq, field: key, op: sent, value, ...of } = read.value;
  const field = fieldFor(visit, of, key);
  const op = operatorsOf(field.type).find((known) => known === sent);
  const typed = severalOf(value).filter((one) => one !== '');
  if (!op) throw new Problem('invalid', 'unknown_choice');
  const made = testOf(field, op, typed);
  if (!made.ok) return page(c, visit, of, { field, op, typed }, made.fault);
  const change = { kind: 'add', test: made.test, in: of.in === 'new' ? 'new' : groupAt(of.in) } as const;
  const result = await changeDraft(workOf(c, visit, seq), conditionEdit(of, change));
  if (result.outcome === 'done') return leaveFor(c, back(visit, of).href, 'saved');
  if (result.outcome === 'refused') return leaveFor(c, formHref(visit.form), saidOfFault[result.fault]);
  return page(c, visit, of, { field, op, typed }, 'stale');
}

export type TestFault = 'value_missing' | 'value_one' | 'value_unfit' | 'stale';

type Made = { readonly ok: true; readonly test: Test } | { readonly ok: false; readonly fault: TestFault };

function testOf(field: KnownField, op: TestOp, typed: readonly string[]): Made {
  if (needsNoValue(op)) return { ok: true, test: { field: field.key, op } };
  if (typed.length === 0) return { ok: false, fault: 'value_missing' };
  const isList = field.type === 'multi_select' || op === 'one_of';
  if (!isList && typed.length > 1) return { ok: false, fault: 'value_one' };
  const [first] = typed;
  const read = typedAnswer(field.type, typed);
  const value = field.type === 'checkbox' ? first === 'yes' : isList ? typed : read.ok ? read.value : undefined;
  const test = { field: field.key, op, ...(value !== undefined && { value }) };
  return misfitOf(test, field) ? { ok: false, fault: 'value_unfit' } : { ok: true, test };
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
  of: ConditionPlace & { readonly in: string },
  test: TypedTest,
  fault: TestFault | null,
): Promise<Response> {
  const { form, checked, reader } = visit;
  const name = of.owner === 'section' ? titleOf(reader, form, of.id) : labelOf(checked.known, of.id);
  return sendPartPage(c, visit, {
    title: reader.t(`formSettings.testTitle.${of.part}`, { name }),
    isStale: fault === 'stale',
    isRefused: fault !== null,
    children: (
      <NewTestForm
        {...{ reader, form, of, test }}
        cancel={conditionHref(visit, of)}
        fault={fault === null || fault === 'stale' ? undefined : reader.t(`formSettings.test.${fault}`)}
      />
    ),
  });
}
