import type { Page } from '@playwright/test';
import { acmePaper } from '#onboarding/demo/acme-paper.ts';
import { openTicket } from '../support/agent.ts';
import { newCompany } from '../support/company.ts';
import { expect, test } from '../support/journey.ts';
import { at } from '../support/places.ts';

/** Without script the next button shows what the answers bring up. */
async function goOn(page: Page, hasScript: boolean): Promise<void> {
  if (!hasScript) await page.getByRole('button', { name: 'Continue' }).click();
}

test('a form that branches: chosen, filled in step by step or at once, sent, read on both sides', async ({
  enter,
  javaScriptEnabled: hasScript,
}) => {
  const company = await newCompany([], acmePaper);
  const page = await enter(company.nora);
  await page.goto(at(company.host));
  await page.getByRole('link', { name: 'New request' }).first().click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Technical help', 'Office']);
  await page.getByRole('link', { name: /^Something does not work/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Something does not work');
  await expect(page.getByLabel('Serial number')).toBeHidden();

  await page.getByLabel('Product').selectOption('Carry robot');
  await page.getByLabel('Subject').fill('Carry 7 turns left');
  await goOn(page, hasScript);
  await expect(page.getByRole('heading', { level: 2, name: 'The robot' })).toBeVisible();
  await expect(page.getByLabel('Subject')).toHaveValue('Carry 7 turns left');
  if (hasScript) {
    await expect(page.getByRole('status').filter({ hasText: 'New below: Serial number' })).toHaveCount(1);
    await expect(page.getByLabel('Subject')).toBeFocused();
  }

  await page.getByLabel('Serial number').fill('C7-0412');
  await page.getByLabel('Work has stopped because of it').check();
  await goOn(page, hasScript);
  await expect(page.getByLabel('How many robots stand still')).toHaveValue('1');
  await page.getByLabel('How many robots stand still').fill('3');
  await goOn(page, hasScript);
  const door = page.getByLabel('Who can open the door for us');
  await expect(door.locator('option').first()).toHaveText('Please choose…');
  await door.selectOption('Nils Berger');

  // Another product asks for other things; what was typed waits for the way back.
  await page.getByLabel('Product').selectOption('Dock');
  if (!hasScript) await page.getByRole('button', { name: /^(Continue|Send request)$/ }).click();
  await expect(page.getByLabel('Serial number')).toBeHidden();
  await page.getByLabel('Product').selectOption('Carry robot');
  await page.getByLabel('Description').fill('It does so **all day**.');
  if (!hasScript) await page.getByRole('button', { name: /^(Continue|Send request)$/ }).click();
  await expect(page.getByLabel('Serial number')).toHaveValue('C7-0412');
  await expect(door.locator('option:checked')).toHaveText('Nils Berger');
  await page.getByRole('button', { name: 'Send request' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Carry 7 turns left' })).toBeVisible();
  await expect(page.getByText('We look at problems in the order in which they stop work.')).toBeVisible();
  const request = page.getByRole('article').filter({ hasText: 'It does so all day.' });
  for (const text of ['Product', 'Carry robot', 'C7-0412', 'Nils Berger']) await expect(request).toContainText(text);
  if (hasScript) {
    // Back brings the answers, and before any touch what they had asked.
    await page.goBack();
    await expect(page.getByLabel('Serial number')).toHaveValue('C7-0412');
    await expect(page.getByLabel('Serial number')).toBeVisible();
  }

  const amir = await enter(company.amir);
  await openTicket(amir, 'Carry 7 turns left');
  const seen = amir.getByRole('article').filter({ hasText: 'It does so all day.' });
  for (const text of ['How many robots stand still', '3', 'Nils Berger']) await expect(seen).toContainText(text);
});

test('an address fills a form in', async ({ enter, javaScriptEnabled: hasScript }) => {
  const company = await newCompany([], acmePaper);
  const page = await enter(company.nora);
  await page.goto(at(company.host, '/requests/new/problem?product=carry&serial_number=C9-1&subject=From+the+app'));
  await expect(page.getByLabel('Subject')).toHaveValue('From the app');
  await expect(page.getByLabel('Serial number')).toHaveValue('C9-1');
  await page.getByLabel('Description').fill('The app filled this in.');
  await goOn(page, hasScript);
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByRole('article').filter({ hasText: 'The app filled this in.' })).toContainText('C9-1');
});
