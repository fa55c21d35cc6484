import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { rowsOf } from '../../../test/helpers/accept-invitation.ts';
import { agentOf } from '../../../test/helpers/agent-of.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { newestSignInMail } from '../../../test/helpers/post-office.ts';
import { agentHost, cookiesOf, request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';
import { refusalsOfUnknown } from './refusal.ts';

const entriesOf = (tenantId: string, like = 'session.refused') =>
  rowsOf<Record<string, string | null>>(
    `select action, actor_kind, actor_id, account_id, subject_id, detail, client from audit_entries
     where tenant_id = ? and action like ? order by rowid`,
    tenantId,
    like,
  );

async function askAndGuess(host: string, email: string, guesses: number): Promise<void> {
  const cookie = cookiesOf(await request(host, '/sign-in', { form: { email } }));
  for (let i = 0; i < guesses; i += 1)
    await request(host, '/sign-in/code', { cookie, form: { code: '000000' }, client: '192.0.2.7' });
}

test('each wrong code of a contact is recorded as theirs, five for a code and no more', async () => {
  const nora = await contactOf(await newTenant());
  await askAndGuess(nora.tenant.host, nora.email, 8);
  const entries = await entriesOf(nora.tenant.id);
  expect(entries).toHaveLength(5);
  expect(entries[0]).toMatchObject({
    actor_kind: 'contact',
    actor_id: nora.id,
    account_id: nora.accountId,
    detail: '{"door":"code","reason":"wrong_code"}',
    client: '192.0.2.7',
  });
});

test('of an unknown address nothing is recorded but that somebody tried', async () => {
  const tenant = await newTenant();
  await askAndGuess(tenant.host, 'nobody@strange.test', 1);
  const entries = await entriesOf(tenant.id);
  expect(entries).toMatchObject([{ actor_kind: 'unknown', actor_id: null, account_id: null }]);
  expect(JSON.stringify(entries)).not.toContain('strange');
});

test('guesses at addresses that nobody has fill no audit', async () => {
  const tenant = await newTenant();
  await askAndGuess(tenant.host, 'a@strange.test', 1);
  await env.DB.prepare("update counters set n = ? where tenant_id = ? and scope_key = 'refusals|'")
    .bind(refusalsOfUnknown, tenant.id)
    .run();
  await askAndGuess(tenant.host, 'b@strange.test', 5);
  expect(await entriesOf(tenant.id)).toHaveLength(1);
  const nora = await contactOf(tenant);
  await askAndGuess(tenant.host, nora.email, 1);
  expect(await entriesOf(tenant.id)).toHaveLength(2);
});

test('a wrong code of an agent is recorded at their company; of a stranger nowhere', async () => {
  const tenant = await newTenant();
  const amir = await agentOf(tenant);
  await askAndGuess(agentHost, amir.email, 2);
  await askAndGuess(agentHost, 'nobody@strange.test', 2);
  expect(await entriesOf(tenant.id)).toMatchObject([
    { actor_kind: 'agent', actor_id: amir.id },
    { actor_kind: 'agent', actor_id: amir.id },
  ]);
  const [all] = await rowsOf<{ n: number }>(
    "select count(*) as n from audit_entries where action = 'session.refused' and actor_kind = 'unknown' and detail like '%agent%'",
  );
  expect(all?.n).toBe(0);
});

test('a link that is pressed again is recorded with the reason; a made-up one is not', async () => {
  const nora = await contactOf(await newTenant());
  const { host, id } = nora.tenant;
  await request(host, '/sign-in', { form: { email: nora.email } });
  const { pathname } = new URL(newestSignInMail(nora.email).link);
  const press = (path: string) => request(host, path, { method: 'POST', form: {} });
  expect((await press(pathname)).status).toBe(303);
  expect((await press(pathname)).status).toBe(410);
  expect((await press(`/sign-in/link/${'x'.repeat(43)}`)).status).toBe(404);
  expect(await entriesOf(id)).toMatchObject([{ actor_id: nora.id, detail: '{"door":"link","reason":"spent"}' }]);
});

test('a dead link that is pressed for ever writes fifty entries a day', async () => {
  const nora = await contactOf(await newTenant());
  const { host, id } = nora.tenant;
  await signIn(nora);
  const { pathname } = new URL(newestSignInMail(nora.email).link);
  for (let i = 0; i < 53; i += 1) await request(host, pathname, { method: 'POST', form: {} });
  expect(await entriesOf(id)).toHaveLength(50);
});

test('signing out is recorded once, and everywhere as such; a cookie that has ended records nothing', async () => {
  const nora = await contactOf(await newTenant());
  const { cookie, host } = await signIn(nora);
  for (let i = 0; i < 2; i += 1) await request(host, '/sign-out', { method: 'POST', cookie });
  const again = await signIn(nora);
  await request(host, '/sign-out/everywhere', { method: 'POST', cookie: again.cookie });
  const entries = await entriesOf(nora.tenant.id, 'session%ended');
  expect(entries).toMatchObject([
    { action: 'session.ended', actor_id: nora.id, subject_id: nora.id, account_id: nora.accountId },
    { action: 'sessions.ended', actor_id: nora.id, subject_id: nora.id },
  ]);
});
