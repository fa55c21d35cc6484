import { answer, openTicket } from '../support/agent.ts';
import { askRequest, messages, workspaceMenu } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { at } from '../support/places.ts';

test('a consultant works for two customers and sees where something is new', async ({ company, enter }) => {
  const marta = await enter(company.marta);
  await marta.goto(at(company.host));
  await marta.getByRole('button', { name: 'Initech' }).click();
  const path = await askRequest(marta, company.host, { subject: 'The lift stops' });

  await workspaceMenu(marta, 'Initech').click();
  await marta.getByRole('button', { name: 'Northwind' }).click();
  await expect(workspaceMenu(marta, 'Northwind')).toBeVisible();
  await expect(marta.getByRole('link', { name: 'The lift stops' })).toHaveCount(0);

  const amir = await enter(company.amir);
  await openTicket(amir, 'The lift stops');
  await answer(amir, 'Somebody is on the way.');

  await workspaceMenu(marta, 'Northwind').click();
  await marta.getByRole('link', { name: 'All workspaces and news' }).click();
  await expect(marta.getByRole('button', { name: 'Initech' })).toContainText('1 request with news');

  await marta.goto(at(company.host, path));
  await expect(marta.getByRole('heading', { name: 'This request is in Initech' })).toBeVisible();
  await marta.getByRole('button', { name: 'Switch to Initech and open it' }).click();
  await expect(messages(marta, 'Somebody is on the way.')).toHaveCount(1);
  await marta.goto(at(company.host, '/workspaces'));
  await expect(marta.getByRole('button', { name: 'Initech' })).not.toContainText('news');
});

test('a request of the other workspace that is not one’s own is not there', async ({ company, enter }) => {
  const ines = await enter(company.ines);
  const path = await askRequest(ines, company.host, { subject: 'Of Ines alone' });
  const marta = await enter(company.marta);
  await marta.goto(at(company.host));
  await marta.getByRole('button', { name: 'Northwind' }).click();
  await marta.goto(at(company.host, path));
  await expect(marta.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
});
