import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { accountOf, contactOf } from '../../../test/helpers/contact-of.ts';
import { wordsOf } from '../../../test/helpers/desk-page.ts';
import { cookiesOf, fieldOf, request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';
import { mailed } from '../../../test/helpers/ticket-link.ts';
import { viewAs } from '../../../test/helpers/view-as.ts';

const set = (sql: string, ...values: (string | number)[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();

test('its holder, signed in, goes to the request itself; somebody else is told who is who', async () => {
  const { ask, number, nora, contact, tenant } = await mailed();
  const own = await ask('', { cookie: nora.signedIn.cookie });
  expect(own.headers.get('Location')).toBe(`/requests/${number}`);
  const marta = await signIn(await contactOf(tenant, { email: 'marta@elsewhere.test' }));
  const html = await (await ask('', { cookie: marta.cookie })).text();
  expect(wordsOf(html)).toContain('you are signed in as marta@elsewhere.test');
  expect(wordsOf(html)).toContain(contact.email);
  await set('UPDATE sessions SET ended_at = 1 WHERE subject_id = ?', contact.id);
  expect((await ask('', { cookie: nora.signedIn.cookie })).status).toBe(200);
});

test('its holder in another workspace reads at once, and is led to the right one', async () => {
  const { ask, number, contact, tenant } = await mailed();
  const elsewhere = await accountOf(tenant);
  const sql =
    "INSERT INTO memberships (tenant_id, contact_id, account_id, role, created_at) VALUES (?, ?, ?, 'member', 1)";
  await set(sql, tenant.id, contact.id, elsewhere);
  const { cookie } = await signIn(contact);
  const entered = await request(tenant.host, '/workspaces', { cookie, form: { workspace: elsewhere } });
  const html = await (await ask('', { cookie: cookiesOf(entered) })).text();
  expect(wordsOf(html)).toContain('The gate is stuck');
  expect(html).toContain(`href="/requests/${number}"`);
  expect(html).not.toContain('name="email"');
});

test('an agent who views as somebody can send nothing by a link', async () => {
  const { ask, form, amir, contact } = await mailed();
  const cookie = await viewAs(amir, contact);
  expect((await ask('/messages', { form: await form('As Nora'), cookie })).status).toBe(403);
});

test('signing in is one press away, and leads back to the request', async () => {
  const { page, number, contact, tenant } = await mailed();
  const html = await page();
  const form = { email: fieldOf(html, 'email'), return_to: fieldOf(html, 'return_to') };
  expect(form).toEqual({ email: contact.email, return_to: `/requests/${number}` });
  expect((await request(tenant.host, '/sign-in', { form })).headers.get('Location')).toMatch(/^\/sign-in\/code/);
});
