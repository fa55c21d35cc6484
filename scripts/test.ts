import { rmSync } from 'node:fs';
import { buildWorker } from './build-worker.ts';
import { check } from './check.ts';
import { installChromium } from './chromium.ts';
import { freePort } from './free-port.ts';
import { type Count, runTests } from './run-tests.ts';
import { runSteps } from './steps.ts';

/** Anything that went wrong outside a test counts as one failure, so that the last line never hides it. */
async function runAll(): Promise<Count[]> {
  const sound = await check();
  const deployable = await runSteps([{ name: 'deployable Worker', run: buildWorker }], 1);
  const counts = [await runTests('vitest', 'vitest', ['run']), await runJourneys()];
  const outside = [sound, deployable].filter((good) => !good).length;
  return [...counts, { passed: 0, failed: outside }];
}

async function runJourneys(): Promise<Count> {
  const port = await freePort();
  process.env.JOURNEYS_PORT = String(port);
  try {
    installChromium();
    return await runTests('playwright', 'playwright', ['test']);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  } finally {
    for (const left of [`build/journeys-${port}`, `build/journeys-${port}.log`]) {
      rmSync(left, { recursive: true, force: true });
    }
  }
}

const counts = await runAll();
const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
