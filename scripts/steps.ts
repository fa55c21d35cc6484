import { performance } from 'node:perf_hooks';

/** What `run` answers with is printed if it is text; it throws, with the output to show, when the step fails. */
export type Step = { name: string; run: () => Promise<unknown> };

/** Runs the steps, `width` at a time, prints a line for each as it ends, and answers whether all went well. */
export async function runSteps(steps: Step[], width: number): Promise<boolean> {
  const waiting = [...steps];
  let good = true;
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) good = (await runStep(step)) && good;
  };
  await Promise.all(Array.from({ length: width }, work));
  return good;
}

async function runStep({ name, run }: Step): Promise<boolean> {
  const start = performance.now();
  const line = (mark: string, words = '') => {
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${mark} ${name} ${words && `(${words}) `}${seconds} s`);
  };
  try {
    const words = await run();
    line('✓', typeof words === 'string' ? words : '');
    return true;
  } catch (error) {
    line('✗');
    console.log(error instanceof Error ? error.message : error);
    return false;
  }
}
