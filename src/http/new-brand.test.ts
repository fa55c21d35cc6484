import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactOf } from '../../test/helpers/contact-of.ts';
import { newTenant } from '../../test/helpers/new-tenant.ts';
import { request } from '../../test/helpers/request.ts';
import { signIn } from '../../test/helpers/sign-in.ts';

test('a brand that changed shows from the second page on, at its own tenant alone', async () => {
  const [tenant, other] = [await newTenant({ name: 'Oldname' }), await newTenant({ name: 'Neighbour' })];
  const nora = await signIn(await contactOf(tenant));
  const home = async () => (await request(nora.host, '/', { cookie: nora.cookie })).text();
  expect(await home()).toContain('Oldname');
  await env.DB.prepare("UPDATE tenant_settings SET name = 'Newname', version = version + 1 WHERE tenant_id = ?")
    .bind(tenant.id)
    .run();
  await home();
  expect(await home()).toContain('Newname');
  const signedOut = async (host: string) => (await request(host, '/sign-in')).text();
  expect(await signedOut(tenant.host)).toContain('Newname');
  expect(await signedOut(other.host)).toContain('Neighbour');
});
