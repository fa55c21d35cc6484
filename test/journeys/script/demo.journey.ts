import { askForMail, signInOn } from '../support/code-page.ts';
import type { Person } from '../support/company.ts';
import { expect, test } from '../support/journey.ts';
import { at, port } from '../support/places.ts';

// Journeys with the people of the demo, each of them in one journey only:
// who asks for a second mail voids the first.
const person = (host: string, email: string): Person => ({ host, email, name: '' });

test('each demo portal is its company’s own, and the start page leads to them', async ({ stranger }) => {
  const page = await stranger();
  await page.goto(at('localhost'));
  for (const host of ['acme.localhost', 'globex.localhost', 'app.localhost']) {
    await expect(page.locator(`a[href^="http://${host}:${port}"]`).first()).toBeVisible();
  }
  await page.goto(at('acme.localhost'));
  await expect(page).toHaveTitle('Sign in · Acme');
  const accent = () => page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--accent')");
  const ofAcme = await accent();
  await page.goto(at('globex.localhost'));
  await expect(page).toHaveTitle('Sign in · Globex');
  expect(await accent()).not.toBe(ofAcme);
  await page.goto(at('nobody.localhost'));
  await expect(page.locator('body')).not.toContainText(/Acme|Globex/);
});

test('on a custom hostname the link of the sign-in mail stays on it', async ({ stranger }) => {
  const nils = person('help.acme.localhost', 'nils@northwind.test');
  const page = await stranger();
  await page.goto(at(nils.host));
  const { link, text } = await askForMail(page, nils);
  expect(text).toContain(`http://${nils.host}:${port}/`);
  await page.goto(at(nils.host, link));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Your requests' })).toBeVisible();
  // A session belongs to one host.
  await page.goto(at('acme.localhost'));
  await expect(page).toHaveTitle('Sign in · Acme');
});

test('a customer of Globex sees Globex’s requests, and none of Acme’s', async ({ stranger }) => {
  const hal = person('globex.localhost', 'hal@hooli.test');
  const page = await stranger();
  await page.goto(at(hal.host));
  await signInOn(page, hal, true);
  await expect(page.getByRole('heading', { name: 'Requests of Hooli' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Night allowance missing in this pay run' })).toBeVisible();
  await page.context().clearCookies();
  await page.goto(at('acme.localhost'));
  await page.getByLabel('Your email address').fill(hal.email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByText(`If ${hal.email} is known here`)).toBeVisible();
});
