import { answer, openTicket } from '../support/agent.ts';
import { checkPage } from '../support/check-page.ts';
import { askRequest, messages } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { agentHost, at } from '../support/places.ts';

test('people on a request', async ({ company, enter }) => {
  const olivia = await enter(company.olivia);
  await olivia.goto(at(agentHost, '/settings/requests'));
  await checkPage(olivia, 'settings of requests');
  await olivia.getByLabel('Anybody, by email address').check();
  await olivia.getByLabel('Days until').fill('0');
  await olivia.getByRole('button', { name: 'Save' }).click();
  await checkPage(olivia, 'settings of requests with an error');
  await olivia.getByLabel('Days until').fill('7');
  await olivia.getByRole('button', { name: 'Save' }).click();
  await expect(olivia.getByText('Saved.')).toBeVisible();

  const nora = await enter(company.nora);
  const path = await askRequest(nora, company.host, { subject: 'The lift hums' });
  await nora.goto(at(company.host, `${path}/people`));
  await nora.getByLabel('Somebody else').fill(`guest@${company.slug}.test`);
  await nora.getByRole('button', { name: 'Add by address' }).click();
  await expect(nora.getByText('Added.')).toBeVisible();
  await checkPage(nora, 'people on a request');
  await nora.getByLabel('Somebody else').fill('guest@nowhere');
  await nora.getByRole('button', { name: 'Add by address' }).click();
  await checkPage(nora, 'people on a request, with an error');
  await nora.getByRole('link', { name: /^Take off guest/ }).click();
  await checkPage(nora, 'taking somebody off');
  const amir = await enter(company.amir);
  await openTicket(amir, 'The lift hums');
  await amir.getByRole('link', { name: 'Add or take off' }).click();
  await checkPage(amir, 'people on a ticket');
});

test('messages that are edited', async ({ company, enter }) => {
  const nora = await enter(company.nora);
  await askRequest(nora, company.host, { subject: 'The lift hums' });
  await nora.getByRole('link', { name: 'Edit', exact: true }).click();
  await checkPage(nora, 'editing a message');
  await nora.getByLabel('Your message').fill('It sings.');

  const amir = await enter(company.amir);
  await openTicket(amir, 'The lift hums');
  await nora.getByRole('button', { name: 'Save' }).click();
  // The page was open: the new words take the place of the old.
  await expect(messages(amir, 'It sings.')).toContainText('Edited');
  await expect(messages(amir, 'It stopped this morning.')).toHaveCount(0);
  await checkPage(amir, 'ticket with an edited message');
  await amir.getByRole('link', { name: 'Earlier versions' }).click();
  await checkPage(amir, 'earlier versions');
  await openTicket(amir, 'The lift hums');
  await answer(amir, 'We have herad it.');
  await amir.getByRole('link', { name: 'Edit', exact: true }).last().click();
  await checkPage(amir, 'editing a reply');
  const box = amir.getByLabel('Your message');
  await box.fill('We have heard it.');
  await box.press('ControlOrMeta+a');
  await amir.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'Bold' }).click();
  await expect(box).toHaveValue('**We have heard it.**');
  await expect(amir.locator('form[data-kept]')).toHaveCount(1);
  await amir.reload();
  await expect(amir.getByText('It is not saved yet.')).toBeVisible();
  await checkPage(amir, 'editing a reply that was begun');
  await amir.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(messages(amir, 'We have heard it.').locator('strong')).toHaveText('We have heard it.');
});
