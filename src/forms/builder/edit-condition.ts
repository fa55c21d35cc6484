import type { Condition, Test, TestGroup } from '../definition.ts';
import { formLimits } from '../definition-shape.ts';
import type { ConditionChange, EditFault } from './form-edit.ts';

type Changed = { readonly ok: true; readonly condition: Condition | undefined } | { ok: false; fault: EditFault };

/** A condition after one step; undefined where nothing is left of it. */
export function editCondition(condition: Condition | undefined, change: ConditionChange): Changed {
  if (change.kind === 'add') return add(condition, change.test, change.in);
  if (!condition) return gone;
  if (change.in === null) return editTop(condition, change);
  const group = condition.tests[change.in];
  if (!group || !('tests' in group)) return gone;
  const edited = editGroup(group, change);
  if (!edited) return gone;
  const at = change.in;
  const rest = edited.tests.length > 0 ? condition.tests.with(at, edited) : condition.tests.toSpliced(at, 1);
  return { ok: true, condition: rest.length > 0 ? { ...condition, tests: rest } : undefined };
}

const gone = { ok: false, fault: 'gone' } as const;

type InPlace = Extract<ConditionChange, { kind: 'remove' | 'replace' | 'rule' }>;

function editTop(condition: Condition, change: InPlace): Changed {
  if (change.kind === 'rule') return { ok: true, condition: { ...condition, match: change.match } };
  const tests = changedTests(condition.tests, change);
  if (!tests) return gone;
  return { ok: true, condition: tests.length > 0 ? { ...condition, tests } : undefined };
}

function editGroup(group: TestGroup, change: InPlace): TestGroup | null {
  if (change.kind === 'rule') return { ...group, match: change.match };
  const tests = changedTests(group.tests, change);
  return tests && { ...group, tests };
}

/** Without the test at its place, or with another there; null where there is none. */
function changedTests<T extends Test | TestGroup>(
  tests: readonly (T | Test)[],
  change: Exclude<InPlace, { kind: 'rule' }>,
): readonly (T | Test)[] | null {
  const old = tests[change.at];
  if (old === undefined) return null;
  if (change.kind === 'remove') return tests.toSpliced(change.at, 1);
  return 'tests' in old ? null : tests.with(change.at, change.test);
}

function add(condition: Condition | undefined, test: Test, into: number | 'new' | null): Changed {
  if (!condition) return { ok: true, condition: { match: 'all', tests: [test] } };
  if (typeof into !== 'number') {
    // A group says the other of all and any: else it would not be needed.
    const match = condition.match === 'all' ? 'any' : 'all';
    const added = into === 'new' ? ({ match, tests: [test] } as const) : test;
    if (condition.tests.length >= formLimits.tests) return { ok: false, fault: 'too_many' };
    return { ok: true, condition: { ...condition, tests: [...condition.tests, added] } };
  }
  const group = condition.tests[into];
  if (!group || !('tests' in group)) return gone;
  if (group.tests.length >= formLimits.tests) return { ok: false, fault: 'too_many' };
  const grown = { ...group, tests: [...group.tests, test] };
  return { ok: true, condition: { ...condition, tests: condition.tests.with(into, grown) } };
}
