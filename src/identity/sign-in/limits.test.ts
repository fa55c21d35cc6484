import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { atTime } from '../../../test/helpers/at-time.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { newestSignInMail, signInMails, testEnv } from '../../../test/helpers/post-office.ts';
import { request } from '../../../test/helpers/request.ts';
import { clientOf } from '../limits/client-of.ts';

const minute = 60_000;

test('an address gets five mails an hour, and the newest of them goes on working', async () => {
  const nora = await contactOf(await newTenant());
  const { host } = nora.tenant;
  for (let i = 0; i < 8; i += 1) await request(host, '/sign-in', { form: { email: nora.email } });
  expect(signInMails(nora.email)).toHaveLength(5);
  const { pathname } = new URL(newestSignInMail(nora.email).link);
  expect((await request(host, pathname, { method: 'POST' })).status).toBe(303);
});

test('no hour sees a sixth mail, wherever it begins', async () => {
  const nora = await contactOf(await newTenant());
  const patient = testEnv({ SIGN_IN_LIMIT: { limit: async () => ({ success: true }) } });
  const noon = Date.UTC(2026, 10, 2, 12);
  for (let at = 0; at < 180; at += 5) {
    const form = { email: nora.email };
    await atTime(noon + at * minute, () => request(nora.tenant.host, '/sign-in', { form, env: patient }));
  }
  const sent = signInMails(nora.email).length;
  expect(sent).toBeGreaterThanOrEqual(10);
  expect(sent).toBeLessThanOrEqual(15);
});

test('a mailbox is flooded under no number of tagged addresses, not even where its domain lets newcomers in', async () => {
  const nora = await contactOf(await newTenant(), { email: `nora@${crypto.randomUUID().slice(0, 8)}.test` });
  const { tenant, accountId, email } = nora;
  const [local, domain] = email.split('@');
  await env.DB.batch([
    env.DB.prepare("update tenant_settings set newcomers = 'domains' where tenant_id = ?").bind(tenant.id),
    env.DB.prepare("insert into account_domains values (?, ?, ?, 'member', 1, ?, 1)").bind(
      tenant.id,
      domain,
      accountId,
      tenant.ownerId,
    ),
  ]);
  const tagged = Array.from({ length: 24 }, (_, i) => `${local}+${i}@${domain}`);
  for (const each of tagged) await request(tenant.host, '/sign-in', { form: { email: each } });
  expect(tagged.flatMap((each) => signInMails(each))).toHaveLength(20);
  await request(tenant.host, '/sign-in', { form: { email: `else@${domain}` } });
  expect(signInMails(`else@${domain}`)).toHaveLength(1);
});

test('one client’s asks are limited over all addresses; another client is not touched', async () => {
  const tenant = await newTenant();
  const nora = await contactOf(tenant);
  const bindings = testEnv({ LIMIT_ASKS_PER_CLIENT_HOUR: '4' });
  const ask = (email: string, client: string) =>
    request(tenant.host, '/sign-in', { form: { email }, client, env: bindings });
  for (let i = 0; i < 4; i += 1) await ask(`nobody${i}@x.test`, `2001:db8:aaaa:1::${i + 1}`);
  await ask(nora.email, '2001:db8:aaaa:1:ffff::9');
  expect(signInMails(nora.email)).toEqual([]);
  await ask(nora.email, '2001:db8:aaaa:2::1');
  expect(signInMails(nora.email)).toHaveLength(1);
});

test('a tenant’s mails are limited, and asks for unknown addresses use nothing of it', async () => {
  const tenant = await newTenant();
  const bindings = testEnv({ LIMIT_MAILS_PER_TENANT_HOUR: '2' });
  const ask = (email: string) => request(tenant.host, '/sign-in', { form: { email }, env: bindings });
  for (let i = 0; i < 3; i += 1) await ask(`nobody${i}@x.test`);
  const people = await Promise.all([1, 2, 3].map(() => contactOf(tenant)));
  for (const { email } of people) await ask(email);
  expect(people.map(({ email }) => signInMails(email).length)).toEqual([1, 1, 0]);
});

test('the eleventh ask of a minute gets a page that keeps the address', async () => {
  const { host } = await newTenant();
  const client = '198.51.100.7';
  const answers: Response[] = [];
  for (let i = 0; i < 11; i += 1)
    answers.push(await request(host, '/sign-in', { form: { email: `n${i}@x.test` }, client }));
  expect(answers.map((answer) => answer.status)).toEqual([...Array<number>(10).fill(303), 429]);
  expect(await answers[10]?.text()).toContain('value="n10@x.test"');
});

test('a rate limiter that fails keeps nobody out', async () => {
  const nora = await contactOf(await newTenant());
  const broken = testEnv({ SIGN_IN_LIMIT: { limit: () => Promise.reject(new Error('away')) } });
  await request(nora.tenant.host, '/sign-in', { form: { email: nora.email }, env: broken });
  expect(signInMails(nora.email)).toHaveLength(1);
});

test.each([
  [undefined, 'unknown'],
  ['198.51.100.7', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('the client %s counts as %s', (address, client) => {
  expect(clientOf(address)).toBe(client);
});
