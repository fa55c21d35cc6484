import { vi } from 'vitest';

/** Holds the Worker's clock at a moment for as long as `work` takes. */
export async function atTime<T>(now: number, work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['Date'], now });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
}
