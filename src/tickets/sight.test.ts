import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { agentOf } from '../../test/helpers/agent-of.ts';
import { agentAtWork, contactAtWork } from '../../test/helpers/at-work.ts';
import { contactOf } from '../../test/helpers/contact-of.ts';
import { newTenant } from '../../test/helpers/new-tenant.ts';
import { portalOf } from '../../test/helpers/portal-page.ts';
import { cookiesOf, request } from '../../test/helpers/request.ts';

// A tenant may let the members of an account see all that the account asked.

const open = (accountId: string) => see(accountId, 1);
const shut = (accountId: string) => see(accountId, 0);

async function see(accountId: string, all: 0 | 1) {
  await env.DB.prepare('update accounts set members_see_all = ? where id = ?').bind(all, accountId).run();
}

/** Nora (an admin) asked something; Nils is a member of her account. */
async function colleagues() {
  const tenant = await newTenant();
  const contact = await contactOf(tenant, { name: 'Nora' });
  const nora = await contactAtWork(contact);
  const number = await nora.open('Numbat at the gate');
  const member = await contactOf(tenant, { name: 'Nils', role: 'member', accountId: contact.accountId });
  return { tenant, contact, nora, number, member };
}

test('a member of an open account sees, finds and answers what colleagues asked', async () => {
  const { contact, number, member } = await colleagues();
  await open(contact.accountId);
  const nils = portalOf(await contactAtWork(member));
  expect(await nils.page('/')).toContain('Numbat at the gate');
  expect(await nils.page('/')).toContain('1 request');
  expect((await nils.reply(number, 'I can let somebody in.')).status).toBe(303);
  expect(await nils.page(`/requests/${number}`)).toContain('I can let somebody in.');
  expect((await nils.ask('/members')).status).toBe(404);
});

test('the switch counts from the next page on, both ways, without a new sign-in', async () => {
  const { contact, number, member } = await colleagues();
  const nils = await contactAtWork(member);
  const { cookie, host } = nils.signedIn;
  const path = `/requests/${number}`;
  expect((await request(host, path, { cookie })).status).toBe(404);
  await open(contact.accountId);
  const again = await request(host, path, { cookie });
  expect(again.status).toBe(307);
  const seesAll = cookiesOf(again);
  expect((await request(host, path, { cookie: seesAll })).status).toBe(200);
  await shut(contact.accountId);
  const back = await request(host, path, { cookie: seesAll });
  expect(back.status).toBe(307);
  expect((await request(host, path, { cookie: cookiesOf(back) })).status).toBe(404);
});

test('an open account opens nothing of another account', async () => {
  const { tenant, contact, number } = await colleagues();
  const ines = await contactOf(tenant, { role: 'member' });
  await open(contact.accountId);
  await open(ines.accountId);
  const portal = portalOf(await contactAtWork(ines));
  expect((await portal.ask(`/requests/${number}`)).status).toBe(404);
  expect(await portal.page('/')).not.toContain('Numbat');
});

test('what was shut again reaches no member: not by a reply already written, and not in the room', async () => {
  const { contact, number, member } = await colleagues();
  await open(contact.accountId);
  const nils = portalOf(await contactAtWork(member));
  const form = await nils.filled(`/requests/${number}`, { body: 'Too late' });
  await shut(contact.accountId);
  const sent = await nils.ask(`/requests/${number}/messages`, { form });
  expect(sent.status).toBe(307);
  const after = await request(nils.host, `/requests/${number}/messages`, { form, cookie: cookiesOf(sent) });
  expect(after.status).toBe(404);
});

test("agents' answers are mailed to those who asked or wrote, not to all who may look", async () => {
  const { tenant, contact, number, member } = await colleagues();
  await open(contact.accountId);
  const amir = await agentAtWork(await agentOf(tenant));
  amir.effects.mails.length = 0;
  await amir.reply(number, 'We are on our way.');
  expect(amir.effects.mails).toHaveLength(1);
  await portalOf(await contactAtWork(member)).reply(number, 'We can let you in at noon.');
  amir.effects.mails.length = 0;
  await amir.reply(number, 'Good, at noon.');
  expect(amir.effects.mails).toHaveLength(2);
});
