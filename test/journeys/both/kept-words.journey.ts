import type { Page } from '@playwright/test';
import { openTicket, saveChanges } from '../support/agent.ts';
import { signInOn } from '../support/code-page.ts';
import type { TestCompany } from '../support/company.ts';
import { askRequest, messages, statusOf, workspaceMenu } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { at } from '../support/places.ts';

/** From another device: every session of this person ends. */
async function signOutEverywhere(page: Page, { host }: TestCompany): Promise<void> {
  await page.goto(at(host, '/settings'));
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByText('You are signed out on every device.')).toBeVisible();
}

test('a request written in a session that ended is back after signing in', async ({
  company,
  enter,
  javaScriptEnabled: hasScript,
}) => {
  const [page, phone] = [await enter(company.nora), await enter(company.nora)];
  await page.goto(at(company.host, '/requests/new'));
  await page.getByLabel('Subject').fill('Written for an hour');
  await page.getByLabel('Description').fill('All of it matters.');
  await signOutEverywhere(phone, company);
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByText('What you wrote is kept')).toBeVisible();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await signInOn(page, company.nora, hasScript);

  await expect(page.getByText('Here is what you wrote earlier. It has not been sent yet.')).toBeVisible();
  await expect(page.getByLabel('Subject')).toHaveValue('Written for an hour');
  await expect(page.getByLabel('Description')).toHaveValue('All of it matters.');
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(messages(page, 'All of it matters.')).toHaveCount(1);
  await page.goto(at(company.host, '/requests/new'));
  await expect(page.getByLabel('Subject')).toHaveValue('');
});

test('a reply written in a session that ended is back in its thread', async ({
  company,
  enter,
  javaScriptEnabled: hasScript,
}) => {
  const [page, phone] = [await enter(company.nora), await enter(company.nora)];
  await askRequest(page, company.host, { subject: 'A long answer' });
  await page.getByLabel('Your reply').fill('First, second, third.');
  await signOutEverywhere(phone, company);
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(page.getByText('What you wrote is kept')).toBeVisible();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await signInOn(page, company.nora, hasScript);

  await expect(page.getByLabel('Your reply')).toHaveValue('First, second, third.');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(messages(page, 'First, second, third.')).toHaveCount(1);
  await expect(page.getByLabel('Your reply')).toHaveValue('');
});

test('a page made for another workspace asks before it sends', async ({
  company,
  stranger,
  javaScriptEnabled: hasScript,
}) => {
  const page = await stranger();
  await page.goto(at(company.host));
  await signInOn(page, company.marta, hasScript);
  await page.getByRole('button', { name: 'Northwind' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'New request' }).click();
  await page.getByLabel('Subject').fill('For Northwind alone');
  await page.getByLabel('Description').fill('Nobody else should read this.');
  const tab = await page.context().newPage();
  await tab.goto(at(company.host, '/workspaces'));
  await tab.getByRole('button', { name: 'Initech' }).click();
  await expect(workspaceMenu(tab, 'Initech')).toBeVisible();

  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByRole('heading', { name: 'This page was made for another workspace' })).toBeVisible();
  await expect(page.getByLabel('What you wrote')).toHaveValue('Nobody else should read this.');
  await tab.goto(at(company.host));
  await expect(tab.getByRole('link', { name: 'For Northwind alone' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Switch to Northwind' }).click();
  await expect(page.getByLabel('Description')).toHaveValue('Nobody else should read this.');
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(messages(page, 'Nobody else should read this.')).toHaveCount(1);
  await expect(workspaceMenu(page, 'Northwind')).toBeVisible();
});

test('a reply to a request that was closed meanwhile goes on as a follow-up', async ({ company, enter }) => {
  const nora = await enter(company.nora);
  await askRequest(nora, company.host, { subject: 'Too late' });
  await nora.getByLabel('Your reply').fill('One last thing.');
  const amir = await enter(company.amir);
  await openTicket(amir, 'Too late');
  await amir.getByRole('combobox', { name: 'Status', exact: true }).selectOption('Closed');
  await saveChanges(amir);
  await expect(statusOf(amir)).toContainText('Closed');

  await nora.getByRole('button', { name: 'Send reply' }).click();
  await expect(nora.getByText('This request was closed while you were writing.')).toBeVisible();
  await expect(nora.getByLabel('What you wrote')).toHaveValue('One last thing.');
  await nora.getByRole('button', { name: 'Send as a follow-up' }).click();
  await expect(nora.getByText('Follow-up of')).toBeVisible();
  await expect(messages(nora, 'One last thing.')).toHaveCount(1);
});
