import { expect, test } from 'vitest';
import { waitBefore } from './backoff.ts';

test('waits double, have half of chance in them, and end at half a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 50].map((attempt) => waitBefore(attempt, 0))).toEqual([
    500, 1000, 2000, 4000, 8000, 15000, 15000,
  ]);
  expect([1, 2, 3, 4, 5, 6, 50].map((attempt) => waitBefore(attempt, 1))).toEqual([
    1000, 2000, 4000, 8000, 16000, 30000, 30000,
  ]);
});
