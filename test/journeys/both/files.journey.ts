import { leaveNote, openTicket } from '../support/agent.ts';
import { messages } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { at } from '../support/places.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEklEQVR4nGP8z8DAwMDABMIMAA4LAQPq1hF2AAAAAElFTkSuQmCC',
  'base64',
);
const plan = { name: 'plan.png', mimeType: 'image/png', buffer: png };
const log = { name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.from('one line') };

test('files go with a request and a reply, and come out on the other side', async ({ company, enter }) => {
  const nora = await enter(company.nora);
  await nora.goto(at(company.host, '/requests/new'));
  await nora.getByLabel('Subject').fill('Plan of hall 3');
  await nora.getByLabel('Description').fill('The plan is attached.');
  await nora.locator('input[type="file"][name="files"]').setInputFiles([plan, log]);
  await nora.getByRole('button', { name: 'Send request' }).click();
  await expect(nora.getByText('We have your request.')).toBeVisible();
  await expect(messages(nora, 'The plan is attached.').getByRole('img', { name: 'Open plan.png' })).toBeVisible();
  await expect(nora.getByRole('link', { name: /log\.txt/ })).toBeVisible();

  const amir = await enter(company.amir);
  await openTicket(amir, 'Plan of hall 3');
  const [download] = await Promise.all([
    amir.waitForEvent('download'),
    amir.getByRole('link', { name: /log\.txt/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('log.txt');
  await leaveNote(amir, 'Hall 3 is the old one.');

  await nora.getByLabel('Your reply').fill('And once more.');
  await nora.locator('input[type="file"][name="files"]').setInputFiles([plan]);
  await nora.getByRole('button', { name: 'Send reply' }).click();
  await expect(messages(nora, 'And once more.').getByRole('img', { name: 'Open plan.png' })).toBeVisible();
});

test('a file that is too large is refused in words, and what was typed stays', async ({
  company,
  enter,
  complaints,
  javaScriptEnabled: isLive,
}) => {
  const nora = await enter(company.nora);
  await nora.goto(at(company.host, '/requests/new'));
  await nora.getByLabel('Subject').fill('Too much');
  await nora.getByLabel('Description').fill('See the recording.');
  const big = { name: 'recording.bin', mimeType: 'video/mp4', buffer: Buffer.alloc(26 * 1024 * 1024, 1) };
  await nora.locator('input[type="file"][name="files"]').setInputFiles([log, big]);
  if (!isLive) {
    complaints.expect(/422/);
    await nora.getByRole('button', { name: 'Send request' }).click();
  }
  await expect(nora.getByText(/“recording\.bin” is larger than 25/).first()).toBeVisible();
  await expect(nora.getByLabel('Description')).toHaveValue('See the recording.');
  await expect(nora.getByRole('link', { name: 'log.txt' })).toBeVisible();
  await nora.getByRole('button', { name: 'Remove log.txt' }).click();
  await expect(nora.getByRole('link', { name: 'log.txt' })).toHaveCount(0);
  await expect(nora.getByLabel('Description')).toHaveValue('See the recording.');
  if (isLive) await nora.getByRole('button', { name: 'Cancel' }).click();
  await nora.getByRole('button', { name: 'Send request' }).click();
  await expect(nora.getByText('We have your request.')).toBeVisible();
});
