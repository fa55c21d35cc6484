import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { browserOf, newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';
import { mailed, mailedLink } from '../../../test/helpers/ticket-link.ts';

test('whoever holds a link can turn it off, with all that the same person got about the request', async () => {
  const { ask, tenant, amir, number, contact, path } = await mailed();
  await amir.reply(number, 'And?');
  const second = await mailedLink(tenant, amir, contact.email);
  expect((await ask('/revocation', { form: {} })).headers.get('Location')).toBe(path);
  for (const link of [path, second]) expect((await request(tenant.host, link)).status).toBe(410);
  await amir.reply(number, 'Hello?');
  const third = await mailedLink(tenant, amir, contact.email);
  expect((await request(tenant.host, third)).status).toBe(200);
  const query = "SELECT actor_id, detail FROM audit_entries WHERE tenant_id = ? AND action = 'ticket_links.revoked'";
  expect((await env.DB.prepare(query).bind(tenant.id).all()).results).toEqual([
    { actor_id: contact.id, detail: '{"door":"link","of":"one"}' },
  ]);
});

test('a contact turns off their own links, and nobody else’s', async () => {
  const { tenant, nora, contact, number, path } = await mailed();
  const nils = await contactOf(tenant, { accountId: contact.accountId });
  const { cookie } = await signIn(nils);
  const revoke = (who: string) =>
    request(tenant.host, `/requests/${number}/link-revocation`, { cookie: who, form: {} });
  expect((await revoke(cookie)).status).toBe(303);
  expect((await request(tenant.host, path)).status).toBe(200);
  const own = { cookie: nora.signedIn.cookie };
  expect(wordsOf(await (await request(tenant.host, `/requests/${number}`, own)).text())).toContain(
    'Turn off those sent so far',
  );
  const answer = await revoke(own.cookie);
  expect(answer.headers.get('Location')).toBe(`/requests/${number}?links-off`);
  expect((await request(tenant.host, path)).status).toBe(410);
  const html = await (await request(tenant.host, `/requests/${number}?links-off`, own)).text();
  expect(wordsOf(html)).toContain('open it no more');
  expect(wordsOf(html)).not.toContain('Turn off those sent so far');
});

test('an agent turns all links of a ticket off, after being asked', async () => {
  const { tenant, amir, number, path } = await mailed();
  const browser = browserOf(amir);
  const revocation = `/tickets/${number}/link-revocation`;
  expect(await browser.page(`/tickets/${number}`)).toContain(revocation);
  expect(wordsOf(await browser.page(revocation))).toContain('Nora Lind: 1 link');
  expect((await request(tenant.host, path)).status).toBe(200);
  expect((await browser.ask(revocation, { form: {} })).headers.get('Location')).toBe(revocation);
  expect((await request(tenant.host, path)).status).toBe(410);
  expect(wordsOf(await browser.page(revocation))).toContain('No link in a mail opens this ticket');
  const stranger = browserOf((await newDesk()).amir);
  expect((await stranger.ask(revocation, { form: {} })).status).toBe(404);
});
