import { expect, test } from 'vitest';
import { newKey } from '../../test/helpers/at-work.ts';
import { browserOf } from '../../test/helpers/desk-page.ts';
import { portalOf } from '../../test/helpers/portal-page.ts';
import { fieldOf } from '../../test/helpers/request.ts';
import { mailed } from '../../test/helpers/ticket-link.ts';

/** The key that script is told has arrived; null: none. */
const toldBy = (answer: Response): string | null =>
  /__Host-sent=([^;]*); Max-Age=600; Path=\/; Secure; SameSite=Strict/.exec(
    answer.headers.get('Set-Cookie') ?? '',
  )?.[1] ?? null;

test('the browser is told of what arrived, once and again, and of nothing that did not', async () => {
  const { amir, nora, number, path } = await mailed();
  const portal = portalOf(nora);
  const workspace = fieldOf(await portal.page(`/requests/${number}`), 'workspace');
  const reply = (key: string, body: string) =>
    portal.ask(`/requests/${number}/messages`, { form: { key, workspace, body } });
  const key = newKey();
  expect(toldBy(await reply(key, ' '))).toBeNull();
  expect(toldBy(await reply(key, 'It is the left one.'))).toBe(key);
  expect(toldBy(await reply(key, 'It is the left one.'))).toBe(key);
  const other = await reply(key, 'Or the right one.');
  expect([other.status, toldBy(other)]).toEqual([409, null]);

  const byLink = (body: string) => portal.ask(`${path}/messages`, { cookie: '', form: { key: 'k'.repeat(20), body } });
  expect(toldBy(await byLink(''))).toBeNull();
  expect(toldBy(await byLink('By the link.'))).toBe('k'.repeat(20));

  const desk = browserOf(amir);
  const stale = await desk.composer(number, { kind: 'note', body: 'Between us.' });
  const note = await desk.ask(`/tickets/${number}/entries`, { form: stale });
  expect([note.status, toldBy(note)]).toEqual([303, stale.key]);
  await portal.ask(`/requests/${number}/messages`, { form: { key: newKey(), workspace, body: 'Meanwhile' } });
  const late = await desk.ask(`/tickets/${number}/entries`, {
    form: { ...stale, key: newKey(), kind: 'reply', body: 'Late' },
  });
  expect([late.status, toldBy(late)]).toEqual([409, null]);
});
