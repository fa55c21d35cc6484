import { expect, test } from 'vitest';
import { newDesk } from '../../../test/helpers/desk-page.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';

const minute = 60_000;
const times = (html: string, text: string) => html.split(`<p>${text}</p>`).length - 1;

test('a reply that Back brought again, under a new key, is the message that was sent', async () => {
  const { nora } = await newDesk();
  const number = await nora.open();
  const portal = portalOf(nora);
  await portal.reply(number, 'Once.');
  expect((await portal.reply(number, 'Once.')).headers.get('Location')).toBe(`/requests/${number}?sent`);
  expect(times(await portal.page(`/requests/${number}?from=1`), 'Once.')).toBe(1);
});

test('a request that Back brought again, under a new key, is the request that was opened', async () => {
  const { nora } = await newDesk();
  const portal = portalOf(nora);
  const first = await portal.request('Dark dock', 'It is dark.');
  expect((await portal.request('Dark dock', 'It is dark.')).headers.get('Location')).toBe(
    first.headers.get('Location'),
  );
  const other = await portal.request('Dark dock', 'It is dark again.');
  expect(other.headers.get('Location')).not.toBe(first.headers.get('Location'));
});

test('the same words are sent again after an answer, and after a while', async () => {
  const { nora, amir } = await newDesk();
  const number = await nora.open();
  const portal = portalOf(nora);
  await nora.reply(number, 'Any news?', { now: Date.now() - 11 * minute });
  await portal.reply(number, 'Any news?');
  await amir.reply(number, 'Not yet.');
  await portal.reply(number, 'Any news?');
  expect(times(await portal.page(`/requests/${number}?from=1`), 'Any news?')).toBe(3);
});
