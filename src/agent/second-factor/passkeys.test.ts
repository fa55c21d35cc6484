import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { agentOf } from '../../../test/helpers/agent-of.ts';
import { atTime } from '../../../test/helpers/at-time.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { agentHost, request } from '../../../test/helpers/request.ts';
import { recoveryCodesIn } from '../../../test/helpers/second-factor.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';
import { newSoftPasskey } from '../../../test/helpers/soft-passkey.ts';

const ask = (cookie: string, path: string, form?: Record<string, string>) =>
  request(agentHost, path, form ? { cookie, form } : { cookie, method: 'POST' });
const options = async (cookie: string, path: string): Promise<{ challenge: string; allowCredentials?: unknown[] }> =>
  (await ask(cookie, path)).json();
const signInOptions = (cookie: string) => options(cookie, '/second-factor/options');
const give = (cookie: string, credential: string) =>
  ask(cookie, '/second-factor/passkey', { credential, return_to: '/tickets' });
const isInside = async (cookie: string) => (await request(agentHost, '/tickets', { cookie })).status === 200;

async function withPasskey() {
  const amir = await agentOf(await newTenant());
  const { cookie } = await signIn(amir);
  const passkey = await newSoftPasskey(agentHost);
  const credential = await passkey.register(await options(cookie, '/second-factor/passkeys/options'));
  const added = await ask(cookie, '/second-factor/passkeys', { credential, name: 'Laptop' });
  return { amir, passkey, cookie, added, credential };
}

test('a passkey is added, with recovery codes, and is the second step from then on', async () => {
  const { amir, passkey, cookie, added } = await withPasskey();
  expect(recoveryCodesIn(await added.text())).toHaveLength(10);
  expect(await isInside(cookie)).toBe(true);
  const next = (await signIn(amir)).cookie;
  expect(await isInside(next)).toBe(false);
  expect(await (await request(agentHost, '/second-factor', { cookie: next })).text()).toContain('<passkey-form');
  const asked = await signInOptions(next);
  expect(asked.allowCredentials).toEqual([{ id: passkey.id, type: 'public-key', transports: ['internal'] }]);
  expect((await give(next, await passkey.use(asked))).headers.get('Location')).toBe('/tickets');
  expect(await isInside(next)).toBe(true);
});

test('an answer counts once, for its own person, for five minutes, and for this host only', async () => {
  const { amir, passkey } = await withPasskey();
  const others = await withPasskey();
  const { cookie } = await signIn(amir);
  const answer = await passkey.use(await signInOptions(cookie));
  const spoiled: readonly [string, string][] = [
    ['another origin', await passkey.use(await signInOptions(cookie), { origin: 'https://evil.test' })],
    ['a challenge of nobody', await passkey.use({ challenge: 'A'.repeat(43) })],
    ["another person's passkey", await others.passkey.use(await signInOptions(cookie))],
    ["another person's challenge", await passkey.use(await signInOptions((await signIn(others.amir)).cookie))],
    ['a challenge for adding', await passkey.use(await options(others.cookie, '/second-factor/passkeys/options'))],
    ['nothing', ''],
    ['no JSON', '{'],
    ['strange types', '{"id":1,"rawId":[],"type":"public-key","response":{"__proto__":{}}}'],
  ];
  for (const [what, credential] of spoiled) {
    expect((await give(cookie, credential)).status, what).toBe(422);
    expect(await isInside(cookie), what).toBe(false);
  }
  expect((await give(cookie, answer)).status).toBe(303);
  const again = (await signIn(amir)).cookie;
  expect((await give(again, answer)).status).toBe(422);
  const late = await passkey.use(await signInOptions(again));
  await atTime(Date.now() + 6 * 60_000, async () => expect((await give(again, late)).status).toBe(422));
});

test('a counter that does not grow is a copy and gets nobody in', async () => {
  const { amir, passkey } = await withPasskey();
  const first = (await signIn(amir)).cookie;
  expect((await give(first, await passkey.use(await signInOptions(first), { counter: 7 }))).status).toBe(303);
  const second = (await signIn(amir)).cookie;
  expect((await give(second, await passkey.use(await signInOptions(second), { counter: 7 }))).status).toBe(422);
  expect((await give(second, await passkey.use(await signInOptions(second), { counter: 8 }))).status).toBe(303);
});

test('an answer of an authenticator that counts nothing works once all the same', async () => {
  const { amir, passkey } = await withPasskey();
  const cookie = (await signIn(amir)).cookie;
  const answer = await passkey.use(await signInOptions(cookie), { counter: 0 });
  const answers = await Promise.all([1, 2, 3].map(() => give(cookie, answer)));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  expect((await give((await signIn(amir)).cookie, answer)).status).toBe(422);
});

test('the same answer adds no second passkey, and nobody takes away what is another’s', async () => {
  const { amir, passkey, cookie, credential } = await withPasskey();
  expect((await ask(cookie, '/second-factor/passkeys', { credential, name: 'Again' })).status).toBe(422);
  const other = await withPasskey();
  expect((await ask(other.cookie, `/second-factor/passkeys/${passkey.id}/removal`)).status).toBe(404);
  const count = () =>
    env.DB.prepare('select count(*) as n from agent_passkeys where email = ?').bind(amir.email).first('n');
  expect(await count()).toBe(1);
  const page = await (await request(agentHost, `/second-factor/passkeys/${passkey.id}/removal`, { cookie })).text();
  expect(page).toContain('Laptop');
  expect((await ask(cookie, `/second-factor/passkeys/${passkey.id}/removal`)).status).toBe(303);
  expect(await count()).toBe(0);
  expect(await isInside((await signIn(amir)).cookie)).toBe(true);
});
