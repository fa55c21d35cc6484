import type { Page } from '@playwright/test';
import { openTicket } from '../support/agent.ts';
import { askRequest } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { agentHost, at } from '../support/places.ts';

async function addField(page: Page, kind: string, label: string, fill: () => Promise<void>): Promise<void> {
  await page.goto(at(agentHost, '/settings/fields/new'));
  await page.getByRole('link', { name: kind, exact: true }).click();
  await page.getByLabel('Label').fill(label);
  await fill();
  await page.getByRole('button', { name: 'Add the field' }).click();
  await expect(page.getByText('The field was added.')).toBeVisible();
}

test('an admin makes fields, a customer and an agent fill them in, and nothing is solved before', async ({
  company,
  enter,
}) => {
  const owner = await enter(company.olivia);
  await addField(owner, 'Short text', 'Order number', () => owner.getByLabel('Read and change it').check());
  await addField(owner, 'One of a list', 'Product', async () => {
    await owner.getByLabel('Choices').fill('Gate\nDoor\nFence');
    await owner.getByLabel('Read it').check();
  });
  await addField(owner, 'Checkbox', 'Cause found', async () => {
    await owner.getByLabel('Nothing: only agents see it').check();
    await owner.getByLabel('Needed to solve').check();
  });
  await owner.goto(at(agentHost, '/settings/fields'));
  await owner.getByRole('button', { name: 'Move up Product' }).click();
  await expect(owner.getByRole('list', { name: 'In use' }).getByRole('listitem').first()).toContainText('Product');

  const nora = await enter(company.nora);
  const path = await askRequest(nora, company.host, { subject: 'The gate is stuck' });
  const details = nora.getByRole('region', { name: 'Details' });
  await details.getByText('Order number').first().click();
  await details.getByLabel('Order number').fill('A-1042');
  await details.getByRole('button', { name: 'Save Order number' }).click();
  await expect(nora.getByText('You set Order number to A-1042')).toBeVisible();
  await expect(details).toContainText('A-1042');
  await expect(details.locator('summary:focus')).toContainText('Saved');

  const amir = await enter(company.amir);
  await openTicket(amir, 'The gate is stuck');
  const fields = amir.getByRole('region', { name: 'Details' });
  await expect(fields).toContainText('A-1042');
  await amir.getByLabel('Your reply').fill('It is oiled.');
  await amir.getByLabel('Then set to').selectOption('solved');
  await amir.getByRole('button', { name: 'Send reply' }).click();
  await expect(amir.getByText('please fill in this field')).toBeVisible();
  await expect(amir.getByRole('link', { name: 'Cause found' })).toHaveAttribute('href', /^#field-/);
  await expect(amir.getByLabel('Your reply')).toHaveValue('It is oiled.');
  if (!(await fields.getByRole('checkbox').isVisible())) await fields.getByText('Cause found').first().click();
  await fields.getByRole('checkbox').check();
  await fields.getByRole('button', { name: 'Save Cause found' }).click();
  await expect(amir.getByText('changed Cause found from No to Yes')).toBeVisible();
  await fields.getByText('More fields').click();
  await fields.getByText('Product').first().click();
  await fields.getByLabel('Product').selectOption('Gate');
  await fields.getByRole('button', { name: 'Save Product' }).click();
  await expect(amir.getByText('set Product to Gate')).toBeVisible();

  await nora.goto(at(company.host, path));
  await expect(details).toContainText('Gate');
  await expect(nora.getByText('Cause found')).toHaveCount(0);
});
