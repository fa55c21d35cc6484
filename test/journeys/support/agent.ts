import { expect, type Page } from '@playwright/test';
import { agentHost, at } from './places.ts';

/** Opens a ticket from the list of all that are open. */
export async function openTicket(page: Page, subject: string): Promise<void> {
  await page.goto(at(agentHost, '/tickets'));
  await page.getByRole('table').getByRole('link', { name: subject }).click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
}

/** Answers on the open ticket; `after` is what it is then set to. */
export async function answer(page: Page, text: string, after?: string): Promise<void> {
  await page.getByLabel('Your reply').fill(text);
  if (after) await page.getByLabel('Then set to').selectOption(`Then: ${after}`);
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(page.getByRole('article').filter({ hasText: text })).toHaveCount(1);
}

/** Leaves a note on the open ticket. */
export async function leaveNote(page: Page, text: string): Promise<void> {
  await page.getByRole('radio', { name: 'Internal note' }).check({ force: true });
  await page.getByLabel('Your reply').fill(text);
  await page.getByRole('button', { name: 'Save note' }).click();
  await expect(page.getByRole('article').filter({ hasText: text })).toHaveCount(1);
}

/** What was chosen beside the ticket; script has saved it already. */
export async function saveChanges(page: Page): Promise<void> {
  const save = page.getByRole('button', { name: 'Save changes' });
  if (await save.isVisible()) await save.click();
}

/** From now on nothing that comes in counts as read, however slow the machine: it must stand before its reader for a moment. */
export async function stopReading(page: Page): Promise<void> {
  const now = Date.now();
  await page.clock.install({ time: now });
  await page.clock.pauseAt(now + 60_000);
}
