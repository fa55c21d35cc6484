import { openTicket, saveChanges } from '../support/agent.ts';
import { askRequest, statusOf } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { agentHost, at } from '../support/places.ts';

test('an owner names a status; agents set it, and the customer reads the word that is for them', async ({
  company,
  enter,
}) => {
  const nora = await enter(company.nora);
  const path = await askRequest(nora, company.host, { subject: 'The gate' });
  const olivia = await enter(company.olivia);
  await olivia.goto(at(agentHost, '/settings/statuses'));
  await olivia.getByLabel('Name', { exact: true }).fill('With engineering');
  await olivia.getByLabel('What customers read optional').fill('In progress');
  await olivia.getByLabel('Category').selectOption('Waiting');
  await olivia.getByRole('button', { name: 'Add a status' }).click();
  await expect(olivia.getByText('Added.')).toBeVisible();
  await olivia.getByRole('button', { name: 'Up With engineering' }).click();
  await expect(olivia.getByText('Moved.')).toBeVisible();

  await olivia.goto(at(agentHost, '/settings/teams'));
  await olivia.getByLabel('Name', { exact: true }).fill('Hardware');
  await olivia.getByRole('button', { name: 'Add a team' }).click();

  const amir = await enter(company.amir);
  await openTicket(amir, 'The gate');
  await amir.getByLabel('Status', { exact: true }).selectOption('With engineering');
  await saveChanges(amir);
  await expect(amir.getByText('changed the status from New to With engineering')).toBeVisible();
  await amir.getByLabel('Team').selectOption('Hardware');
  await saveChanges(amir);
  await expect(amir.getByText('gave this to the team Hardware')).toBeVisible();
  await amir.getByLabel('Tags', { exact: true }).fill('VIP, firmware');
  await amir.getByRole('button', { name: 'Add Tags' }).click();
  await expect(amir.getByText('added the tags vip, firmware')).toBeVisible();
  await amir.getByRole('button', { name: 'Remove vip' }).click();
  await expect(amir.getByText('removed the tags vip')).toBeVisible();

  await nora.goto(at(company.host, path));
  await expect(statusOf(nora)).toHaveText('In progress');
  await expect(nora.getByText(/engineering|Hardware|firmware/)).toHaveCount(0);
});
