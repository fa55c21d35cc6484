import { mkdirSync, writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Writes how many tests passed and failed to the file named in COUNT_FILE. A file that cannot be loaded is one failure. */
export default class VitestCount implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const file = process.env.COUNT_FILE;
    if (!file) return;
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const passed = states.filter((state) => state === 'passed').length;
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const failed =
      states.filter((state) => state === 'failed' || state === 'pending').length + broken + unhandledErrors.length;
    mkdirSync('build', { recursive: true });
    writeFileSync(file, JSON.stringify({ passed, failed }));
  }
}
