import type { Page } from '@playwright/test';
import { openTicket } from '../support/agent.ts';
import { addField, addForm, addQuestion, addSection, beginTest } from '../support/builder.ts';
import { expect, test } from '../support/journey.ts';
import { at } from '../support/places.ts';

const plan = { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('hall 3') };
const order = { name: 'order.txt', mimeType: 'text/plain', buffer: Buffer.from('A-4711') };

/** Fills in what the form of the first journey asks, with two files. Without script the next button shows what comes up. */
async function sendTheForm(page: Page, hasScript: boolean): Promise<void> {
  await page.getByLabel('Topic').selectOption('Billing');
  await page.getByLabel('Subject').fill('Billed twice');
  await page.getByLabel('Description').fill('The same order came twice.');
  await page.locator('input[type="file"][name="files"]').setInputFiles([plan, order]);
  if (!hasScript) await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Order number').fill('A-4711');
  await page.getByLabel('Production stands still').check();
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByText('We have your request.')).toBeVisible();
}

test('an owner builds a form of three sections that branches, and a customer sends it', async ({
  company,
  enter,
  javaScriptEnabled: hasScript,
}) => {
  const page = await enter(company.olivia);
  await addField(page, 'select', 'Topic', ['Billing', 'A fault']);
  await addField(page, 'text', 'Order number');
  await addField(page, 'checkbox', 'Production stands still');
  await addForm(page, 'Report a problem');
  await addQuestion(page, 'Topic');
  await addSection(page, 'Your order');
  await addQuestion(page, 'Order number', 'Your order');
  await addSection(page, 'How bad it is');
  await addQuestion(page, 'Production stands still', 'How bad it is');

  // What keeps it back leads to where it is put right.
  await page.getByRole('link', { name: /^Section 1 has no title/ }).click();
  await page.getByLabel('Section title').fill('What it is about');
  await page.getByRole('button', { name: 'Save' }).click();

  await page.getByRole('link', { name: 'Your order', exact: true }).click();
  await beginTest(page, 'Topic');
  await page.getByLabel('Value').selectOption('Billing');
  await page.getByRole('button', { name: 'Add to the condition' }).click();
  await beginTest(page, 'Subject', true);
  await page.getByLabel('How').selectOption({ label: 'contains' });
  await page.getByLabel('Value').fill('refund');
  await page.getByRole('button', { name: 'Add to the condition' }).click();
  await page
    .getByRole('region', { name: 'When it is shown' })
    .getByRole('button', { name: 'any', exact: true })
    .first()
    .click();
  await page.getByRole('link', { name: 'Report a problem' }).click();
  await expect(page.getByText('Show Your order when Topic is Billing or Subject contains refund')).toBeVisible();

  await page.getByRole('button', { name: 'Move Order number down' }).click();
  await expect(page.getByRole('list', { name: 'Questions of How bad it is' }).getByRole('listitem')).toHaveText([
    /^\s*Order number/,
    /^\s*Production stands still/,
  ]);
  await page.getByRole('button', { name: 'Move Order number up' }).click();

  await page.getByRole('link', { name: 'Check', exact: true }).click();
  await page.getByRole('link', { name: 'Keep as a test case 1' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Passes')).toBeVisible();

  await page.getByRole('link', { name: 'Questions', exact: true }).click();
  await page.getByRole('link', { name: 'Publish…' }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Customers have version 1, exactly this.')).toBeVisible();

  const nora = await enter(company.nora);
  await nora.goto(at(company.host, '/requests/new'));
  await nora.getByRole('link', { name: /^Report a problem/ }).click();
  await expect(nora.getByRole('heading', { name: 'What it is about' })).toBeVisible();
  await expect(nora.getByLabel('Order number')).toBeHidden();
  await sendTheForm(nora, hasScript);

  const amir = await enter(company.amir);
  await openTicket(amir, 'Billed twice');
  const asked = amir.getByRole('article').filter({ hasText: 'The same order came twice.' });
  for (const words of ['Billing', 'A-4711', 'plan.txt', 'order.txt']) await expect(asked).toContainText(words);
});

test('two who work on one form lose nothing of what they typed', async ({ company, enter }) => {
  const first = await enter(company.olivia);
  await addForm(first, 'Support');
  const second = await enter(company.olivia);
  await second.goto(first.url());
  await second.getByRole('link', { name: 'Texts and outcome' }).click();
  await second.getByLabel('Intro').fill('We answer within a day.');
  await addSection(first, 'More');
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(second.getByText('Somebody has changed this form since you opened the page.')).toBeVisible();
  await expect(second.getByLabel('Intro')).toHaveValue('We answer within a day.');
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(second.getByText('Saved.')).toBeVisible();
  await second
    .getByRole('link', { name: 'Preview' })
    .or(second.getByRole('link', { name: 'Questions', exact: true }))
    .first()
    .click();
  await second.getByRole('link', { name: 'Preview' }).click();
  await expect(second.getByText('We answer within a day.')).toBeVisible();
});
