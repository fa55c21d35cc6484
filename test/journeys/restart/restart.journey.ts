import { answer, openTicket } from '../support/agent.ts';
import { backstage } from '../support/backstage.ts';
import { askRequest, messages } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';

test('after a restart of the Worker open pages are live again by themselves', async ({
  company,
  enter,
  complaints,
}) => {
  complaints.expect(/WebSocket connection|ERR_CONNECTION|ERR_EMPTY_RESPONSE|Failed to fetch/);
  const nora = await enter(company.nora);
  await askRequest(nora, company.host, { subject: 'Before and after' });
  const amir = await enter(company.amir);
  await openTicket(amir, 'Before and after');
  await backstage('restart', null);
  await answer(amir, 'After the restart.');
  await expect(messages(nora, 'After the restart.')).toHaveCount(1, { timeout: 20_000 });
  await nora.getByLabel('Your reply').fill('And back.');
  await nora.getByRole('button', { name: 'Send reply' }).click();
  await expect(messages(amir, 'And back.')).toHaveCount(1, { timeout: 20_000 });
});
