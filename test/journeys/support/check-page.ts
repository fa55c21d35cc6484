import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules whose answer another colour scheme can change. */
const ofColours = ['color-contrast', 'link-in-text-block'];
const widths = [360, 1280];
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** The page as it stands breaks no rule of axe, on a phone and a desk, in light and dark, and nothing of it is wider than the screen. */
export async function checkPage(page: Page, name: string): Promise<void> {
  await test.step(`check ${name}`, async () => {
    await page.waitForLoadState();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await overflow(page), `${name} at ${width}: wider than the screen by`).toBe(0);
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      expect.soft(await faults(page, tags), `${name}, light at ${width}`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      expect.soft(await faults(page, ofColours), `${name}, dark at ${width}`).toEqual([]);
    }
  });
}

/** Axe comes once to each document: bringing it takes as long as asking it. */
async function faults(page: Page, runOnly: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe);
  return page.evaluate<string[]>(`axe.run(${JSON.stringify({ runOnly, resultTypes: ['violations'] })}).then(
    ({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target).join(' | ')),
  )`);
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
