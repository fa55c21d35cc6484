import type { Page } from '@playwright/test';
import { answer, leaveNote, openTicket } from '../support/agent.ts';
import { askForMail } from '../support/code-page.ts';
import { newCompany } from '../support/company.ts';
import { askRequest, messages, reply } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { agentHost, at } from '../support/places.ts';
import { desk } from '../support/stories.ts';

/** What a browser says of its own accord when the network is gone. */
const netLost = /ERR_INTERNET_DISCONNECTED|WebSocket connection|Failed to fetch/;

const line = (page: Page) => page.locator('[data-live-line]');

/** Tells whether the page was left or loaded anew since. */
function watchFor(page: Page): { readonly isTheSame: () => void } {
  let loads = 0;
  page.on('framenavigated', () => {
    loads += 1;
  });
  return { isTheSame: () => expect(loads, 'times that the page was loaded anew').toBe(0) };
}

test('an open thread grows without reload, and what is new is read out', async ({ company, enter }) => {
  const nora = await enter(company.nora);
  await askRequest(nora, company.host, { subject: 'Watch this' });
  const { isTheSame } = watchFor(nora);
  const amir = await enter(company.amir);
  await openTicket(amir, 'Watch this');
  await answer(amir, 'Do you see it?', 'Solved');
  await expect(nora.getByRole('log').getByRole('article').filter({ hasText: 'Do you see it?' })).toHaveCount(1);
  await expect(nora.getByText('This request is solved.')).toBeVisible();
  isTheSame();
});

test('words that are being written stay, whatever comes in', async ({ company, enter }) => {
  const nora = await enter(company.nora);
  await askRequest(nora, company.host, { subject: 'Half a sentence' });
  await nora.getByLabel('Your reply').fill('I was just about to');
  const amir = await enter(company.amir);
  await openTicket(amir, 'Half a sentence');
  await answer(amir, 'Quicker than you.');
  await expect(messages(nora, 'Quicker than you.')).toHaveCount(1);
  await expect(nora.getByLabel('Your reply')).toHaveValue('I was just about to');
  await expect(nora.getByLabel('Your reply')).toBeFocused();
});

test('an open list shows what came in', async ({ company, enter }) => {
  const nils = await enter(company.nils);
  await askRequest(nils, company.host, { subject: 'First of Nils' });
  const nora = await enter(company.nora);
  await nora.goto(at(company.host));
  await expect(nora.getByRole('link', { name: 'First of Nils' })).toBeVisible();
  const { isTheSame } = watchFor(nora);
  await askRequest(nils, company.host, { subject: 'Second of Nils' });
  await expect(nora.getByRole('link', { name: 'Second of Nils' })).toBeVisible();
  isTheSame();
});

test('customer and agent see each other write', async ({ company, enter }) => {
  const nora = await enter(company.nora);
  await askRequest(nora, company.host, { subject: 'Both at once' });
  const amir = await enter(company.amir);
  await openTicket(amir, 'Both at once');
  await amir.getByLabel('Your reply').pressSequentially('Let me see');
  await expect(nora.getByText('Amir Haddad is writing…')).toBeVisible();
  await nora.getByLabel('Your reply').pressSequentially('One more thing');
  await expect(amir.getByText('Nora Lindqvist is writing')).toBeVisible();
});

test('two agents on a ticket see each other, and what the other writes', async ({ enter }) => {
  const company = await newCompany(desk);
  const [amir, olivia] = [await enter(company.amir), await enter(company.olivia)];
  await openTicket(amir, 'Asked yesterday');
  await openTicket(olivia, 'Asked yesterday');
  await expect(amir.getByText('Olivia Brandt is here')).toBeVisible();
  await olivia.getByLabel('Your reply').pressSequentially('On my way');
  await expect(amir.getByText('Olivia Brandt is writing')).toBeVisible();
  await olivia.getByRole('button', { name: 'Send reply' }).click();
  await expect(messages(amir, 'On my way')).toHaveCount(1);
});

test('neither a note nor the writing of one reaches an open customer page', async ({ company, enter }) => {
  const nora = await enter(company.nora);
  const frames: string[] = [];
  nora.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
  await askRequest(nora, company.host, { subject: 'Between us' });
  const [amir, olivia] = [await enter(company.amir), await enter(company.olivia)];
  await openTicket(olivia, 'Between us');
  await openTicket(amir, 'Between us');
  await amir.getByRole('radio', { name: 'Internal note' }).check({ force: true });
  await amir.getByLabel('Your reply').pressSequentially('She must not know');
  await expect(olivia.getByText('Amir Haddad is writing a note')).toBeVisible();
  await leaveNote(amir, 'She must not know');
  await expect(messages(olivia, 'She must not know')).toHaveCount(1);
  // Whispers keep their order: what a later reply brings comes after any of the note's.
  await olivia.reload();
  await answer(olivia, 'Hello Nora.');
  await expect(messages(nora, 'Hello Nora.')).toHaveCount(1);
  await expect(nora.getByText('She must not know')).toHaveCount(0);
  expect(frames.join('\n')).not.toMatch(/"note":true|Amir/);
  expect(await nora.content()).not.toMatch(/She must not know|is writing a note/);
});

test('without the network a page says that it is not live, and is whole again afterwards', async ({
  company,
  enter,
  complaints,
}) => {
  complaints.expect(netLost);
  const nora = await enter(company.nora);
  await askRequest(nora, company.host, { subject: 'In the tunnel' });
  const { isTheSame } = watchFor(nora);
  const amir = await enter(company.amir);
  await openTicket(amir, 'In the tunnel');
  await nora.context().setOffline(true);
  await expect(line(nora)).toHaveText('Not live just now. Trying again…');
  await answer(amir, 'Are you still there?');
  await answer(amir, 'Hello?');
  await expect(messages(nora, 'Hello?')).toHaveCount(0);

  await nora.context().setOffline(false);
  await expect(messages(nora, /Are you still there|Hello\?/)).toHaveText([/Are you still there/, /Hello/]);
  await expect(line(nora)).not.toHaveText(/Not live/);
  isTheSame();
  await reply(nora, 'Back in the light.');
  await expect(messages(amir, 'Back in the light.')).toHaveCount(1);
});

test('news announces itself above the agents’ list, and no row moves', async ({ enter }) => {
  const company = await newCompany(desk);
  const amir = await enter(company.amir);
  await amir.goto(at(agentHost, '/tickets'));
  const rows = amir.locator('[data-row]');
  await expect(rows).toContainText(['Asked an hour ago', 'Asked yesterday', 'Amir has it']);
  const places = async () => Promise.all((await rows.all()).map((row) => row.boundingBox()));
  const before = await places();
  const nora = await enter(company.nora);
  await askRequest(nora, company.host, { subject: 'Brand new' });
  const news = amir.getByRole('link', { name: '1 new or changed' });
  await expect(news).toBeVisible();
  expect(await places()).toEqual(before);
  await news.click();
  await expect(rows).toContainText(['Brand new', 'Asked an hour ago', 'Asked yesterday', 'Amir has it']);
});

test('a session that ends elsewhere ends the live page, in words', async ({ company, enter, complaints }) => {
  complaints.expect(/WebSocket connection/);
  const [nora, phone] = [await enter(company.nora), await enter(company.nora)];
  await askRequest(nora, company.host, { subject: 'Left open' });
  await phone.goto(at(company.host, '/settings'));
  await phone.getByRole('button', { name: 'Sign out everywhere' }).click();
  const amir = await enter(company.amir);
  await openTicket(amir, 'Left open');
  await answer(amir, 'For Nora alone.');
  await expect(line(nora)).toContainText('You are signed out', { timeout: 30_000 });
  await expect(messages(nora, 'For Nora alone.')).toHaveCount(0);
});

test('the open mailbox shows what arrives', async ({ company, stranger }) => {
  const [mailbox, page] = [await stranger(), await stranger()];
  await mailbox.goto(at(agentHost, `/dev/mailbox?to=${company.nora.email}`));
  await expect(mailbox.getByText('Nothing yet.')).toBeVisible();
  const { isTheSame } = watchFor(mailbox);
  await page.goto(at(company.host));
  await askForMail(page, company.nora);
  await expect(mailbox.getByRole('listitem')).toHaveCount(1);
  isTheSame();
});
