import { expect, test, vi } from 'vitest';
import { newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { force } from '../../../test/helpers/people-desk.ts';
import { portalOf, typedIn } from '../../../test/helpers/portal-page.ts';

// Somebody else moves the ticket each time that it is written.
const jam = `CREATE TRIGGER jam BEFORE UPDATE OF seq ON tickets
  BEGIN SELECT RAISE(ABORT, 'NOT NULL constraint failed: tickets.seq'); END`;

test('a reply that finds no moment between others is told so, kept, and goes with the next press', async () => {
  const { nora } = await newDesk();
  const number = await nora.open('The gate is stuck');
  const portal = portalOf(nora);
  vi.spyOn(scheduler, 'wait').mockImplementation(async () => undefined);
  const form = await portal.filled(`/requests/${number}`, { body: 'It is the *left* one.' });
  await force(jam);
  const answer = await portal.ask(`/requests/${number}/messages`, { form });
  await force('DROP TRIGGER jam');
  expect(answer.status).toBe(503);
  expect(wordsOf(await answer.text())).toContain('Press Back, your text is still there');
  const page = await portal.page(`/requests/${number}`);
  expect(typedIn(page, 'body')).toBe('It is the *left* one.');
  expect((await portal.ask(`/requests/${number}/messages`, { form })).status).toBe(303);
  expect(await portal.page(`/requests/${number}`)).toContain('It is the <em>left</em> one.');
});
