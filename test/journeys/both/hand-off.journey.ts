import { expect, test } from '../support/journey.ts';
import { agentHost, at } from '../support/places.ts';
import { addKey, openProduct, tokenBy } from '../support/product.ts';

test('a product’s button opens the portal signed in, and asks before it makes somebody else of one', async ({
  company,
  enter,
  stranger,
}) => {
  const office = await enter(company.olivia);
  const key = await addKey(office, company.host);
  const product = await openProduct(key, { id: 'u-1', email: company.nora.email });
  try {
    const page = await stranger();
    await page.goto(product.address);
    await page.getByRole('button', { name: 'Support' }).click();
    await expect(page).toHaveURL(at(company.host, '/'));
    await expect(page.locator('summary', { hasText: 'You: Nora Lindqvist' })).toBeVisible();
    product.user = { id: 'u-2', email: company.nils.email };
    await page.goto(product.address);
    await page.getByRole('button', { name: 'Support' }).click();
    await expect(page.getByRole('heading', { name: 'Switch to another person?' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(company.nora.email);
    await page.getByRole('button', { name: 'Switch' }).click();
    await expect(page.locator('summary', { hasText: 'You: Nils Berger' })).toBeVisible();
    await office.goto(at(agentHost, '/settings/hand-off'));
    await expect(office.getByRole('row', { name: /Web app/ })).not.toContainText('Not yet');
  } finally {
    product.stop();
  }
});

test('the portal sends people to the product and gets them back where they were going', async ({
  company,
  enter,
  stranger,
}) => {
  const office = await enter(company.olivia);
  const key = await addKey(office, company.host);
  const product = await openProduct(key, { id: 'u-1', email: company.nora.email });
  try {
    await office.getByLabel('Sign-in address of your product').fill(product.address);
    await office.getByRole('button', { name: 'Save' }).click();
    await expect(office.getByText('Saved.')).toBeVisible();
    const page = await stranger();
    await page.goto(at(company.host, '/settings'));
    await expect(page.getByLabel('Your email address')).toBeVisible();
    await page.getByRole('link', { name: 'Continue with Umbrella' }).click();
    await page.getByRole('button', { name: 'Support' }).click();
    await expect(page).toHaveURL(at(company.host, '/settings'));
    await office.getByLabel('Go there at once').check();
    await office.getByRole('button', { name: 'Save' }).click();
    await expect(office.getByText('Saved.')).toBeVisible();
    await page.getByRole('button', { name: 'Sign out', exact: true }).last().click();
    await expect(page.getByText('You are signed out.')).toBeVisible();
    await page.goto(at(company.host, '/requests/new'));
    await page.getByRole('button', { name: 'Support' }).click();
    await expect(page).toHaveURL(at(company.host, '/requests/new'));
    await page.context().clearCookies();
    await page.goto(at(company.host, '/sign-in?by=mail'));
    await expect(page.getByLabel('Your email address')).toBeVisible();
  } finally {
    product.stop();
  }
});

test('a token that is refused tells its person what to do, and the owner why', async ({ company, enter, stranger }) => {
  const office = await enter(company.olivia);
  const key = await addKey(office, company.host);
  const token = await tokenBy('sign.mjs', key, { id: 'u-3', email: 'who@nowhere.test' });
  const page = await stranger();
  await page.goto(at(company.host, `/sign-in/hand-off?jwt=${token}`));
  await expect(page.getByRole('heading', { name: 'You cannot come in this way just now' })).toBeVisible();
  await page.getByRole('link', { name: 'Sign in by mail instead' }).click();
  await expect(page.getByLabel('Your email address')).toBeVisible();
  await office.goto(at(agentHost, '/settings/hand-off'));
  await expect(office.getByText('Nobody here has this sub or address')).toBeVisible();
  await office.getByRole('link', { name: 'Check a token' }).click();
  await office.getByLabel('Token').fill(token);
  await office.getByRole('button', { name: 'Check' }).click();
  await expect(office.getByRole('row', { name: /Signature is right/ })).toContainText('Passed');
  await expect(office.getByRole('row', { name: /Person may come in/ })).toContainText('Failed');
  await office.goto(at(agentHost, '/settings/hand-off'));
  await office.getByRole('link', { name: 'Revoke Web app' }).click();
  await office.getByRole('button', { name: 'Revoke key' }).click();
  await expect(office.getByText('Nothing that this key signs lets anybody in any more.')).toBeVisible();
});
