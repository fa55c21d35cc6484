import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newMeter, openDirectoryDb } from '#db/database.ts';
import { addHostname } from '#onboarding/add-hostname.ts';
import { accountOf, contactOf } from '../../../test/helpers/contact-of.ts';
import { browserOf, newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { fieldOf, request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';
import { viewLink } from '../../../test/helpers/view-as.ts';

test('opening the page makes no link, and a link is stored as a hash only', async () => {
  const { amir, contact, tenant } = await newDesk();
  const stored = async () =>
    (await env.DB.prepare('SELECT * FROM view_as_tokens WHERE tenant_id = ?').bind(tenant.id).all()).results;
  const path = `/accounts/${contact.accountId}/people/${contact.id}/view-as`;
  expect(wordsOf(await browserOf(amir).page(path))).toContain('Make a link');
  expect(await stored()).toEqual([]);
  const token = (await viewLink(amir, contact)).split('/').at(-1) ?? '';
  expect(await stored()).toMatchObject([{ agent_id: amir.claim.agentId, contact_id: contact.id, used_at: null }]);
  expect(JSON.stringify(await stored())).not.toContain(token);
});

test('a link works at the host that it leads to, and at no other of the same company', async () => {
  const { amir, contact, tenant } = await newDesk();
  const hostname = `help.${tenant.slug}.example`;
  const directory = { db: openDirectoryDb(env, newMeter()), now: Date.now() };
  await addHostname(directory, { tenantId: tenant.id, hostname, kind: 'custom', status: 'active' });
  const path = await viewLink(amir, contact);
  expect((await request(hostname, path)).status).toBe(404);
  expect((await request(hostname, path, { form: {} })).status).toBe(404);
  expect((await request(tenant.host, path)).status).toBe(200);
});

test('no agent gets a link to people of another tenant, nor to an account that a person is not in', async () => {
  const { amir, contact } = await newDesk();
  const other = await newDesk();
  const browser = browserOf(other.amir);
  for (const [account, person] of [
    [contact.accountId, contact.id],
    [other.contact.accountId, contact.id],
    [contact.accountId, other.contact.id],
  ]) {
    const path = `/accounts/${account}/people/${person}/view-as`;
    expect((await browser.ask(path)).status).toBe(404);
    expect((await browser.ask(path, { form: {} })).status).toBe(404);
  }
  const elsewhere = await accountOf(contact.tenant);
  const path = `/accounts/${elsewhere}/people/${contact.id}/view-as`;
  expect((await browserOf(amir).ask(path, { form: {} })).status).toBe(404);
});

test('of somebody without access it is said that there is nothing to see', async () => {
  const { amir, tenant } = await newDesk();
  const gone = await contactOf(tenant, { name: 'Gone', role: 'none' });
  const answer = await browserOf(amir).ask(`/accounts/${gone.accountId}/people/${gone.id}/view-as`, { form: {} });
  const html = await answer.text();
  expect(wordsOf(html)).toContain('Gone has no access to');
  expect(html).not.toContain('https://');
  const made = env.DB.prepare('SELECT count(*) AS n FROM view_as_tokens WHERE contact_id = ?').bind(gone.id);
  expect(await made.first('n')).toBe(0);
});

test('whoever is signed in in that browser is told that they will be no more', async () => {
  const { amir, contact, tenant } = await newDesk();
  const marta = await contactOf(tenant, { email: 'marta@consult.test' });
  const { ask } = portalOf({ signedIn: await signIn(marta) });
  const path = await viewLink(amir, contact);
  const html = await (await ask(path)).text();
  expect(wordsOf(html)).toContain('You are signed in to this portal as marta@consult.test');
  const answer = await ask(path, { form: { attempt: fieldOf(html, 'attempt') } });
  expect(answer.status).toBe(303);
  expect((await ask('/')).status).toBe(303);
});
