import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

const opens = async ({ host, cookie }: { host: string; cookie: string }) =>
  (await request(host, '/settings', { cookie })).status === 200;

test('a person sees where they are signed in, and ends another session but not by accident this one', async () => {
  const nora = await contactOf(await newTenant());
  const [laptop, phone] = [await signIn(nora), await signIn(nora)];
  const page = await (await request(laptop.host, '/settings', { cookie: laptop.cookie })).text();
  expect(page.match(/This one/g)).toHaveLength(1);
  const endings = page.match(/\/settings\/sessions\/[\w-]+\/ending/g) ?? [];
  expect(endings).toHaveLength(1);
  const answer = await request(laptop.host, endings[0] ?? '', { method: 'POST', cookie: laptop.cookie });
  expect(answer.headers.get('Location')).toBe('/settings?said=session-ended#sessions');
  expect(await opens(phone)).toBe(false);
  expect(await opens(laptop)).toBe(true);
});

test('another’s session stays, whatever is sent', async () => {
  const tenant = await newTenant();
  const [nora, nils] = [await signIn(await contactOf(tenant)), await signIn(await contactOf(tenant))];
  await signIn(nils.person);
  const page = await (await request(nils.host, '/settings', { cookie: nils.cookie })).text();
  const his = /\/settings\/sessions\/[\w-]+\/ending/.exec(page)?.[0] ?? '';
  for (const path of [his, '/settings/sessions/%25/ending', '/settings/sessions/x/ending'])
    await request(nora.host, path, { method: 'POST', cookie: nora.cookie });
  const after = await (await request(nils.host, '/settings', { cookie: nils.cookie })).text();
  expect(after).toContain(his);
});

test('a device is named by what its browser says, as text', async () => {
  const nora = await contactOf(await newTenant());
  const { host, cookie } = await signIn(nora);
  const name = (device: string) =>
    env.DB.prepare('update sessions set device = ? where subject_id = ?').bind(device, nora.id).run();
  const page = async () => (await request(host, '/settings', { cookie })).text();
  expect(await page()).toContain('Unknown device');
  await name('<script>Firefox</script>');
  expect(await page()).toContain('&lt;script&gt;Firefox');
});
