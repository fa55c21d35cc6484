import { type BrowserContext, test as base, type Page, type TestInfo } from '@playwright/test';
import { newCompany, type Person, type TestCompany } from './company.ts';
import { Complaints } from './complaints.ts';
import { signIn } from './sign-in.ts';

interface Stage {
  /** What browsers complained about fails the journey, unless it was expected. */
  readonly complaints: Complaints;
  /** A company of the journey's own. */
  readonly company: TestCompany;
  /** A browser that knows nobody. */
  readonly stranger: () => Promise<Page>;
  /** A browser of its own in which somebody is signed in; it has not opened a page yet. */
  readonly enter: (who: Person) => Promise<Page>;
}

export const test = base.extend<Stage>({
  complaints: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern.
    async ({}, use) => {
      const complaints = new Complaints();
      await use(complaints);
      base.expect(complaints.all, 'no browser complains').toEqual([]);
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  company: async ({}, use) => use(await newCompany()),
  stranger: async ({ browser, complaints }, use, journey) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      complaints.listenTo(context);
      return context.newPage();
    });
    // Playwright's own pictures are taken of every page that closes, and thrown away where all is well.
    if (journey.status !== journey.expectedStatus) await takePictures(contexts, journey);
    await Promise.all(contexts.map((context) => context.close()));
  },
  enter: async ({ stranger }, use) => {
    await use(async (who) => {
      const page = await stranger();
      await signIn(page.context(), who);
      return page;
    });
  },
});

export const { expect } = test;

async function takePictures(contexts: readonly BrowserContext[], journey: TestInfo): Promise<void> {
  const pages = contexts.flatMap((context) => context.pages());
  await Promise.all(pages.map((page, at) => page.screenshot({ path: journey.outputPath(`page-${at + 1}.png`) })));
}
