import { applyD1Migrations, type D1Migration, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, afterEach, expect, vi } from 'vitest';
import { forgetTenants } from '#tenancy/find-tenant.ts';

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
forgetTenants(env);

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

afterAll(async () => {
  console.error = error;
  expect(await tellingEntries(), 'audit entries with an address or a token').toEqual([]);
});

/** Whatever a file's tests did: the audit holds ids and plain facts. */
async function tellingEntries(): Promise<unknown[]> {
  const { results } = await env.DB.prepare(
    'SELECT DISTINCT action, subject_id, account_id, actor_id, detail FROM audit_entries',
  ).all();
  return results.filter((entry) => /@|[\w-]{40}/.test(Object.values(entry).join(' ')));
}
