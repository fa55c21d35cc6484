import { newCompany } from '../support/company.ts';
import { expect, test } from '../support/journey.ts';
import { agentHost, at } from '../support/places.ts';
import { desk } from '../support/stories.ts';

test('an owner adds a customer and the person of it, who then signs in', async ({ company, enter }) => {
  const page = await enter(company.olivia);
  await page.goto(at(agentHost, '/accounts'));
  await page.getByRole('link', { name: 'Add account' }).click();
  await page.getByLabel('Name').fill('Hooli');
  await page.getByLabel('Your own id of it').fill('cus-77');
  await page.getByRole('button', { name: 'Add account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hooli' })).toBeVisible();
  await expect(page.getByText('Nobody can sign in yet.')).toBeVisible();

  await page.getByRole('link', { name: 'Add a person' }).click();
  const hal = { host: company.host, email: `hal@${company.slug}.test`, name: 'Hal Whitman' };
  await page.getByLabel('Email address').fill(hal.email);
  await page.getByLabel('Name').fill(hal.name);
  await page.getByRole('radio', { name: 'Admin' }).check();
  await page.getByRole('button', { name: 'Add person' }).click();
  await expect(page.getByText('They can sign in now.')).toBeVisible();
  await expect(page.getByText('Every ticket, because Hal Whitman is an admin of Hooli.')).toBeVisible();

  const portal = await enter(hal);
  await portal.goto(at(company.host));
  await expect(portal.getByRole('heading', { level: 1 })).toContainText('Hooli');
});

test('a person is corrected, changes role, and leaves the account; each says what it means', async ({
  company,
  enter,
}) => {
  const page = await enter(company.olivia);
  await page.goto(at(agentHost, '/accounts?q=north'));
  await page.getByRole('link', { name: 'Northwind' }).click();
  await page.getByRole('link', { name: 'Nils Berger' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Nils B.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nils B.' })).toBeVisible();

  const portal = await enter(company.nils);
  await portal.goto(at(company.host));
  await page.reload();
  await page.getByRole('combobox', { name: 'Role' }).selectOption('Admin');
  await page.getByRole('button', { name: 'Change role' }).click();
  await expect(page.getByText('Role changed.')).toBeVisible();
  await portal.reload();
  await expect(portal.getByRole('heading', { level: 1 })).toContainText('Northwind');

  await page.getByRole('link', { name: 'Remove from Northwind' }).click();
  await expect(page.getByText('Their tickets stay with the account')).toBeVisible();
  await page.getByRole('button', { name: 'Remove from Northwind' }).click();
  await expect(page.getByText('They can enter this account no more.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Nils B.' })).toHaveCount(0);
  await portal.reload();
  await expect(portal.getByRole('heading', { name: 'Sign in to Umbrella' })).toBeVisible();
});

test('a domain is confirmed after the warning, and a public mail provider is refused', async ({ company, enter }) => {
  const page = await enter(company.olivia);
  await page.goto(at(agentHost, '/accounts'));
  await page.getByRole('link', { name: 'Initech' }).click();
  await page.getByRole('link', { name: 'Add a domain' }).click();
  await page.getByLabel('Domain').fill('gmail.com');
  await page.getByRole('button', { name: 'Go on to confirm' }).click();
  await expect(page.getByRole('region', { name: 'One thing needs your attention' })).toBeFocused();
  await page.getByLabel('Domain').fill('initech.test');
  await page.getByRole('button', { name: 'Go on to confirm' }).click();
  await expect(page.getByText('Confirm it only if the company alone gives out addresses there.')).toBeVisible();
  await page.getByRole('button', { name: 'Confirm initech.test' }).click();
  await expect(page.getByRole('row', { name: /initech\.test/ })).toContainText('Confirmed');
});

test('a ticket says who can see it and why, and an agent without the right changes nothing', async ({ enter }) => {
  const company = await newCompany(desk);
  const page = await enter(company.amir);
  await page.goto(at(agentHost, '/tickets'));
  await page.getByRole('table').getByRole('link', { name: 'Asked yesterday' }).click();
  await page.getByRole('link', { name: 'Who can see this?' }).click();
  await expect(page.getByText('Nora Lindqvist sees it because they are an admin of Northwind')).toBeVisible();
  await page.getByLabel('Their email address').fill(company.ines.email);
  await page.getByRole('button', { name: 'Ask' }).click();
  await expect(page.getByText('Ines Moreau cannot see it, because they have no place in Northwind')).toBeVisible();

  await page.goto(at(agentHost, '/accounts'));
  await expect(page.getByRole('link', { name: 'Add account' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Northwind' }).click();
  await expect(page.getByRole('link', { name: 'Edit', exact: true })).toHaveCount(0);
});

test('an owner says who may come in and how agents sign in', async ({ company, enter }) => {
  const page = await enter(company.olivia);
  await page.goto(at(agentHost, '/settings/access'));
  await page.getByRole('radio', { name: 'People of a confirmed domain', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Open the ticket from the mail' }).uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. It counts from now on.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Open the ticket from the mail' })).not.toBeChecked();
  await page.getByRole('checkbox', { name: 'Agents need a second step' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'One thing needs your attention' })).toContainText(
    'Set up your own second step first',
  );
});
