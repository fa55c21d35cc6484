import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { agentOf } from '../../../test/helpers/agent-of.ts';
import { atTime } from '../../../test/helpers/at-time.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { type Calls, countCalls } from '../../../test/helpers/count-calls.ts';
import { invited } from '../../../test/helpers/invite.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { signInMails, testEnv } from '../../../test/helpers/post-office.ts';
import { agentHost, cookiesOf, request } from '../../../test/helpers/request.ts';

// SECURITY §1.5: nobody learns from any answer whether an address is known.

const now = Date.now();

/** All that an answer shows, without what may differ: cookie and request id, the address typed, the attempt. */
async function shownBy(answer: Response, email: string) {
  const headers = [...answer.headers].map(([name, value]) => {
    const isOwn = name === 'x-request-id' || name === 'set-cookie' || name === 'server-timing';
    return [
      name,
      isOwn ? value.length * Number(name !== 'server-timing') : value.replaceAll(encodeURIComponent(email), ''),
    ];
  });
  const html = (await answer.text()).replaceAll(email, '<address>').replace(/name="attempt" value="[\w-]{22}"/g, '');
  return { status: answer.status, headers, html };
}

/** A whole visit: asks, looks, types six wrong codes, follows a link that is none. */
async function visit(host: string, email: string) {
  const calls: Calls = [];
  const counted = countCalls(testEnv(), calls);
  const shown: unknown[] = [];
  const asked = await request(host, '/sign-in', { form: { email, return_to: '/requests/1001' }, env: counted });
  const cookie = cookiesOf(asked);
  shown.push(await shownBy(asked, email), [...calls]);
  calls.length = 0;
  shown.push(await shownBy(await request(host, '/sign-in/code', { cookie, env: counted }), email));
  for (let i = 0; i < 6; i += 1) {
    const form = { code: '000000', return_to: '/' };
    shown.push(await shownBy(await request(host, '/sign-in/code', { cookie, form, env: counted }), email));
  }
  const link = `/sign-in/link/${'x'.repeat(43)}`;
  shown.push(await shownBy(await request(host, link, { cookie, env: counted }), email));
  return [...shown, calls];
}

test('known, unknown, disabled and shut-out contacts get the same answers by the same calls', async () => {
  const tenant = await newTenant();
  const known = await contactOf(tenant, { email: 'known@x.test' });
  const disabled = await contactOf(tenant, { email: 'gone.@x.test'.replace('.@', 'x@') });
  await env.DB.prepare(`update contacts set state = 'disabled' where tenant_id = ? and id = ?`)
    .bind(tenant.id, disabled.id)
    .run();
  const shut = await contactOf(tenant, { email: 'nonee@x.test', role: 'none' });
  await request(tenant.host, '/sign-in'); // the tenant is in memory from here on
  const [first, ...others] = await atTime(now, async () => [
    await visit(tenant.host, known.email),
    await visit(tenant.host, 'never@x.test'),
    await visit(tenant.host, disabled.email),
    await visit(tenant.host, shut.email),
  ]);
  for (const other of others) expect(other).toEqual(first);
  expect(signInMails(known.email)).toHaveLength(1);
  for (const email of ['never@x.test', disabled.email, shut.email]) expect(signInMails(email)).toEqual([]);
});

test.each(['domains', 'requests'])(
  'newcomers and invited people get the same answers by the same calls as strangers (%s)',
  async (policy) => {
    const tenant = await newTenant();
    const nora = await contactOf(tenant, { email: `nora@${policy}.test` });
    const put = 'insert into account_domains values (?, ?, ?, ?, ?, ?, ?)';
    await env.DB.batch([
      env.DB.prepare('update tenant_settings set newcomers = ? where tenant_id = ?').bind(policy, tenant.id),
      env.DB.prepare(put).bind(tenant.id, `${policy}.test`, nora.accountId, 'member', 1, tenant.ownerId, 1),
      env.DB.prepare(put).bind(tenant.id, `hope.${policy}.test`, nora.accountId, 'member', null, null, 1),
    ]);
    const { email: guest } = await invited(nora, { email: `guest-${policy}@z.test` });
    await request(tenant.host, '/sign-in'); // the tenant is in memory from here on
    const [first, ...others] = await atTime(now, async () => [
      await visit(tenant.host, nora.email),
      await visit(tenant.host, `newc@${policy}.test`),
      await visit(tenant.host, `newd@hope.${policy}.test`),
      await visit(tenant.host, guest),
      await visit(tenant.host, `nobody-${policy}@z.test`),
    ]);
    for (const other of others) expect(other).toEqual(first);
    expect(signInMails(`newc@${policy}.test`)).toHaveLength(1);
    expect(signInMails(guest)).toHaveLength(1);
    expect(signInMails(`newd@hope.${policy}.test`)).toEqual([]);
  },
);

test('known, unknown and disabled agents get the same answers by the same calls', async () => {
  const tenant = await newTenant();
  const known = await agentOf(tenant, { email: 'amir-1@y.test' });
  const disabled = await agentOf(tenant, { email: 'amir-2@y.test' });
  await env.DB.prepare(`update agents set state = 'disabled' where tenant_id = ? and id = ?`)
    .bind(tenant.id, disabled.id)
    .run();
  const [first, ...others] = await atTime(now, async () => [
    await visit(agentHost, known.email),
    await visit(agentHost, 'amir-3@y.test'),
    await visit(agentHost, disabled.email),
  ]);
  for (const other of others) expect(other).toEqual(first);
  expect(signInMails(known.email)).toHaveLength(1);
  expect(signInMails(disabled.email)).toEqual([]);
});

test('asking writes nothing but one message, for every address', async () => {
  const { host } = await newTenant();
  const calls: Calls = [];
  const queue: Pick<Queue, 'send'> = {
    send: async () => ({ metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } }),
  };
  const bindings = Object.assign(testEnv(), { SIGN_IN_QUEUE: queue });
  const counted = countCalls(bindings, calls);
  await request(host, '/sign-in', { env: counted }); // the tenant is in memory from here on
  for (const email of ['a@x.test', 'b@x.test']) {
    calls.length = 0;
    await request(host, '/sign-in', { form: { email }, env: counted });
    expect(calls).toEqual(['SIGN_IN_LIMIT.limit', 'SIGN_IN_LIMIT.limit', 'SIGN_IN_QUEUE.send']);
  }
});

test('an unknown address has a challenge that voids, expires and counts like any other and makes no session', async () => {
  const tenant = await newTenant();
  await request(tenant.host, '/sign-in', { form: { email: 'un@known.test' } });
  const asked = await request(tenant.host, '/sign-in', { form: { email: 'un@known.test' } });
  await request(tenant.host, '/sign-in/code', { cookie: cookiesOf(asked), form: { code: '000000' } });
  const query = `select contact_id, tries, voided_at is null as live, expires_at - asked_at as life
    from sign_in_challenges where tenant_id = ? order by asked_at`;
  const { results } = await env.DB.prepare(query).bind(tenant.id).all();
  expect(results).toEqual([
    { contact_id: null, tries: 0, live: 0, life: 600_000 },
    { contact_id: null, tries: 1, live: 1, life: 600_000 },
  ]);
});
