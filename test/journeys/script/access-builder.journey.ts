import type { Page } from '@playwright/test';
import { addField, addForm, addQuestion, addSection, beginTest } from '../support/builder.ts';
import { checkPage } from '../support/check-page.ts';
import { expect, test } from '../support/journey.ts';
import { agentHost, at } from '../support/places.ts';

/** A form with a section that is empty, so that there is something wrong with it. */
async function begin(page: Page): Promise<string> {
  await addField(page, 'select', 'Topic', ['Billing', 'A fault']);
  await addForm(page, 'Report a problem');
  await addQuestion(page, 'Topic');
  await addQuestion(page, 'Priority');
  await addSection(page, 'Empty');
  return new URL(page.url()).pathname;
}

test('the builder of forms', async ({ company, enter }) => {
  const page = await enter(company.olivia);
  await begin(page);
  await checkPage(page, 'the outline, with faults');
  await page.getByRole('link', { name: 'Priority', exact: true }).click();
  await beginTest(page, 'Topic');
  await checkPage(page, 'a test');
  await page.getByRole('button', { name: 'Add to the condition' }).click();
  await expect(page.getByRole('region', { name: 'One thing needs your attention' })).toBeFocused();
  await page.getByLabel('Value').selectOption('Billing');
  await page.getByRole('button', { name: 'Add to the condition' }).click();
  await beginTest(page, 'Subject', true);
  await page.getByLabel('Value').fill('refund');
  await page.getByRole('button', { name: 'Add to the condition' }).click();
  await checkPage(page, 'a question with a condition');
});

test('what is set up around the questions', async ({ company, enter }) => {
  const page = await enter(company.olivia);
  const form = await begin(page);
  for (const part of ['', '/sections/request', '/details', '/texts', '/publication']) {
    await page.goto(at(agentHost, part === '' ? '/settings/forms' : `${form}${part}`));
    await checkPage(page, part || 'the list of forms');
  }
});

test('checking a form, and its preview', async ({ company, enter }) => {
  const page = await enter(company.olivia);
  const form = await begin(page);
  for (const part of ['/check', '/tests/new?way=1', '/versions', '/preview?width=360', '/preview?width=1280']) {
    await page.goto(at(agentHost, `${form}${part}`));
    await checkPage(page, part);
  }
});

test('a question is dragged to another place', async ({ company, enter }) => {
  const page = await enter(company.olivia);
  await addForm(page, 'Support');
  await addQuestion(page, 'Priority');
  await addSection(page, 'More');
  const rows = page.locator('#question-priority');
  await rows.locator('[data-grip]').hover();
  await expect(page.locator('drag-order')).toHaveAttribute('data-ready', '');
  await rows.locator('[data-grip]').dragTo(page.locator('#question-subject'), { targetPosition: { x: 20, y: 2 } });
  await expect(page.getByText('Moved.')).toBeVisible();
  const asked = page.getByRole('list', { name: 'Questions of Section 1' }).getByRole('listitem');
  await expect(asked).toHaveText([/^\s*Priority/, /^\s*Subject/, /^\s*Description/]);
});
