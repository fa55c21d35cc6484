import { expect, type Page } from '@playwright/test';
import { at } from './places.ts';

interface Question {
  readonly subject: string;
  readonly body?: string;
}

/** Asks on the page of a new request; gives the path of what was opened. */
export async function askRequest(
  page: Page,
  host: string,
  { subject, body = 'It stopped this morning.' }: Question,
): Promise<string> {
  await page.goto(at(host, '/requests/new'));
  await page.getByLabel('Subject').fill(subject);
  await page.getByLabel('Description').fill(body);
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByText('We have your request.')).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Writes in the box of the open thread and sends it. */
export async function reply(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your reply').fill(text);
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(messages(page, text)).toHaveCount(1);
}

/** The messages of the open thread that say this. */
export const messages = (page: Page, text: string | RegExp) => page.getByRole('article').filter({ hasText: text });

/** Where the open thread stands, in the words at its top. */
export const statusOf = (page: Page) => page.locator('.page-head .status, #ticket-meta .status');

/** The name of the workspace in the page's head, which opens the way to the others. */
export const workspaceMenu = (page: Page, name: string) =>
  page.locator('summary', { hasText: `Workspace: ${name}. Switch` });
