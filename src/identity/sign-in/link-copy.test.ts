import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { type Calls, countCalls } from '../../../test/helpers/count-calls.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { newestSignInMail, testEnv } from '../../../test/helpers/post-office.ts';
import { request } from '../../../test/helpers/request.ts';

// KV is a copy that spares D1 the scanners' GETs. Whatever it does, the same happens.

const press = (host: string, path: string, bindings: Env) => request(host, path, { method: 'POST', env: bindings });

type Fault = { readonly [method in 'get' | 'put' | 'delete']?: () => Promise<unknown> };

const fail = () => Promise.reject(new Error('KV is away'));

const faults: Record<string, Fault> = {
  'has everything': {},
  'answers nothing': { get: async () => null },
  'forgets every write': { put: async () => {} },
  'never deletes': { delete: async () => {} },
  'fails at all it is asked': { get: fail, put: fail, delete: fail },
  'answers nonsense': { get: async () => ({ expiresAt: 'soon' }) },
};

/** Only what has to do with sign-in goes wrong: the tenant's own cache has tests of its own. */
function faulty(fault: Fault): Env {
  const kv = new Proxy(env.KV, {
    get(target, key) {
      const real: unknown = Reflect.get(target, key);
      const other: unknown = Reflect.get(fault, key);
      if (typeof real !== 'function') return real;
      return (name: unknown, ...rest: unknown[]) => {
        const isOurs = typeof other === 'function' && String(name).startsWith('signin:');
        return Reflect.apply(isOurs ? other : real, target, [name, ...rest]);
      };
    },
  });
  return testEnv({ KV: kv });
}

for (const [name, fault] of Object.entries(faults)) {
  test(`a KV that ${name} changes nothing: one session, then the link is spent`, async () => {
    const nora = await contactOf(await newTenant());
    const { host } = nora.tenant;
    const bindings = faulty(fault);
    await request(host, '/sign-in', { form: { email: nora.email }, env: bindings });
    const { pathname } = new URL(newestSignInMail(nora.email).link);
    expect((await request(host, pathname, { env: bindings })).status).toBe(200);
    expect((await press(host, pathname, bindings)).status).toBe(303);
    const again = await press(host, pathname, bindings);
    expect(again.status).toBe(410);
    expect(await again.text()).toContain('This link has been used');
  });

  test(`a KV that ${name} brings no voided link back`, async () => {
    const nora = await contactOf(await newTenant());
    const { host } = nora.tenant;
    const bindings = faulty(fault);
    await request(host, '/sign-in', { form: { email: nora.email }, env: bindings });
    const { pathname } = new URL(newestSignInMail(nora.email).link);
    await request(host, '/sign-in', { form: { email: nora.email }, env: bindings });
    const old = await press(host, pathname, bindings);
    expect(old.status).toBe(410);
    expect(await old.text()).toContain('There is a newer link');
  });
}

test('opening a fresh link asks KV and not the database', async () => {
  const nora = await contactOf(await newTenant());
  const { host } = nora.tenant;
  await request(host, '/sign-in', { form: { email: nora.email } });
  const calls: Calls = [];
  const counted = countCalls(testEnv(), calls);
  await request(host, '/sign-in', { env: counted }); // the tenant is in memory from here on
  calls.length = 0;
  const page = await request(host, new URL(newestSignInMail(nora.email).link).pathname, { env: counted });
  expect(await page.text()).toContain(nora.email);
  expect(calls).toEqual(['KV.get']);
});
