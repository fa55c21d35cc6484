import { Problem } from '#lib/problem.ts';

const attempts = 30;

/**
 * Plans and writes a change until it meets a ticket that nobody moved meanwhile
 * (`null`: somebody did). Writers that collide wait a random moment, ever longer,
 * so that a crowd gets through one after the other. Throws `busy` where even that was in vain.
 */
export async function untilQuiet<T>(attempt: (first: boolean) => Promise<T | null>): Promise<T> {
  for (let n = 0; n < attempts; n += 1) {
    const result = await attempt(n === 0);
    if (result !== null) return result;
    await scheduler.wait(Math.random() * 20 * (n + 1));
  }
  throw new Problem('conflict', 'busy');
}
