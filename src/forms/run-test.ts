import { ask } from './branching.ts';
import type { FormDefinition, FormTest } from './definition.ts';

export interface TestResult {
  readonly test: FormTest;
  readonly isPassed: boolean;
  /** Keys of fields that the form should have asked, should have required, should not have asked. */
  readonly notAsked: readonly string[];
  readonly notRequired: readonly string[];
  readonly notHidden: readonly string[];
}

/** What a form asks somebody who gives a test's answers and touches nothing else, against what the test expects. */
export function runTest(form: Pick<FormDefinition, 'sections'>, test: FormTest): TestResult {
  const { shown, required } = ask(form, test.answers);
  const notAsked = test.asks.filter((key) => !shown.includes(key));
  const notRequired = test.requires.filter((key) => !required.includes(key));
  const notHidden = test.hides.filter((key) => shown.includes(key));
  const isPassed = notAsked.length + notRequired.length + notHidden.length === 0;
  return { test, isPassed, notAsked, notRequired, notHidden };
}
