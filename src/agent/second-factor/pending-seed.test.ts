import { expect, test } from 'vitest';
import { agentOf } from '../../../test/helpers/agent-of.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { agentHost, request } from '../../../test/helpers/request.ts';
import { appCode, giveCode } from '../../../test/helpers/second-factor.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

const here = '/second-factor/authenticator';
const start = (cookie: string) => request(agentHost, here, { method: 'POST', cookie });
const show = (cookie: string) => request(agentHost, here, { cookie });
const confirm = (cookie: string, code: string) =>
  request(agentHost, `${here}/confirmation`, { cookie, form: { code } });
const keyIn = async (answer: Response) =>
  (/class="secret-key">([A-Z2-7 ]+)</.exec(await answer.text())?.[1] ?? '').replaceAll(' ', '');

/** Amir sets an app up while somebody who reads his mailbox is signed in as him elsewhere. */
async function twoBrowsers() {
  const amir = await agentOf(await newTenant());
  const [own, strange] = [(await signIn(amir)).cookie, (await signIn(amir)).cookie];
  return { amir, own, strange };
}

test('the key of an app that is being set up shows in no other browser of the same person', async () => {
  const { amir, own, strange } = await twoBrowsers();
  await start(own);
  const key = await keyIn(await show(own));
  expect(key).toMatch(/^[A-Z2-7]{32}$/);
  const seen = await show(strange);
  expect([seen.status, seen.headers.get('Location')]).toEqual([303, '/settings/you']);
  expect((await confirm(strange, appCode(key, Date.now() - 30_000))).status).not.toBe(200);
  expect((await confirm(own, appCode(key, Date.now() - 30_000))).status).toBe(200);
  expect((await show(strange)).headers.get('Location')).toContain('/second-factor?');
  const later = (await signIn(amir)).cookie;
  expect((await giveCode(later, appCode(key))).headers.get('Location')).toBe('/tickets');
});

test('nobody confirms a key that somebody else has put there for them', async () => {
  const { own, strange } = await twoBrowsers();
  await start(strange);
  const planted = await keyIn(await show(strange));
  expect((await show(own)).headers.get('Location')).toBe('/settings/you');
  expect((await confirm(own, appCode(planted))).status).not.toBe(200);
  await start(own);
  expect(await keyIn(await show(own))).not.toBe(planted);
});
