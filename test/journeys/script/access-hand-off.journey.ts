import { checkPage } from '../support/check-page.ts';
import { expect, test } from '../support/journey.ts';
import { agentHost, at } from '../support/places.ts';
import { addKey, openProduct, tokenBy } from '../support/product.ts';

const settings = at(agentHost, '/settings/hand-off');

test('the settings of the hand-off', async ({ company, enter }) => {
  const page = await enter(company.olivia);
  await page.goto(settings);
  await checkPage(page, 'hand-off, no key');
  for (const kind of ['secret', 'public', 'set']) {
    await page.goto(`${settings}/keys/new?kind=${kind}`);
    await checkPage(page, `new key, ${kind}`);
  }
  await page.getByLabel('Name').fill('Provider');
  await page.getByLabel('Issuer (iss)').fill('https://login.umbrella.test');
  await page.getByLabel('Address of the key set').fill('https://127.0.0.1/jwks.json');
  await page.getByRole('button', { name: 'Add key' }).click();
  await expect(page.getByRole('region', { name: 'One thing needs your attention' })).toBeFocused();
  await checkPage(page, 'new key with an error');
});

test('keys, refusals and checked tokens', async ({ company, enter, stranger }) => {
  const page = await enter(company.olivia);
  await page.goto(`${settings}/keys/new`);
  await page.getByLabel('Name').fill('Old app');
  await page.getByLabel('Issuer (iss)').fill('https://old.umbrella.test');
  await page.getByRole('button', { name: 'Add key' }).click();
  await expect(page.getByRole('heading', { name: 'Your key' })).toBeVisible();
  await checkPage(page, 'key made');
  const key = await addKey(page, company.host);
  const token = await tokenBy('sign.mjs', key, { id: 'u-1', email: 'who@nowhere.test' });
  await (await stranger()).goto(at(company.host, `/sign-in/hand-off?jwt=${token}`));
  await page.getByRole('link', { name: 'Revoke Old app' }).click();
  await expect(page.getByRole('heading', { name: 'Revoke Old app?' })).toBeVisible();
  await checkPage(page, 'revoke a key');
  await page.getByRole('button', { name: 'Revoke key' }).click();
  await expect(page.getByText('Nothing that this key signs')).toBeVisible();
  await checkPage(page, 'hand-off, keys and refusals');
  await page.getByRole('link', { name: 'Check a token' }).click();
  await expect(page.getByLabel('Token')).toBeVisible();
  await checkPage(page, 'check a token');
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('It would be refused.')).toBeVisible();
  await checkPage(page, 'checked token');
});

test('the way in from a product', async ({ company, enter, stranger }) => {
  const office = await enter(company.olivia);
  const key = await addKey(office, company.host);
  const product = await openProduct(key, { id: 'u-1', email: company.nora.email });
  try {
    await office.getByLabel('Sign-in address of your product').fill(product.address);
    await office.getByRole('button', { name: 'Save' }).click();
    await expect(office.getByText('Saved.')).toBeVisible();
    const page = await stranger();
    await page.goto(at(company.host, '/sign-in'));
    await checkPage(page, 'sign-in with a product');
    await page.goto(at(company.host, '/sign-in/hand-off?jwt=a.b.c'));
    await checkPage(page, 'hand-off that is broken');
    await page.goto(at(company.host, '/sign-in/hand-off/continue'));
    await checkPage(page, 'hand-off that took too long');
    await page.goto(product.address);
    await page.getByRole('button', { name: 'Support' }).click();
    await expect(page).toHaveURL(at(company.host, '/'));
    product.user = { id: 'u-2', email: company.nils.email };
    await page.goto(product.address);
    await page.getByRole('button', { name: 'Support' }).click();
    await expect(page.getByRole('heading', { name: 'Switch to another person?' })).toBeVisible();
    await checkPage(page, 'somebody else');
  } finally {
    product.stop();
  }
});
