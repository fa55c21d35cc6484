import { expect, test } from '../support/journey.ts';
import { at } from '../support/places.ts';

test('a customer changes name and zone, and pages follow', async ({ company, enter }) => {
  const page = await enter(company.nora);
  await page.goto(at(company.host, '/settings'));
  await page.getByLabel('Your name').fill('Nora L.');
  await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Your settings are saved.')).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Nora L.');
  await expect(page.getByRole('contentinfo')).toContainText('Tokyo');
  await page.getByLabel('Your name').fill('  ');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'One thing needs your attention' })).toBeFocused();
});

test('signing out ends this browser’s session and no other', async ({ company, enter }) => {
  const [desktop, phone] = [await enter(company.nora), await enter(company.nora)];
  await desktop.goto(at(company.host));
  await desktop.locator('summary', { hasText: 'You: Nora Lindqvist' }).click();
  await desktop.getByRole('button', { name: 'Sign out' }).click();
  await expect(desktop.getByText('You are signed out.')).toBeVisible();
  await desktop.goto(at(company.host, '/settings'));
  await expect(desktop.getByRole('heading', { name: 'Sign in to Umbrella' })).toBeVisible();
  await phone.goto(at(company.host, '/settings'));
  await expect(phone.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('signing out everywhere ends every session', async ({ company, enter }) => {
  const [desktop, phone] = [await enter(company.nora), await enter(company.nora)];
  await desktop.goto(at(company.host, '/settings'));
  await desktop.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(desktop.getByText('You are signed out on every device.')).toBeVisible();
  await phone.goto(at(company.host, '/settings'));
  await expect(phone.getByRole('heading', { name: 'Sign in to Umbrella' })).toBeVisible();
});
