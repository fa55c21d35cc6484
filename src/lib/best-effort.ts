import { describeError, logEvent } from './log.ts';

/** What the answer does not depend on: a failure is logged as `event`, and null stands for it. */
export async function bestEffort<T>(event: string, act: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    logEvent('warn', event, { act, error: describeError(error) });
    return null;
  }
}
