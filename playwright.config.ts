import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/chromium.ts';
import { port, serverLog } from './test/journeys/support/places.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '*.journey.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['./test/reporters/playwright-count.ts']],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // All pages of a browser context share one process: a new one for each site costs more than the page.
        '--disable-site-isolation-trials',
        '--renderer-process-limit=1',
      ],
    },
  },
  projects: [
    { name: 'script', testDir: 'test/journeys/script' },
    { name: 'with script', testDir: 'test/journeys/both' },
    { name: 'without script', testDir: 'test/journeys/both', use: { javaScriptEnabled: false } },
    // Starts the Worker anew under everybody's feet.
    { name: 'restart', testDir: 'test/journeys/restart', dependencies: ['script', 'with script', 'without script'] },
  ],
  webServer: {
    // What it prints is kept: a journey looks for secrets in it. Its errors are shown here as well.
    command: `mkdir -p build; : > ${serverLog(port)}; { node test/journeys/support/serve.ts 2>&1 >&3 | tee -a ${serverLog(port)} >&2; } 3>>${serverLog(port)}`,
    env: { PORT: String(port) },
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
