import { mkdirSync, rmSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { buildParts } from './build.ts';
import { buildLocal } from './build-local.ts';
import { findChromium } from './chromium.ts';
import { fillDevVars } from './dev-vars.ts';
import { freePort } from './free-port.ts';
import { startLocalServer } from './local-server.ts';

// The pictures of README.md, from the demo as it is seeded now: one request, seen
// by its customer and by an agent, in both schemes.

const subject = 'Carry 7 stops at the same tile in aisle 14';
const folder = 'docs/screenshots';
const state = 'build/screenshots';

const faces = [
  { name: 'portal', host: 'acme.localhost', email: 'nora@northwind.test', path: '/' },
  { name: 'agent', host: 'app.localhost', email: 'amir@acme.test', path: '/tickets' },
] as const;

async function takeAll(): Promise<void> {
  fillDevVars();
  await buildParts();
  await buildLocal();
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const server = await startLocalServer({ port, https: false, reset: true, state, say: console.log });
  const executablePath = findChromium();
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args });
  try {
    for (const face of faces) await takeBoth(browser, face, port);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(state, { recursive: true, force: true });
  }
}

async function takeBoth(browser: Browser, face: (typeof faces)[number], port: number): Promise<void> {
  const at = (host: string, path: string) => `http://${host}:${port}${path}`;
  const context = await browser.newContext({
    viewport: { width: 1120, height: 1024 },
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(at(face.host, '/sign-in'));
  await page.getByLabel('Your email address').fill(face.email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  const code = await codeFrom(await context.newPage(), at('app.localhost', `/dev/mailbox?to=${face.email}`));
  await page.bringToFront();
  await page.getByLabel('Code from the mail').fill(code);
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.goto(at(face.host, face.path));
  await page.getByRole('link', { name: subject }).first().click();
  await page.getByRole('heading', { level: 1, name: subject }).waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${folder}/${face.name}-${colorScheme}.png` });
  }
  await context.close();
}

async function codeFrom(mailbox: Page, address: string): Promise<string> {
  await mailbox.goto(address);
  await mailbox.getByRole('listitem').first().getByRole('link').click();
  return (await mailbox.locator('.found code').textContent()) ?? '';
}

await takeAll();
