import { expect, test } from 'vitest';
import { contactAtWork, newKey } from '../../test/helpers/at-work.ts';
import { contactOf } from '../../test/helpers/contact-of.ts';
import { newTenant } from '../../test/helpers/new-tenant.ts';
import { testEnv } from '../../test/helpers/post-office.ts';
import { request } from '../../test/helpers/request.ts';
import { mailed } from '../../test/helpers/ticket-link.ts';

async function writer(limit: RateLimit['limit']) {
  const nora = await contactAtWork(await contactOf(await newTenant()));
  const number = await nora.open();
  const { host, cookie, person } = nora.signedIn;
  const bindings = testEnv({ WRITE_LIMIT: { limit } });
  const post = (path: string, form: Record<string, string>) =>
    request(host, path, { cookie, env: bindings, form: { key: newKey(), workspace: person.accountId, ...form } });
  return { nora, number, post, page: (path: string) => request(host, path, { cookie, env: bindings }) };
}

test('who writes too much at once is asked to wait, nothing is sent, and reading goes on', async () => {
  const keys: string[] = [];
  const { nora, number, post, page } = await writer(async ({ key }) => {
    keys.push(key);
    return { success: false };
  });
  const asked = await post('/requests/new', { subject: 'Again', body: 'And again' });
  const answered = await post(`/requests/${number}/messages`, { body: 'And again' });
  expect([asked.status, answered.status]).toEqual([429, 429]);
  expect(await answered.text()).toContain('your text is still there');
  expect(new Set(keys)).toEqual(new Set([`${nora.claim.tenantId}|${nora.claim.contactId}`]));
  const thread = await page(`/requests/${number}`);
  expect(thread.status).toBe(200);
  expect(await thread.text()).not.toContain('And again');
});

test('nobody fills the audit, which forgets nothing, by going to and fro or by changing their mind', async () => {
  const { nora, post } = await writer(async () => ({ success: false }));
  const { contactId, accountId } = nora.claim;
  const ways = [
    ['/workspaces', { workspace: accountId }],
    [`/members/${contactId}/role`, { role: 'member' }],
    [`/members/${contactId}/removal`, {}],
    ['/members/invitations', { emails: 'a@x.test', role: 'member' }],
    ['/members/history.csv', {}],
  ] as const;
  for (const [path, form] of ways) expect((await post(path, form)).status, path).toBe(429);
});

test('nobody changes a request, its people or its files, or keeps lists, faster than that', async () => {
  const { number, post } = await writer(async () => ({ success: false }));
  const ways = [
    [`/requests/${number}/fields/fld_x`, {}],
    [`/requests/${number}/people`, { email: 'a@x.test' }],
    [`/requests/${number}/people/gst_x/removal`, {}],
    [`/requests/${number}/messages/1/revision`, { body: 'Other' }],
    [`/requests/${number}/solution`, {}],
    ['/uploads', {}],
    ['/requests.csv', { query: '' }],
    ['/views', { name: 'A', query: '' }],
    ['/views/vew_x', { name: 'A' }],
  ] as const;
  for (const [path, form] of ways) expect((await post(path, form)).status, path).toBe(429);
});

test('a limiter that fails keeps nobody from writing', async () => {
  const { number, post } = await writer(() => Promise.reject(new Error('away')));
  expect((await post(`/requests/${number}/messages`, { body: 'Still here' })).status).toBe(303);
});

test('who writes by the link of a mail spends the same share', async () => {
  const { ask, form, contact, tenant } = await mailed();
  const keys: string[] = [];
  const limit: RateLimit['limit'] = async ({ key }) => ({ success: keys.push(key) < 0 });
  const filled = await form('And again');
  for (const [at, fields] of [
    ['/messages', filled],
    ['/revocation', {}],
  ] as const)
    expect((await ask(at, { form: fields, env: testEnv({ WRITE_LIMIT: { limit } }) })).status).toBe(429);
  expect(new Set(keys)).toEqual(new Set([`${tenant.id}|${contact.id}`]));
  const html = await (await ask()).text();
  expect(html).not.toContain('And again');
});
