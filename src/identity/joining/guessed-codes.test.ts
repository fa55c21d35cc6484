import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { placesOf } from '../../../test/helpers/accept-invitation.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant, type TestTenant } from '../../../test/helpers/new-tenant.ts';
import { newestSignInMail, signInMails, testEnv } from '../../../test/helpers/post-office.ts';
import { cookiesOf, request } from '../../../test/helpers/request.ts';

/** Asks, as a browser does; gives what it needs to type a code, and the mail. */
async function ask({ host }: TestTenant, email: string) {
  const cookie = cookiesOf(await request(host, '/sign-in', { form: { email } }));
  const { code, link } = newestSignInMail(email);
  const type = async (typed: string) =>
    (await request(host, '/sign-in/code', { cookie, form: { code: typed } })).status;
  const wrong = () => type(code === '000000' ? '000001' : '000000');
  return { type, wrong, code, path: new URL(link).pathname };
}

/** An account that everybody of a domain joins as an admin, with Nora in it. */
async function openDomain() {
  const domain = `${crypto.randomUUID().slice(0, 8)}.test`;
  const nora = await contactOf(await newTenant(), { email: `nora@${domain}` });
  const { tenant, accountId } = nora;
  await env.DB.batch([
    env.DB.prepare("update tenant_settings set newcomers = 'domains' where tenant_id = ?").bind(tenant.id),
    env.DB.prepare("insert into account_domains values (?, ?, ?, 'admin', 1, ?, 1)").bind(
      tenant.id,
      domain,
      accountId,
      tenant.ownerId,
    ),
  ]);
  return { domain, nora, tenant };
}

test('made-up addresses of a domain bring no more tries: all of its newcomers share one count', async () => {
  const { domain, nora, tenant } = await openDomain();
  for (let i = 0; i < 10; i += 1) {
    const { wrong } = await ask(tenant, `guess${i}@${domain}`);
    for (let j = 0; j < 5; j += 1) expect(await wrong()).toBe(422);
  }
  const guessed = await ask(tenant, `lucky@${domain}`);
  expect(await guessed.type(guessed.code)).toBe(422);
  expect(await placesOf(tenant.id, `lucky@${domain}`)).toEqual([]);
  // Who reads the mailbox comes in by the link all the same, and who is known by their code.
  expect((await request(tenant.host, guessed.path, { method: 'POST' })).status).toBe(303);
  expect(await placesOf(tenant.id, `lucky@${domain}`)).toMatchObject([{ role: 'admin' }]);
  const known = await ask(tenant, nora.email);
  expect(await known.type(known.code)).toBe(303);
});

test('nor do they use the company’s mails up: newcomers of an account get a tenth of them', async () => {
  const { domain, nora, tenant } = await openDomain();
  const bindings = testEnv({ LIMIT_MAILS_PER_TENANT_HOUR: '20' });
  const addresses = Array.from({ length: 5 }, (_, i) => `made-up${i}@${domain}`);
  for (const email of addresses) await request(tenant.host, '/sign-in', { form: { email }, env: bindings });
  expect(addresses.flatMap((email) => signInMails(email))).toHaveLength(2);
  await request(tenant.host, '/sign-in', { form: { email: nora.email }, env: bindings });
  expect(signInMails(nora.email)).toHaveLength(1);
});
