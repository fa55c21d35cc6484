import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const secret = (letter: string) => Buffer.alloc(32, letter).toString('base64url');

// Never the values of .dev.vars: tests say the same on every machine.
const vars = {
  PLATFORM_DOMAIN: 'portico.test',
  LINK_SCHEME: 'https',
  LINK_PORT: '',
  LIMIT_MAILS_PER_ADDRESS_HOUR: '5',
  LIMIT_ASKS_PER_CLIENT_HOUR: '30',
  LIMIT_MAILS_PER_TENANT_HOUR: '500',
  LIMIT_FAILED_CODES_PER_ADDRESS_DAY: '50',
  CHECK_COLUMNS: 'on',
  SHOW_TIMING: 'on',
  PEPPER: secret('p'),
  SESSION_KEYS: `k1:${secret('s')},k0:${secret('o')}`,
  REPLY_KEY: secret('r'),
  SEAL_KEYS: `s1:${secret('s')}`,
};

export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      main: './src/local-worker.ts',
      wrangler: { configPath: './wrangler.toml' },
      miniflare: {
        bindings: { ...vars, TEST_MIGRATIONS: await readD1Migrations('./migrations') },
        durableObjects: {
          ROOMS: { className: 'Room', useSQLite: true },
          MAILBOX: { className: 'Mailbox', useSQLite: true },
        },
      },
    })),
  ],
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    setupFiles: ['./test/setup.ts'],
    reporters: ['default', './test/reporters/vitest-count.ts'],
    isolate: false,
    restoreMocks: true,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
