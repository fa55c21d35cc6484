import { openTicket } from '../support/agent.ts';
import { askRequest, messages } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { mailTo } from '../support/mailbox.ts';
import { agentHost, at } from '../support/places.ts';

test('a colleague and a guest are added, the guest answers by the link, and is taken off', async ({
  company,
  enter,
  stranger,
}) => {
  const olivia = await enter(company.olivia);
  await olivia.goto(at(agentHost, '/settings/requests'));
  await olivia.getByLabel('Days until a solved request is closed').fill('14');
  await olivia.getByLabel('Anybody, by email address').check();
  await olivia.getByRole('button', { name: 'Save' }).click();
  await expect(olivia.getByText('Saved.')).toBeVisible();

  const nora = await enter(company.nora);
  const path = await askRequest(nora, company.host, { subject: 'The lift hums' });
  await nora.getByRole('link', { name: 'Add people' }).click();
  await nora.getByLabel('A colleague').selectOption({ label: 'Nils Berger' });
  await nora.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(nora.getByText('Added. They get a mail')).toBeVisible();
  await mailTo(company.nils.email, 'added you');
  const guest = `locksmith@${company.slug}.test`;
  await nora.getByLabel('Somebody else, by email address').fill(guest);
  await nora.getByRole('button', { name: 'Add by address' }).click();
  await expect(nora.getByRole('row').filter({ hasText: guest })).toContainText('Guest');

  const { text } = await mailTo(guest, 'added you');
  const link = /https?:\/\/\S+\/r\/[\w-]+/.exec(text)?.[0] ?? '';
  const phone = await stranger();
  await phone.goto(link);
  await expect(phone.getByRole('heading', { level: 1, name: 'The lift hums' })).toBeVisible();
  await phone.getByLabel('Your reply').fill('I come at nine.');
  await phone.getByRole('button', { name: `Reply as ${guest}` }).click();
  await expect(phone.getByText('Sent.', { exact: true })).toBeVisible();

  await nora.goto(at(company.host, path));
  await expect(messages(nora, 'I come at nine.')).toContainText(guest);
  await expect(nora.getByText('With Nils Berger and')).toBeVisible();
  await nora.getByRole('link', { name: 'Manage people' }).click();
  await nora.getByRole('link', { name: `Take off ${guest}` }).click();
  await nora.getByRole('button', { name: 'Take off' }).click();
  await expect(nora.getByText('Taken off.')).toBeVisible();
  await phone.goto(link);
  await expect(phone.getByRole('heading', { name: 'This link opens nothing any more' })).toBeVisible();

  const nils = await enter(company.nils);
  await nils.goto(at(company.host, path));
  await nils.getByRole('link', { name: 'Manage people' }).click();
  await nils.getByRole('link', { name: 'Leave' }).click();
  await expect(nils.getByText('You will not see it any more')).toBeVisible();
  await nils.getByRole('button', { name: 'Leave' }).click();
  await nils.goto(at(company.host, path));
  await expect(nils.getByRole('heading', { name: 'The lift hums' })).toHaveCount(0);
});

test('a slip of the pen is mended, and agents see what it was', async ({ company, enter }) => {
  const nora = await enter(company.nora);
  await askRequest(nora, company.host, { subject: 'Two doors', body: 'The rihgt one sticks.' });
  await nora.getByRole('link', { name: 'Edit', exact: true }).click();
  await nora.getByLabel('Your message').fill('The **right** one sticks.');
  await nora.getByRole('button', { name: 'Preview' }).click();
  await expect(nora.getByRole('region', { name: 'Preview' }).getByText('right', { exact: true })).toBeVisible();
  await nora.getByRole('button', { name: 'Save' }).click();
  await expect(messages(nora, 'The right one sticks.')).toContainText('Edited');
  const amir = await enter(company.amir);
  await openTicket(amir, 'Two doors');
  await expect(messages(amir, 'The right one sticks.')).toContainText('Edited');
  await amir.getByRole('link', { name: 'Earlier versions' }).click();
  await expect(amir.getByText('The rihgt one sticks.')).toBeVisible();
});
