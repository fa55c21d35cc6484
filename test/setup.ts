import { applyD1Migrations, type D1Migration, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, afterEach, expect, vi } from 'vitest';

declare global {
  namespace Cloudflare {
    interface Env {
      TEST_MIGRATIONS: D1Migration[];
    }
  }
}

// All files share one worker, five times as fast as one each; so every file begins with empty storage.
await reset();
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);

const logged: unknown[][] = [];
const { error } = console;
console.error = (...words) => {
  logged.push(words);
  error(...words);
};

// A test that expects an error to be logged replaces console.error by a spy.
afterEach(() => {
  vi.useRealTimers();
  expect(logged.splice(0), 'unexpected console.error').toEqual([]);
});

afterAll(() => {
  console.error = error;
});
