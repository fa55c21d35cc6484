import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { agentOf, ownerOf, type TestAgent } from '../../../../test/helpers/agent-of.ts';
import { contactAtWork } from '../../../../test/helpers/at-work.ts';
import { contactOf } from '../../../../test/helpers/contact-of.ts';
import { wordsOf } from '../../../../test/helpers/desk-page.ts';
import { newTenant } from '../../../../test/helpers/new-tenant.ts';
import { sentMail, signInMails } from '../../../../test/helpers/post-office.ts';
import { agentHost, type RequestOptions, request } from '../../../../test/helpers/request.ts';
import { setUpApp } from '../../../../test/helpers/second-factor.ts';
import { signIn } from '../../../../test/helpers/sign-in.ts';

const base = '/settings/agents';

async function company() {
  const tenant = await newTenant();
  const people = {
    owner: ownerOf(tenant),
    admin: await agentOf(tenant, { name: 'Ada <i>Admin', role: 'admin' }),
    amir: await agentOf(tenant, { name: 'Amir' }),
  };
  const cookies = {
    owner: (await signIn(people.owner)).cookie,
    admin: (await signIn(people.admin)).cookie,
    amir: (await signIn(people.amir)).cookie,
  };
  return { tenant, ...people, cookies };
}

const post = (cookie: string, path: string, form?: Record<string, string>) =>
  request(agentHost, `${base}${path}`, form ? { cookie, form } : { cookie, method: 'POST' });
const page = async (cookie: string, path = '', options: RequestOptions = {}) =>
  (await request(agentHost, `${base}${path}`, { cookie, ...options })).text();
const isIn = async (cookie: string) => (await request(agentHost, '/tickets', { cookie })).status === 200;
const rowOf = ({ id }: TestAgent) =>
  env.DB.prepare('select role, state from agents where id = ?').bind(id).first<{ role: string; state: string }>();
const seats = ({ email }: TestAgent) =>
  env.DB.prepare('select count(*) as n from seats where email = ?').bind(email).first<number>('n');
const auditOf = async (tenantId: string) => {
  const query = "select action, subject_id, detail from audit_entries where tenant_id = ? and action like 'agent%'";
  return (await env.DB.prepare(query).bind(tenantId).all()).results;
};

test('owners and admins see who answers, in which role, and who has a second step', async () => {
  const { cookies, admin } = await company();
  await setUpApp(cookies.admin);
  const html = await page(cookies.owner);
  expect(html).toContain('Ada &lt;i&gt;Admin');
  const words = wordsOf(html);
  expect(words).toContain('Olivia Owner (You)');
  expect(words).toMatch(/Admin .{0,200}On/);
  expect(words).toContain(admin.email);
  expect((await request(agentHost, base, { cookie: cookies.amir })).status).toBe(404);
});

test('a role changes at once, is asked first and is in the audit', async () => {
  const { tenant, amir, cookies } = await company();
  const asked = await page(cookies.admin, `/${amir.id}/role?role=admin`);
  expect(wordsOf(asked)).toContain('Make Amir Admin?');
  await post(cookies.admin, `/${amir.id}/role`, { role: 'admin' });
  expect(await rowOf(amir)).toMatchObject({ role: 'admin' });
  expect((await request(agentHost, '/tickets', { cookie: cookies.amir })).status).toBe(307);
  expect(await auditOf(tenant.id)).toContainEqual({
    action: 'agent.changed',
    subject_id: amir.id,
    detail: '{"from":"agent","to":"admin"}',
  });
  await post(cookies.admin, `/${amir.id}/role`, { role: 'admin' });
  expect(await auditOf(tenant.id)).toHaveLength(1);
});

test('an admin makes no owner and touches none, nobody changes themself, and the last owner stays', async () => {
  const { owner, admin, amir, cookies } = await company();
  const refused: readonly [string, string, Record<string, string> | undefined][] = [
    [cookies.admin, `/${amir.id}/role`, { role: 'owner' }],
    [cookies.admin, `/${owner.id}/role`, { role: 'agent' }],
    [cookies.admin, `/${owner.id}/disabling`, undefined],
    [cookies.admin, `/${owner.id}/sessions`, undefined],
    [cookies.admin, `/${admin.id}/role`, { role: 'agent' }],
    [cookies.owner, `/${owner.id}/role`, { role: 'agent' }],
    [cookies.owner, `/${owner.id}/disabling`, undefined],
    [cookies.amir, `/${admin.id}/disabling`, undefined],
    [cookies.owner, `/${amir.id}/role`, { role: 'king' }],
    [cookies.owner, '/agt_00000000000000000000000000/role', { role: 'admin' }],
  ];
  for (const [cookie, path, form] of refused) expect((await post(cookie, path, form)).status, path).toBe(404);
  expect(await rowOf(owner)).toEqual({ role: 'owner', state: 'active' });
  expect(await rowOf(amir)).toEqual({ role: 'agent', state: 'active' });
  expect(await page(cookies.owner, `/${owner.id}`)).toContain('This is you');
});

test('two owners who demote each other at once leave one', async () => {
  const { tenant, owner, cookies } = await company();
  const second = await agentOf(tenant, { role: 'owner' });
  const { cookie } = await signIn(second);
  await Promise.all([
    post(cookies.owner, `/${second.id}/role`, { role: 'agent' }),
    post(cookie, `/${owner.id}/disabling`),
  ]);
  const left = await env.DB.prepare(
    "select count(*) as n from agents where tenant_id = ? and role = 'owner' and state = 'active'",
  )
    .bind(tenant.id)
    .first('n');
  expect(left).toBe(1);
});

test('two owners who disable each other at once leave one, who can still sign in', async () => {
  const { tenant, owner, cookies } = await company();
  const second = await agentOf(tenant, { role: 'owner' });
  const { cookie } = await signIn(second);
  await Promise.all([post(cookies.owner, `/${second.id}/disabling`), post(cookie, `/${owner.id}/disabling`)]);
  const states = [await rowOf(owner), await rowOf(second)].map((row) => row?.state);
  expect([...states].sort()).toEqual(['active', 'disabled']);
  expect(await seats(states[0] === 'active' ? owner : second)).toBe(1);
  expect(await seats(states[0] === 'active' ? second : owner)).toBe(0);
});

test('a disabled agent is out at once, cannot come back by mail, keeps their tickets, and can be let in again', async () => {
  const { tenant, amir, cookies } = await company();
  const nora = await contactAtWork(await contactOf(tenant));
  await nora.open('Broken');
  await env.DB.prepare('update tickets set assignee_id = ? where tenant_id = ?').bind(amir.id, tenant.id).run();
  const asked = wordsOf(await page(cookies.owner, `/${amir.id}/disabling`));
  expect(asked).toContain('1 open ticket is assigned to them');
  expect((await post(cookies.owner, `/${amir.id}/disabling`)).status).toBe(303);
  expect(await isIn(cookies.amir)).toBe(false);
  expect(await seats(amir)).toBe(0);
  const before = signInMails(amir.email).length;
  await request(agentHost, '/sign-in', { form: { email: amir.email } });
  expect(signInMails(amir.email)).toHaveLength(before);
  const kept = await env.DB.prepare('select assignee_id from tickets where tenant_id = ?').bind(tenant.id).first();
  expect(kept).toEqual({ assignee_id: amir.id });
  expect(wordsOf(await page(cookies.owner))).toContain('Disabled');
  expect((await post(cookies.owner, `/${amir.id}/enabling`)).status).toBe(303);
  expect(await isIn((await signIn(amir)).cookie)).toBe(true);
  expect((await auditOf(tenant.id)).map(({ action }) => action)).toEqual(['agent.disabled', 'agent.enabled']);
});

test('an admin ends all sessions of an agent, who may sign in again', async () => {
  const { amir, cookies } = await company();
  const laptop = (await signIn(amir)).cookie;
  expect(wordsOf(await page(cookies.admin, `/${amir.id}`))).toContain('Signed in on 2 devices');
  await post(cookies.admin, `/${amir.id}/sessions`);
  expect([await isIn(cookies.amir), await isIn(laptop)]).toEqual([false, false]);
  expect(await isIn((await signIn(amir)).cookie)).toBe(true);
});

test('somebody is invited, shown as invited, sent it again, and withdrawn', async () => {
  const { cookies } = await company();
  const email = 'new.person@agency.test';
  const form = { email, name: 'New Person', role: 'owner' };
  // An admin cannot give what only owners give: it becomes the least.
  expect((await post(cookies.admin, '/invitations', form)).status).toBe(303);
  const html = await page(cookies.owner);
  expect(wordsOf(html)).toMatch(/new\.person@agency\.test New Person Agent/);
  expect(sentMail(email)).toHaveLength(1);
  const again = await post(cookies.owner, '/invitations', form);
  expect(again.status).toBe(422);
  expect(await again.text()).toContain('invited already');
  const id = /invitations\/(inv_[a-z0-9]+)/.exec(html)?.[1] ?? '';
  expect((await post(cookies.amir, `/invitations/${id}`)).status).toBe(404);
  expect((await post(cookies.owner, `/invitations/${id}`)).headers.get('Location')).toContain('said=resent');
  expect(sentMail(email)).toHaveLength(2);
  expect((await post(cookies.owner, `/invitations/${id}/withdrawal`)).status).toBe(303);
  expect(await page(cookies.owner)).not.toContain(email);
});

test('what cannot be an invitation comes back with the error beside it and everything typed', async () => {
  const { amir, cookies } = await company();
  const wrong: readonly [Record<string, string>, string][] = [
    [{ email: 'no address', name: 'N', role: 'admin' }, 'email-error'],
    [{ email: 'a@x.test,b@x.test', name: 'N', role: 'admin' }, 'email-error'],
    [{ email: amir.email, name: 'N', role: 'admin' }, 'answers here already'],
    [{ email: 'ok@x.test', name: 'ن'.repeat(101), role: 'admin' }, 'name-error'],
    [{ email: 'ok@x.test', name: ' ', role: 'admin' }, 'name-error'],
    [{ email: '"><script>alert(1)</script>@x.test', name: '', role: '' }, 'email-error'],
  ];
  for (const [form, says] of wrong) {
    const answer = await post(cookies.owner, '/invitations', form);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(says);
    expect(html).not.toContain('<script>alert');
  }
});
