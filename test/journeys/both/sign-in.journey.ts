import { askForMail, signInOn, typeCode } from '../support/code-page.ts';
import { workspaceMenu } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { at } from '../support/places.ts';

test('a customer signs in by the code and lands where they wanted to go', async ({
  company,
  stranger,
  javaScriptEnabled: hasScript,
}) => {
  const page = await stranger();
  await page.goto(at(company.host, '/requests/new'));
  await expect(page.getByRole('heading', { name: 'Sign in to Umbrella' })).toBeVisible();
  await signInOn(page, company.nora, hasScript);
  await expect(page.getByRole('heading', { name: 'How can we help?' })).toBeVisible();
});

test('a wrong code is told, and the right one still works', async ({ company, stranger, javaScriptEnabled }) => {
  const page = await stranger();
  await page.goto(at(company.host));
  const { code } = await askForMail(page, company.nora);
  const wrong = code === '111111' ? '222222' : '111111';
  await page.getByLabel('Code from the mail').fill(wrong);
  if (!javaScriptEnabled) await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('region', { name: 'One thing needs your attention' })).toBeFocused();
  await typeCode(page, code, javaScriptEnabled);
  await expect(page.getByRole('heading', { name: 'Requests of Northwind' })).toBeVisible();
});

test('the link signs in another browser, which says who and where, and only once', async ({ company, stranger }) => {
  const asking = await stranger();
  await asking.goto(at(company.host, '/settings'));
  const { link } = await askForMail(asking, company.nora);

  const phone = await stranger();
  await phone.goto(at(company.host, link));
  await expect(phone.getByRole('heading', { name: 'Sign in to Umbrella?' })).toBeVisible();
  await expect(phone.getByText(`You will be signed in as ${company.nora.email} in this browser.`)).toBeVisible();
  await expect(phone.getByText('It was asked for in another browser')).toBeVisible();
  await phone.getByRole('button', { name: 'Sign in' }).click();
  await expect(phone.getByRole('heading', { name: 'Settings' })).toBeVisible();

  await asking.goto(at(company.host, link));
  await expect(asking.getByRole('heading', { name: 'This link has been used' })).toBeVisible();
  await expect(asking.getByLabel('Your email address')).toHaveValue(company.nora.email);
});

test('who belongs to two workspaces chooses one, and switches later', async ({
  company,
  stranger,
  javaScriptEnabled: hasScript,
}) => {
  const page = await stranger();
  await page.goto(at(company.host, '/settings'));
  await signInOn(page, company.marta, hasScript);
  await expect(page.getByRole('heading', { name: 'Choose a workspace' })).toBeVisible();
  await page.getByRole('button', { name: 'Initech' }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();

  await workspaceMenu(page, 'Initech').click();
  await page.getByRole('button', { name: 'Northwind' }).click();
  await expect(workspaceMenu(page, 'Northwind')).toBeVisible();
});

test('who has no name yet is asked for it once', async ({ company, stranger, javaScriptEnabled: hasScript }) => {
  const page = await stranger();
  await page.goto(at(company.host, '/requests/new'));
  await signInOn(page, company.newcomer, hasScript);
  await expect(page.getByRole('heading', { name: 'What is your name?' })).toBeVisible();
  await page.getByLabel('Your name').fill('Nell Quist');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'How can we help?' })).toBeVisible();

  const again = await stranger();
  await again.goto(at(company.host, '/settings'));
  await signInOn(again, company.newcomer, hasScript);
  await expect(again.getByLabel('Your name')).toHaveValue('Nell Quist');
});

test('an unknown address is answered like any other', async ({ company, stranger }) => {
  const page = await stranger();
  await page.goto(at(company.host));
  await page.getByLabel('Your email address').fill('nobody@nowhere.test');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByText('If nobody@nowhere.test is known here')).toBeVisible();
});
