import { answer, leaveNote, openTicket, saveChanges, stopReading } from '../support/agent.ts';
import { signInOn } from '../support/code-page.ts';
import { newCompany } from '../support/company.ts';
import { messages, statusOf } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { agentHost, at } from '../support/places.ts';
import { desk } from '../support/stories.ts';

test('an agent signs in, and finds each view with its count and order', async ({
  stranger,
  javaScriptEnabled: hasScript,
}) => {
  const company = await newCompany(desk);
  const page = await stranger();
  await page.goto(at(agentHost, '/tickets?view=mine'));
  await expect(page.getByRole('heading', { name: 'Sign in to Portico' })).toBeVisible();
  await signInOn(page, company.amir, hasScript);
  await expect(page.getByRole('heading', { level: 1, name: 'Mine' })).toBeVisible();

  const views = page.getByRole('navigation', { name: 'Views' });
  for (const words of ['Mine 1', 'Unassigned 2', 'All open 3', 'Solved 1']) {
    await expect(views.getByRole('link', { name: words })).toBeVisible();
  }
  await expect(page.locator('[data-row]')).toContainText(['Amir has it']);

  await views.getByRole('link', { name: 'All open' }).click();
  const rows = page.locator('[data-row]');
  await expect(rows).toContainText(['Asked an hour ago', 'Asked yesterday', 'Amir has it']);
  await expect(page.getByText(/Longest wait/i)).toContainText('Asked yesterday');
  await page.getByRole('navigation', { name: 'Sort by' }).getByRole('link', { name: 'Age', exact: true }).click();
  await expect(rows).toContainText(['Amir has it', 'Asked yesterday', 'Asked an hour ago']);
  await page.getByRole('link', { name: /^Age/ }).click();
  await expect(rows).toContainText(['Asked an hour ago', 'Asked yesterday', 'Amir has it']);
});

test('a note and a reply are told apart before and after they are sent', async ({ enter }) => {
  const company = await newCompany(desk);
  const page = await enter(company.amir);
  await openTicket(page, 'Asked yesterday');
  await expect(page.getByText('Public. Goes by mail and portal to Nora Lindqvist.')).toBeVisible();
  await expect(page.getByText('Internal. Only agents')).toBeHidden();
  await page.getByRole('radio', { name: 'Internal note' }).check({ force: true });
  await expect(page.getByText('Internal. Only agents of Umbrella see it; no mail goes out.')).toBeVisible();
  await expect(page.getByText('Public. Goes by mail')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Send reply' })).toBeHidden();

  await leaveNote(page, 'She rang, too.');
  await expect(messages(page, 'She rang, too.')).toContainText('Only your team sees this');
  await expect(statusOf(page)).toContainText('New');
  await answer(page, 'We are on our way.');
  await expect(messages(page, 'We are on our way.')).not.toContainText('Only your team sees this');
  await expect(statusOf(page)).toContainText('Waiting on customer');
});

test('an agent sets status, priority and assignee', async ({ enter }) => {
  const company = await newCompany(desk);
  const page = await enter(company.amir);
  await openTicket(page, 'Asked yesterday');
  await page.getByRole('button', { name: 'Assign to me' }).click();
  await expect(page.getByText('Amir Haddad took this')).toBeVisible();
  await page.getByLabel('Priority').selectOption('Urgent');
  await saveChanges(page);
  await expect(page.getByText('changed the priority from Normal to Urgent')).toBeVisible();
  await page.getByLabel('Assignee').selectOption('Olivia Brandt');
  await saveChanges(page);
  await expect(page.getByText('assigned this to Olivia Brandt')).toBeVisible();
  await page.getByRole('button', { name: 'Mark as solved' }).click();
  await expect(statusOf(page)).toContainText('Solved');
  await page.getByRole('combobox', { name: 'Status', exact: true }).selectOption('Open');
  await saveChanges(page);
  await expect(page.getByText('changed the status from Solved to Open')).toBeVisible();
});

test('an agent answers and solves in one step', async ({ enter }) => {
  const company = await newCompany(desk);
  const page = await enter(company.olivia);
  await openTicket(page, 'Asked an hour ago');
  await answer(page, 'Done and tested.', 'Solved');
  await expect(statusOf(page)).toContainText('Solved');
  await page.goto(at(agentHost, '/tickets?view=solved'));
  await expect(page.getByRole('link', { name: 'Asked an hour ago' })).toBeVisible();
});

test('a send onto a thread that moved on stops, shows what came in, and keeps the text', async ({
  enter,
  javaScriptEnabled: hasScript,
}) => {
  const company = await newCompany(desk);
  const [amir, olivia] = [await enter(company.amir), await enter(company.olivia)];
  await openTicket(amir, 'Asked yesterday');
  await amir.getByLabel('Your reply').fill('I will come at noon.');
  await openTicket(olivia, 'Asked yesterday');
  if (hasScript) await stopReading(amir);
  await answer(olivia, 'I am there already.');
  await amir.getByRole('button', { name: 'Send reply' }).click();
  await expect(amir.getByText('Not sent yet')).toBeVisible();
  await expect(messages(amir, 'I am there already.')).toHaveCount(1);
  await expect(amir.getByLabel('Your reply')).toHaveValue('I will come at noon.');

  await amir.getByRole('button', { name: 'Send reply' }).click();
  await expect(messages(amir, 'I will come at noon.')).toHaveCount(1);
});
