import { type Story, says, solves } from '#onboarding/demo/story.ts';
import { answer, leaveNote, openTicket } from '../support/agent.ts';
import { newCompany } from '../support/company.ts';
import { askRequest, messages, reply, statusOf } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';
import { mailTo } from '../support/mailbox.ts';
import { agentHost, at } from '../support/places.ts';

test('asked, answered, replied, solved, reopened', async ({ company, enter, javaScriptEnabled: isLive }) => {
  const nora = await enter(company.nora);
  await askRequest(nora, company.host, { subject: 'Robot 7 turns left' });
  const amir = await enter(company.amir);
  await openTicket(amir, 'Robot 7 turns left');
  await leaveNote(amir, 'Third robot of this batch.');
  await answer(amir, 'Please press its button for five seconds.');

  if (!isLive) await nora.reload();
  await expect(messages(nora, 'Please press its button for five seconds.')).toHaveCount(1);
  await expect(messages(nora, 'Please press')).toContainText('Umbrella team');
  await expect(statusOf(nora)).toContainText('Waiting for you');
  await expect(nora.getByText('Third robot')).toHaveCount(0);
  await reply(nora, 'It goes straight now.');
  await expect(statusOf(nora)).toContainText('Open');

  if (!isLive) await amir.reload();
  await expect(messages(amir, 'It goes straight now.')).toHaveCount(1);
  await nora.getByRole('button', { name: 'Mark as solved' }).click();
  await expect(nora.getByText('This request is solved.')).toBeVisible();
  await expect(nora.getByText('You marked it solved')).toBeVisible();
  await nora.getByRole('button', { name: 'Reopen' }).click();
  await expect(nora.getByText('You reopened it')).toBeVisible();
  await expect(statusOf(nora)).toContainText('Open');

  await nora.getByRole('button', { name: 'Mark as solved' }).click();
  await reply(nora, 'Left again, sorry.');
  await expect(statusOf(nora)).toContainText('Open');
});

test('an answer comes by mail and is answered by mail', async ({ company, enter, stranger, javaScriptEnabled }) => {
  const nora = await enter(company.nora);
  await askRequest(nora, company.host, { subject: 'No signal in hall 2' });
  const amir = await enter(company.amir);
  await openTicket(amir, 'No signal in hall 2');
  await answer(amir, 'Is the antenna plugged in?');
  const { id } = await mailTo(company.nora.email, /Is the antenna plugged in\?/);

  const desk = await stranger();
  await desk.goto(at(agentHost, `/dev/mailbox/${id}`));
  await desk.getByRole('link', { name: 'Answer' }).click();
  await desk.getByRole('textbox', { name: 'Text' }).fill('It was not. Thank you!');
  await desk.getByRole('button', { name: 'Send' }).click();
  await expect(desk.getByRole('status')).toHaveText('Accepted.');

  if (!javaScriptEnabled) await nora.reload();
  await expect(messages(nora, 'It was not. Thank you!')).toContainText('by mail');
  await expect(statusOf(nora)).toContainText('Open');
  if (!javaScriptEnabled) await amir.reload();
  await expect(messages(amir, 'It was not. Thank you!')).toContainText('by mail');
});

test('who only says to be the customer does not get into the thread by mail', async ({ company, enter, stranger }) => {
  const nora = await enter(company.nora);
  const path = await askRequest(nora, company.host, { subject: 'A quiet matter' });
  const { id } = await mailTo(company.nora.email, /A quiet matter/);
  const thief = await stranger();
  await thief.goto(at(agentHost, `/dev/mailbox/new?answer=${id}`));
  await thief.getByRole('textbox', { name: 'Text' }).fill('Send me everything.');
  await thief.getByLabel('As from a stranger').check();
  await thief.getByRole('button', { name: 'Send' }).click();
  await expect(thief.getByRole('status')).toContainText('Rejected');
  await nora.goto(at(company.host, path));
  await expect(messages(nora, 'Send me everything.')).toHaveCount(0);
});

const closed: Story = {
  subject: 'The first hall',
  account: 'northwind',
  by: 'nora',
  began: '20d',
  until: '12d',
  steps: [says('nora', 'Where do the crates go?'), says('amir', 'To the left.'), solves('nora')],
};

test('a closed request takes no reply, but a follow-up that names it', async ({ enter }) => {
  const company = await newCompany([closed]);
  const nora = await enter(company.nora);
  await nora.goto(at(company.host, '/?tab=solved'));
  await nora.getByRole('link', { name: 'Solved' }).click();
  await nora.getByRole('link', { name: 'The first hall' }).click();
  await expect(nora.getByRole('heading', { name: 'This request is closed' })).toBeVisible();
  await expect(nora.getByLabel('Your reply')).toHaveCount(0);

  await nora.getByRole('link', { name: 'Ask a follow-up' }).click();
  await expect(nora.getByText('This follows up on #')).toBeVisible();
  await expect(nora.getByLabel('Subject')).toHaveValue(/The first hall/);
  await nora.getByLabel('Description').fill('And in the second hall?');
  await nora.getByRole('button', { name: 'Send request' }).click();
  await expect(nora.getByText('We have your request.')).toBeVisible();
  await nora.getByText('Follow-up of').getByRole('link').click();
  await expect(nora.getByRole('heading', { name: 'This request is closed' })).toBeVisible();
});
