import { answer, openTicket } from '../support/agent.ts';
import { askRequest, messages } from '../support/customer.ts';
import { expect, test } from '../support/journey.ts';

test('what came in is shown though fetching it failed once and the socket says no more', async ({
  company,
  enter,
  complaints,
}) => {
  complaints.expect(/status of 503/);
  const nora = await enter(company.nora);
  await askRequest(nora, company.host, { subject: 'A hiccup' });
  let failed = 0;
  await nora.route(
    '**/updates?*',
    (route) => {
      failed += 1;
      return route.fulfill({ status: 503 });
    },
    { times: 1 },
  );
  const amir = await enter(company.amir);
  await openTicket(amir, 'A hiccup');
  await answer(amir, 'Here all the same.');
  await expect(messages(nora, 'Here all the same.')).toHaveCount(1);
  expect(failed).toBe(1);
});
