import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/journey.ts';
import { agentHost, at } from '../support/places.ts';

test('an admin of a customer changes a role; both sides read who did it', async ({ company, enter }) => {
  const nora = await enter(company.nora);
  await nora.goto(at(company.host, '/members'));
  await nora.getByRole('link', { name: 'Manage Nils Berger' }).click();
  await nora.getByRole('link', { name: 'Make admin' }).click();
  await nora.getByRole('button', { name: 'Make admin' }).click();
  await expect(nora.getByText('The role is changed.')).toBeVisible();
  await nora.goto(at(company.host, '/members/history'));
  await expect(nora.getByRole('row', { name: 'Nora Lindqvist made Nils Berger an admin of Northwind' })).toBeVisible();

  const olivia = await enter(company.olivia);
  await olivia.goto(at(agentHost, '/settings/audit'));
  await olivia.locator('summary', { hasText: 'Filters' }).click();
  await olivia.getByLabel('Person (email)').fill(company.nils.email);
  await olivia.getByLabel('Kind').selectOption('People and access');
  await olivia.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(olivia.getByText('Person: Nils Berger')).toBeVisible();
  await expect(olivia.getByRole('row').filter({ hasText: 'made Nils Berger an admin of Northwind' })).toHaveCount(1);
  const waiting = olivia.waitForEvent('download');
  await olivia.getByRole('button', { name: 'Export CSV' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe(`audit-${company.slug}.csv`);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.split('\r\n')).toHaveLength(3);
  expect(text).toContain('Nora Lindqvist made Nils Berger an admin of Northwind');
});
