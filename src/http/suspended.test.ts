import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { ownerOf } from '../../test/helpers/agent-of.ts';
import { atTime } from '../../test/helpers/at-time.ts';
import { contactOf } from '../../test/helpers/contact-of.ts';
import { newTenant } from '../../test/helpers/new-tenant.ts';
import { request } from '../../test/helpers/request.ts';
import { signIn } from '../../test/helpers/sign-in.ts';

const afterMemory = 31_000;

test.each([
  ['the directory says', "UPDATE tenants SET status = 'suspended' WHERE id = ?"],
  ['its own settings say', "UPDATE tenant_settings SET status = 'suspended' WHERE tenant_id = ?"],
])('a suspended tenant shows nothing to customers and agents, where %s so', async (_, suspend) => {
  const tenant = await newTenant();
  const nora = await signIn(await contactOf(tenant));
  const owner = await signIn(ownerOf(tenant));
  await env.DB.prepare(suspend).bind(tenant.id).run();
  for (const key of [`id:${tenant.id}`, `host:${tenant.host}`]) await env.KV.delete(`tenant:${key}`);
  await atTime(Date.now() + afterMemory, async () => {
    expect((await request(nora.host, '/', { cookie: nora.cookie })).status).toBe(503);
    expect((await request(owner.host, '/tickets', { cookie: owner.cookie })).status).toBe(503);
  });
});
