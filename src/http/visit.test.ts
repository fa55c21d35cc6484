import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactOf } from '../../test/helpers/contact-of.ts';
import { newTenant } from '../../test/helpers/new-tenant.ts';
import { request } from '../../test/helpers/request.ts';
import { signIn } from '../../test/helpers/sign-in.ts';

test('a visit puts off the end of a session; a page that keeps itself fresh does not', async () => {
  const tenant = await newTenant();
  const { host, cookie } = await signIn(await contactOf(tenant));
  await env.DB.prepare(
    'update sessions set last_seen_at = 1, idle_expires_at = idle_expires_at - 1000 where tenant_id = ?',
  )
    .bind(tenant.id)
    .run();
  const lastSeen = () =>
    env.DB.prepare('select last_seen_at from sessions where tenant_id = ?')
      .bind(tenant.id)
      .first<number>('last_seen_at');
  await request(host, '/settings', { cookie, headers: { 'Sec-Fetch-Dest': 'empty' } });
  expect(await lastSeen()).toBe(1);
  await request(host, '/settings', { cookie });
  expect(await lastSeen()).toBeGreaterThan(1);
});
