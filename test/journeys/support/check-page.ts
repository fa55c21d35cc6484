import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const widths = [360, 1280];
const schemes = ['light', 'dark'] as const;

/** The page as it stands breaks no rule of axe, on a phone and a desk, in light and dark, and nothing of it is wider than the screen. */
export async function checkPage(page: Page, name: string): Promise<void> {
  await test.step(`check ${name}`, async () => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await overflow(page), `${name} at ${width}: wider than the screen by`).toBe(0);
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        // Its own pages for frames would need a page without our policy.
        const { violations } = await new AxeBuilder({ page }).withTags(tags).setLegacyMode().analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`);
        expect.soft(found, `${name}, ${colorScheme} at ${width}`).toEqual([]);
      }
    }
  });
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
