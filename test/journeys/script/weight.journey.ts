import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { askRequest } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { at } from '../support/places.ts';

/** DESIGN §9 */
const budgetBytes = 8_000;

/** Gzip of all scripts that a first visit of the page loads while nobody touches it. */
async function scriptsOf(page: Page, address: string): Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (/\/assets\/.*\.js$/.test(response.url())) bodies.push(response.body());
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 6 }).length);
  return sizes.reduce((sum, size) => sum + size, 0);
}

test('a first visit of any page loads no more script than it needs', async ({ company, enter, stranger }) => {
  const nora = await enter(company.nora);
  const path = await askRequest(nora, company.host, { subject: 'How heavy?' });
  const visits = [
    ['/sign-in', await stranger()],
    ['/', await enter(company.nora)],
    [path, await enter(company.nora)],
    ['/requests/new', await enter(company.nora)],
    ['/settings', await enter(company.nora)],
    ['/members', await enter(company.nora)],
  ] as const;
  for (const [address, page] of visits) {
    const bytes = await scriptsOf(page, at(company.host, address));
    expect.soft(bytes, address).toBeGreaterThan(1_000);
    expect.soft(bytes, address).toBeLessThanOrEqual(budgetBytes);
  }
});

test('what a touch brings comes once, and where it cannot come the page works as without script', async ({
  company,
  enter,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED/);
  const page = await enter(company.nora);
  const asked: string[] = [];
  await page.route(/markdown-(?:editor|preview)-/, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  await askRequest(page, company.host, { subject: 'On a bad line' });
  await page.getByLabel('Your reply').fill('**Loud**');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.locator('[data-preview-body] strong')).toHaveText('Loud');
  await expect(page.getByLabel('Your reply')).toHaveValue('**Loud**');
  const editor = page.locator('markdown-editor');
  await page.getByLabel('Your reply').click();
  await expect(editor).toHaveAttribute('data-missing', '');
  await expect(page.getByRole('toolbar')).toBeHidden();
});
