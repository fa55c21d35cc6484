import { openTicket } from '../support/agent.ts';
import { checkPage } from '../support/check-page.ts';
import { askRequest } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { agentHost, at } from '../support/places.ts';

test('making fields, and filling them in', async ({ company, enter, complaints }) => {
  const owner = await enter(company.olivia);
  await owner.goto(at(agentHost, '/settings/fields'));
  await checkPage(owner, 'no fields yet');
  await owner.getByRole('link', { name: 'Add a field' }).click();
  await checkPage(owner, 'kinds of fields');
  for (const kind of ['Whole number', 'Several of a list', 'Person of the account', 'Files']) {
    await owner.goto(at(agentHost, '/settings/fields/new'));
    await owner.getByRole('link', { name: kind, exact: true }).click();
    await owner.getByLabel('Label').fill(kind);
    if (kind === 'Several of a list') await owner.getByLabel('Choices').fill('One\nTwo\nThree');
    if (kind === 'Whole number') {
      await owner.getByLabel('At least').fill('ten');
      await owner.getByRole('button', { name: 'Add the field' }).click();
      await checkPage(owner, 'a new field with an error');
      await owner.getByLabel('At least').fill('10');
      await owner.getByLabel('Needed to solve').check();
    }
    await owner.getByRole('button', { name: 'Add the field' }).click();
    await expect(owner.getByText('The field was added.')).toBeVisible();
  }
  await owner.goto(at(agentHost, '/settings/fields'));
  await checkPage(owner, 'fields');
  await owner.getByRole('link', { name: 'Several of a list' }).click();
  await owner.getByRole('button', { name: 'Retire Two' }).click();
  await checkPage(owner, 'a field with choices');
  await owner.getByRole('link', { name: 'Delete this field' }).click();
  await checkPage(owner, 'deleting a field');

  const nora = await enter(company.nora);
  await askRequest(nora, company.host, { subject: 'The gate is stuck' });
  const details = nora.getByRole('region', { name: 'Details' });
  for (const row of await details.locator('summary').all()) await row.click();
  await checkPage(nora, 'details, all open');
  await details.getByRole('textbox').first().fill('nine');
  await details.getByRole('button', { name: 'Save Whole number' }).click();
  await expect(nora.getByText('Please write a number in digits')).toBeVisible();
  await checkPage(nora, 'a value with an error');

  const amir = await enter(company.amir);
  await openTicket(amir, 'The gate is stuck');
  await checkPage(amir, 'fields of a ticket');
  // Of its own change a page need not hear to make the next.
  complaints.expect(/ERR_FAILED|Failed to fetch/);
  await amir.route('**/updates**', (route) => route.abort());
  const fields = amir.getByRole('region', { name: 'Details' });
  await fields.getByText('More fields').click();
  await fields.getByText('Several of a list').first().click();
  for (const choice of ['One', 'Three']) {
    await fields.getByLabel(choice, { exact: true }).check();
    const answer = amir.waitForResponse(/\/fields\//);
    await fields.getByRole('button', { name: 'Save Several of a list' }).click();
    expect((await answer).status()).toBe(204);
  }
  await amir.getByRole('button', { name: 'Mark as solved' }).click();
  await expect(amir.getByText('please fill in this field')).toBeVisible();
  await checkPage(amir, 'a ticket that cannot be solved yet');
});
