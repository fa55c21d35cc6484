import { writeFileSync } from 'node:fs';
import type { FullResult, Reporter, Suite } from '@playwright/test/reporter';

/** Writes how many tests passed and failed to the file named in COUNT_FILE. A test that passed on a retry has failed. */
export default class PlaywrightCount implements Reporter {
  #suite: Suite | undefined;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd(result: FullResult): void {
    const file = process.env.COUNT_FILE;
    if (!file) return;
    const tests = this.#suite?.allTests() ?? [];
    const passed = tests.filter((test) => test.outcome() === 'expected' && test.results.length > 0).length;
    const failed = tests.filter((test) => ['unexpected', 'flaky'].includes(test.outcome())).length;
    const crashed = result.status !== 'passed' && failed === 0 ? 1 : 0;
    writeFileSync(file, JSON.stringify({ passed, failed: failed + crashed }));
  }

  printsToStdio(): boolean {
    return false;
  }
}
