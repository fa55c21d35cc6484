import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Person } from '../support/company.ts';
import { askRequest, reply } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { at } from '../support/places.ts';

const demo: Person = { host: 'acme.localhost', email: 'nora@northwind.test', name: 'Nora Lindqvist' };

/** The rows of the list. */
const rows = (page: Page) => page.locator('.request-list').getByRole('listitem');
const openFilters = (page: Page) => page.locator('summary', { hasText: 'Filter and sort' }).click();

test('a customer finds a request by a word in a reply, and keeps the search as a view', async ({ company, enter }) => {
  const page = await enter(company.nora);
  await askRequest(page, company.host, { subject: 'The northern gate' });
  await reply(page, 'It is the flux capacitor that hums.');
  await askRequest(page, company.host, { subject: 'Another matter' });
  await page.goto(at(company.host));
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('searchbox').fill('capacit');
  await page.getByRole('searchbox').press('Enter');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('It is the flux capacitor that hums.');
  await expect(rows(page).locator('mark')).toHaveText('capacitor');
  await page.getByRole('link', { name: 'Save this view' }).click();
  await page.getByLabel('Name').fill('Capacitors');
  await page.getByLabel('Everybody in').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeFocused();
  const views = page.getByRole('navigation', { name: 'Saved views' });
  await expect(views.getByRole('link', { name: 'Capacitors' })).toHaveAttribute('aria-current', 'page');
  await expect(rows(page)).toHaveCount(1);
  await page.goto(at(company.host));
  await views.getByRole('link', { name: 'Capacitors' }).click();
  await expect(rows(page)).toHaveCount(1);
  await views.getByRole('link', { name: 'Change or remove' }).click();
  await page.getByRole('button', { name: 'Remove this view' }).click();
  await expect(views).toHaveCount(0);
});

test('a customer narrows the list by a field, goes Back, and takes it along as a file', async ({ enter }) => {
  const page = await enter(demo);
  await page.goto(at(demo.host));
  const all = await rows(page).count();
  await openFilters(page);
  await page.getByLabel('Product').selectOption({ label: 'Carry robot' });
  await page.getByLabel('Sort by').selectOption({ label: 'Asked, oldest first' });
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('list', { name: 'Filters that are set' })).toContainText('Product: Carry robot');
  await expect(page).toHaveURL(/\/\?product=[^&]+&sort=created-asc$/);
  const some = await rows(page).count();
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv.trimEnd().split('\r\n')).toHaveLength(some + 1);
  expect(csv).toContain('Product');
  await page.getByRole('link', { name: 'Remove the filter Product: Carry robot' }).click();
  await expect(rows(page)).toHaveCount(all);
  await page.goBack();
  await expect(rows(page)).toHaveCount(some);
  await page.getByRole('link', { name: 'Clear filters' }).first().click();
  await expect(page).toHaveURL(/\/\?sort=created-asc$/);
});
