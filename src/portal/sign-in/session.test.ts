import { expect, test } from 'vitest';
import { atTime } from '../../../test/helpers/at-time.ts';
import { accountOf, contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { newestSignInMail } from '../../../test/helpers/post-office.ts';
import { cookiesOf, fieldOf, request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

/** Asks for a link and presses its button. */
async function enter(host: string, email: string, back: string): Promise<Response> {
  await request(host, '/sign-in', { form: { email, return_to: back } });
  return request(host, new URL(newestSignInMail(email).link).pathname, { method: 'POST' });
}

test('signed in, /sign-in leads on; after the session ended it asks again', async () => {
  const nora = await contactOf(await newTenant());
  const { host, cookie } = await signIn(nora);
  expect((await request(host, '/sign-in?return_to=/settings', { cookie })).headers.get('Location')).toBe('/settings');
  await request(host, '/sign-out', { method: 'POST', cookie });
  expect((await request(host, '/sign-in', { cookie })).status).toBe(200);
});

test('sign out ends the session on the server and clears what the browser holds', async () => {
  const nora = await contactOf(await newTenant());
  const { host, cookie } = await signIn(nora);
  const answer = await request(host, '/sign-out', { method: 'POST', cookie });
  expect(answer.headers.get('Clear-Site-Data')).toBe('"storage"');
  expect(answer.headers.getSetCookie().join()).toContain('__Host-session=;');
  expect((await request(host, '/settings', { cookie })).status).toBe(303);
  const said = await request(host, answer.headers.get('Location') ?? '');
  expect(await said.text()).toContain('You are signed out.');
  expect((await request(host, '/sign-out', { cookie })).status).toBe(405);
});

test('sign out everywhere ends every session of that person and of nobody else', async () => {
  const tenant = await newTenant();
  const [nora, nils] = [await contactOf(tenant), await contactOf(tenant)];
  const [laptop, phone, other] = [await signIn(nora), await signIn(nora), await signIn(nils)];
  const status = async (cookie: string) => (await request(tenant.host, '/settings', { cookie })).status;
  await request(tenant.host, '/sign-out', { method: 'POST', cookie: phone.cookie });
  const ended = await request(tenant.host, '/sign-out/everywhere', { method: 'POST', cookie: phone.cookie });
  expect(ended.status).toBe(401);
  expect(await status(laptop.cookie)).toBe(200);
  await request(tenant.host, '/sign-out/everywhere', { method: 'POST', cookie: laptop.cookie });
  expect(await status(laptop.cookie)).toBe(303);
  expect(await status(other.cookie)).toBe(200);
});

test('a session ends after its idle time and after its whole time', async () => {
  const nora = await contactOf(await newTenant());
  const { host, cookie } = await signIn(nora);
  const day = 24 * 60 * 60_000;
  const start = Date.now();
  const at = (days: number) =>
    atTime(start + days * day, () => request(host, '/settings', { cookie })).then(({ status }) => status);
  expect(await at(13.9)).toBe(200);
  expect(await at(27)).toBe(200);
  expect(await at(29.9)).toBe(200);
  expect(await at(30.1)).toBe(303);
  const idle = await signIn(nora);
  expect((await atTime(start + 14.1 * day, () => request(host, '/settings', { cookie: idle.cookie }))).status).toBe(
    303,
  );
});

test('a contact without a name is asked once, after sign-in, and then goes on', async () => {
  const nora = await contactOf(await newTenant(), { name: '' });
  const { host } = nora.tenant;
  const answer = await enter(host, nora.email, '/settings');
  const cookie = cookiesOf(answer);
  expect(answer.headers.get('Location')).toBe('/welcome?return_to=%2Fsettings');
  const empty = await request(host, '/welcome', { cookie, form: { name: ' \u202e ', return_to: '/settings' } });
  expect(empty.status).toBe(422);
  expect(await empty.text()).toContain('id="name-error"');
  const said = await request(host, '/welcome', { cookie, form: { name: ' Nora\nNorth ', return_to: '/settings' } });
  expect(said.headers.get('Location')).toBe('/settings');
  expect(fieldOf(await (await request(host, '/settings', { cookie })).text(), 'name')).toBe('Nora North');
  expect((await request(host, '/welcome?return_to=//evil.test', { cookie })).headers.get('Location')).toBe('/');
});

test('somebody with two workspaces chooses first, then says their name, then goes on', async () => {
  const tenant = await newTenant();
  const also = [{ accountId: await accountOf(tenant, 'Zeta'), role: 'member' as const }];
  const marta = await contactOf(tenant, { also, name: '' });
  const next = (await enter(tenant.host, marta.email, '/settings')).headers.get('Location');
  expect(next).toBe(`/workspaces?return_to=${encodeURIComponent('/welcome?return_to=%2Fsettings')}`);
});
