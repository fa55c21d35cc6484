import { expect, test } from 'vitest';
import { browserOf, newDesk } from '../../test/helpers/desk-page.ts';
import { portalOf } from '../../test/helpers/portal-page.ts';

test('a write is two trips to the database: one that loads and checks, one that writes', async () => {
  const { amir, nora } = await newDesk();
  const [portal, browser] = [portalOf(nora), browserOf(amir)];
  const asked = await portal.request('A thing', 'It is broken.');
  const number = Number(/\/requests\/(\d+)/.exec(asked.headers.get('Location') ?? '')?.[1]);
  const writes = {
    asked,
    replied: await portal.reply(number, 'Still broken.'),
    answered: await browser.write(number, { kind: 'reply', body: 'We look into it.' }),
    noted: await browser.write(number, { kind: 'note', body: 'Again.' }),
    taken: await browser.set(number, 'assignee', amir.claim.agentId),
    solved: await portal.ask(`/requests/${number}/solution`, { form: await portal.filled(`/requests/${number}`, {}) }),
  };
  for (const [name, answer] of Object.entries(writes)) {
    expect(answer.status, name).toBe(303);
    expect(answer.headers.get('Server-Timing'), name).toContain('trips=2 ');
  }
});
