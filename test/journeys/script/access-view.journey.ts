import { answer, openTicket } from '../support/agent.ts';
import { checkPage } from '../support/check-page.ts';
import { askRequest } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { mailTo } from '../support/mailbox.ts';
import { at } from '../support/places.ts';

test('an agent who views as a customer', async ({ company, enter }) => {
  const nora = await enter(company.nora);
  const path = await askRequest(nora, company.host, { subject: 'The ramp is too steep' });
  const amir = await enter(company.amir);
  await openTicket(amir, 'The ramp is too steep');
  await amir.getByRole('button', { name: 'View as Nora Lindqvist' }).click();
  await checkPage(amir, 'the link to a view');
  await amir.getByRole('button', { name: 'Make a new link' }).click();
  const opened = amir.context().waitForEvent('page');
  await amir.getByRole('link', { name: 'Open the portal' }).click();
  const portal = await opened;
  await checkPage(portal, 'the question before a view');
  await portal.getByRole('button', { name: 'View as Nora Lindqvist' }).click();
  for (const place of ['/', path, '/requests/new', '/settings', '/workspaces', '/requests/999999']) {
    await portal.goto(at(company.host, place));
    await checkPage(portal, `a view of ${place}`);
  }
  await portal.getByRole('button', { name: 'End' }).click();
  await expect(portal.getByRole('button', { name: 'End' })).toHaveCount(0);
  await checkPage(portal, 'the end of a view');
  await portal.goto(at(company.host, `/view-as/${'A'.repeat(43)}`));
  await checkPage(portal, 'a dead link to a view');
});

test('straight in from the mail', async ({ company, enter, stranger }) => {
  const nora = await enter(company.nora);
  await askRequest(nora, company.host, { subject: 'The lift hums' });
  const amir = await enter(company.amir);
  await openTicket(amir, 'The lift hums');
  await answer(amir, 'On which floor?');
  const { text } = await mailTo(company.nora.email, 'On which floor');
  const link = /https?:\/\/\S+\/r\/[\w-]+/.exec(text)?.[0] ?? '';
  await nora.reload();
  await checkPage(nora, 'a thread with links in mails');
  const phone = await stranger();
  await phone.goto(link);
  await phone.locator('summary', { hasText: 'Not Nora Lindqvist?' }).click();
  await checkPage(phone, 'a request by its link');
  await phone.getByLabel('Your reply').fill(' ');
  await phone.getByRole('button', { name: 'Reply as Nora Lindqvist' }).click();
  await expect(phone.getByRole('region', { name: 'One thing needs your attention' })).toBeVisible();
  await checkPage(phone, 'a request by its link, with an error');
  const ines = await enter(company.ines);
  await ines.goto(link);
  await checkPage(ines, 'a link of somebody else');
  await amir.getByRole('link', { name: 'Show, turn off' }).click();
  await checkPage(amir, 'the links of a ticket');
  await amir.getByRole('button', { name: 'Turn all of them off' }).click();
  await checkPage(amir, 'a ticket without links');
  await phone.goto(link);
  await checkPage(phone, 'a link that is off');
});
