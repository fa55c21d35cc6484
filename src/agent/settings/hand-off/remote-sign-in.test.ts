import { expect, test } from 'vitest';
import { contactOf } from '../../../../test/helpers/contact-of.ts';
import { sign } from '../../../../test/helpers/hand-off.ts';
import { auditOf, base, newOffice } from '../../../../test/helpers/hand-off-office.ts';
import { request } from '../../../../test/helpers/request.ts';

test('the sign-in page offers the product, or goes there, and never locks anybody out', async () => {
  const { tenant, ask } = await newOffice();
  const { host } = tenant;
  const save = (fields: Record<string, string>) => ask(base, { form: { creates: 'nothing', ...fields } });
  expect((await save({ remote_url: 'https://app.acme.test/login?from=portal' })).status).toBe(303);
  const offered = await (await request(host, '/sign-in?return_to=%2Frequests%2F1001')).text();
  const href = /href="(https:\/\/app\.acme\.test[^"]*)"/.exec(offered)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const url = new URL(href);
  expect(url.searchParams.get('from')).toBe('portal');
  expect(url.searchParams.get('return_to')).toBe(`https://${host}/sign-in/hand-off?return_to=%2Frequests%2F1001`);
  expect(offered).toContain('Continue with Acme');
  expect(offered).toContain('name="email"');
  await save({ remote_url: 'https://app.acme.test/login', at_once: 'on' });
  const sent = await request(host, '/sign-in?return_to=%2Fsettings');
  expect(sent.status).toBe(303);
  expect(sent.headers.get('Location')).toMatch(/^https:\/\/app\.acme\.test\/login\?return_to=/);
  for (const path of ['/sign-in?by=mail', '/sign-in?said=signed-out', '/sign-in?said=signed-out-everywhere'])
    expect((await request(host, path)).status, path).toBe(200);
  expect(await auditOf(tenant, 'settings.changed')).toHaveLength(2);
});

test('return_to survives both legs: to the product, and back with its token', async () => {
  const { tenant, ask, addSecret } = await newOffice();
  const nora = await contactOf(tenant, { email: 'nora@customer.test' });
  const key = await addSecret();
  await ask(base, { form: { creates: 'nothing', remote_url: 'https://app.acme.test/login', at_once: 'on' } });
  const wanted = await request(tenant.host, '/requests/1001?x=1');
  const there = await request(tenant.host, wanted.headers.get('Location') ?? '');
  const back = new URL(new URL(there.headers.get('Location') ?? '').searchParams.get('return_to') ?? '');
  back.searchParams.set('jwt', await sign(key, { email: nora.email }));
  const arrived = await request(tenant.host, `${back.pathname}${back.search}`);
  const cookie = arrived.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const answer = await request(tenant.host, arrived.headers.get('Location') ?? '', { cookie });
  expect(answer.headers.get('Location')).toBe('/requests/1001?x=1');
});

test.each([
  'http://app.acme.test/',
  'javascript:alert(1)',
  'app.acme.test',
  'https://app.portico.test/',
  'https://u:p@x.test/',
])('nobody is sent to %s', async (address) => {
  const { ask, tenant } = await newOffice();
  const answer = await ask(base, { form: { creates: 'nothing', remote_url: address } });
  expect(answer.status).toBe(422);
  expect((await request(tenant.host, '/sign-in')).status).toBe(200);
  expect(await (await request(tenant.host, '/sign-in')).text()).not.toContain('Continue with');
});
