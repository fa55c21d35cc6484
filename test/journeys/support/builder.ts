import { expect, type Page } from '@playwright/test';
import { agentHost, at } from './places.ts';

/** Adds a field that customers may fill in. */
export async function addField(page: Page, type: string, label: string, choices: readonly string[] = []) {
  await page.goto(at(agentHost, `/settings/fields/new?type=${type}`));
  await page.getByLabel('Label').fill(label);
  if (choices.length > 0) await page.getByLabel('Choices').fill(choices.join('\n'));
  await page.getByRole('radio', { name: /change it/ }).check();
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('heading', { level: 1, name: label })).toBeVisible();
}

/** Begins a form; its page is open then. */
export async function addForm(page: Page, name: string): Promise<void> {
  await page.goto(at(agentHost, '/settings/forms/new'));
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Add the form' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** A section at the end of the open form. */
export async function addSection(page: Page, title: string): Promise<void> {
  await page.getByLabel('Section title').fill(title);
  await page.getByRole('button', { name: 'Add section' }).click();
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
}

/** A question at the end of a section of the open form, or of its only one. */
export async function addQuestion(page: Page, label: string, section?: string): Promise<void> {
  await page.getByLabel('Question', { exact: true }).selectOption({ label });
  if (section) await page.getByLabel('In', { exact: true }).selectOption({ label: section });
  await page.getByRole('button', { name: 'Add question' }).click();
  await expect(page.getByRole('link', { name: label, exact: true })).toBeVisible();
}

/** On the page of a section or question: a test of an earlier field; in a group of its own where told. */
export async function beginTest(page: Page, field: string, isGroup = false): Promise<void> {
  const condition = page.getByRole('region', { name: 'When it is shown' });
  await condition.getByLabel(/depending on the answer to/i).selectOption({ label: field });
  const name = isGroup ? 'Begin a group with it' : /^(Continue|Add)$/;
  await condition.getByRole('button', { name }).click();
}
