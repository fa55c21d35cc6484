import { audited } from '#audit/audited.ts';
import { mustManage } from '#lib/rights.ts';
import type { FormTest } from '../definition.ts';
import { formLimits } from '../definition-shape.ts';
import { type FormWork, formEvent, writeForm } from './change-form.ts';
import { updateTests } from './form-queries.ts';

export type TestsChanged = 'done' | 'stale' | 'too_many';

/** Keeps a test case of the form: a new one at the end, a known one in its place. */
export async function keepTest(work: FormWork, test: FormTest): Promise<TestsChanged> {
  const { tests } = work.form;
  const at = tests.findIndex(({ id }) => id === test.id);
  if (at < 0 && tests.length >= formLimits.cases) return 'too_many';
  const kept = at < 0 ? [...tests, test] : tests.with(at, test);
  if (JSON.stringify(kept).length > formLimits.stored) return 'too_many';
  return save(work, kept, 'test_kept');
}

export async function dropTest(work: FormWork, testId: string): Promise<TestsChanged> {
  return save(
    work,
    work.form.tests.filter(({ id }) => id !== testId),
    'test_dropped',
  );
}

async function save(work: FormWork, tests: readonly FormTest[], what: string): Promise<TestsChanged> {
  const { scope, form, seen } = work;
  mustManage(work.by);
  const isWritten = await writeForm(work, [
    updateTests(scope, form.id, seen, JSON.stringify(tests)),
    audited(scope, formEvent(work, form.id, 'form.changed', { what })),
  ]);
  return isWritten ? 'done' : 'stale';
}
