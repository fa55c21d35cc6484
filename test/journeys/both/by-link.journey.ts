import type { Page } from '@playwright/test';
import { answer, openTicket } from '../support/agent.ts';
import { askRequest, messages } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { mailTo } from '../support/mailbox.ts';
import { agentHost, at } from '../support/places.ts';

/** The link of the mail in which an agent's answer came. */
async function linkIn(email: string, words: string): Promise<string> {
  const { text } = await mailTo(email, words);
  return /https?:\/\/\S+\/r\/[\w-]+/.exec(text)?.[0] ?? '';
}

async function turnOff(page: Page): Promise<void> {
  await page.locator('summary', { hasText: 'Not Nora Lindqvist?' }).click();
  await page.getByRole('button', { name: 'Turn off these links' }).click();
}

test('straight in from the mail: read, answer, sign in, turn off', async ({ company, enter, stranger }) => {
  const nora = await enter(company.nora);
  const path = await askRequest(nora, company.host, { subject: 'The lift hums' });
  const amir = await enter(company.amir);
  await openTicket(amir, 'The lift hums');
  await answer(amir, 'On which floor?');
  const link = await linkIn(company.nora.email, 'On which floor');

  const phone = await stranger();
  await phone.goto(link);
  await expect(phone.getByRole('heading', { level: 1, name: 'The lift hums' })).toBeVisible();
  await expect(phone.getByText(`a mail to ${company.nora.email}`)).toBeVisible();
  await phone.getByLabel('Your reply').fill('On **all** of them.');
  await phone.getByRole('button', { name: 'Preview' }).click();
  await expect(phone.getByRole('region', { name: 'Preview' }).getByText('all', { exact: true })).toBeVisible();
  await phone.getByRole('button', { name: 'Reply as Nora Lindqvist' }).click();
  await expect(phone.getByText('Sent.', { exact: true })).toBeVisible();
  await expect(messages(phone, 'On all of them.')).toContainText('by the link in a mail');
  await openTicket(amir, 'The lift hums');
  await expect(messages(amir, 'On all of them.')).toContainText('by the link in a mail');

  await phone.goto(at(company.host));
  await expect(phone.getByRole('heading', { name: 'Sign in to Umbrella' })).toBeVisible();
  await phone.goto(link);
  await phone.getByRole('button', { name: 'Sign in' }).click();
  await expect(phone.getByRole('heading', { name: 'Look in your mail' })).toBeVisible();

  await nora.goto(link);
  await expect(nora).toHaveURL(at(company.host, path));
  await phone.goto(link);
  await turnOff(phone);
  await expect(phone.getByRole('heading', { name: 'This link opens nothing any more' })).toBeVisible();
  await nora.goto(at(company.host, path));
  await expect(messages(nora, 'On all of them.')).toHaveCount(1);
});

test('an agent turns the links of a ticket off', async ({ company, enter, stranger }) => {
  const nora = await enter(company.nora);
  await askRequest(nora, company.host, { subject: 'Two doors' });
  const amir = await enter(company.amir);
  await openTicket(amir, 'Two doors');
  await answer(amir, 'Which two?');
  const link = await linkIn(company.nora.email, 'Which two');
  await amir.goto(at(agentHost, '/tickets'));
  await openTicket(amir, 'Two doors');
  await amir.getByRole('link', { name: 'Show, turn off' }).click();
  await expect(amir.getByText('Nora Lindqvist: 2 links')).toBeVisible();
  await amir.getByRole('button', { name: 'Turn all of them off' }).click();
  await expect(amir.getByText('No link in a mail opens this ticket.')).toBeVisible();
  const phone = await stranger();
  await phone.goto(link);
  await expect(phone.getByRole('heading', { name: 'This link opens nothing any more' })).toBeVisible();
});
