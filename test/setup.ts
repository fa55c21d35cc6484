import { applyD1Migrations, type D1Migration } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, expect } from 'vitest';

declare global {
  namespace Cloudflare {
    interface Env {
      TEST_MIGRATIONS: D1Migration[];
    }
  }
}

await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);

const logged: unknown[][] = [];
const { error } = console;
console.error = (...words) => {
  logged.push(words);
  error(...words);
};

// A test that expects an error to be logged replaces console.error by a spy.
afterEach(() => {
  expect(logged.splice(0), 'unexpected console.error').toEqual([]);
});
