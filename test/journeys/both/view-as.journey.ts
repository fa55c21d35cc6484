import { askRequest } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { agentHost, at } from '../support/places.ts';

test('an agent sees the portal as a customer does, changes nothing, and leaves', async ({ company, enter }) => {
  const nora = await enter(company.nora);
  await askRequest(nora, company.host, { subject: 'The ramp is too steep' });
  const amir = await enter(company.amir);
  await amir.goto(at(agentHost, '/tickets'));
  await amir.getByRole('table').getByRole('link', { name: 'The ramp is too steep' }).click();
  await amir.getByRole('button', { name: 'View as Nora Lindqvist' }).click();
  const opened = amir.context().waitForEvent('page');
  await amir.getByRole('link', { name: 'Open the portal' }).click();
  const portal = await opened;
  await expect(portal.getByText('You are Amir Haddad of Umbrella')).toBeVisible();
  await portal.getByRole('button', { name: 'View as Nora Lindqvist' }).click();

  const banner = portal.getByRole('region', { name: 'Viewing as somebody else' });
  await expect(banner).toContainText('You see this portal as Nora Lindqvist (Northwind). Nothing can be changed.');
  await portal.getByRole('link', { name: 'The ramp is too steep' }).click();
  await expect(portal.getByText('Nora Lindqvist can answer here.')).toBeVisible();
  await expect(portal.getByLabel('Your reply')).toHaveCount(0);
  await portal.goto(at(company.host, '/requests/new'));
  await expect(portal.getByRole('button', { name: 'Send request' })).toBeDisabled();
  await portal.goto(at(company.host, '/settings'));
  await expect(portal.getByLabel('Your name')).toBeDisabled();

  await banner.getByRole('button', { name: 'End' }).click();
  await expect(portal.getByRole('heading', { name: 'You no longer view as somebody else' })).toBeVisible();
  await portal.goto(at(company.host));
  await expect(portal.getByRole('heading', { name: 'Sign in to Umbrella' })).toBeVisible();
  await nora.goto(at(company.host));
  await expect(nora.getByRole('link', { name: 'The ramp is too steep' })).toBeVisible();
});
