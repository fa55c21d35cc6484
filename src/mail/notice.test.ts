import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readSettings } from '#env.ts';
import { invite } from '#identity/invitations/invite.ts';
import { resendInvitation } from '#identity/invitations/resend-invitation.ts';
import { withdrawInvitation } from '#identity/invitations/withdraw-invitation.ts';
import { nowhere } from '#lib/origin.ts';
import { ownerOf } from '../../test/helpers/agent-of.ts';
import { contactOf, type TestContact } from '../../test/helpers/contact-of.ts';
import { newTenant, scopeOf } from '../../test/helpers/new-tenant.ts';
import { recordEffects } from '../../test/helpers/record-effects.ts';
import { deliver } from './courier.ts';
import type { ServiceMail } from './sender.ts';

const settings = readSettings(env);
const { pepper } = settings;

/** An invitation of this contact's, and the courier who would send its mail. */
async function invited(nora: TestContact, email = `new-${crypto.randomUUID()}@person.test`) {
  const sent: ServiceMail[] = [];
  const service = {
    send: async (mail: ServiceMail) => {
      sent.push(mail);
      return { messageId: `${crypto.randomUUID()}@mail.test` };
    },
  };
  const effects = recordEffects();
  const { accountId, tenant } = nora;
  const deps = { pepper, origin: nowhere, effects };
  const input = { accountId, email, name: 'Call now 555 http://evil.test', role: 'member' } as const;
  const result = await invite(await scopeOf(tenant), nora, input, deps);
  if (!result.ok) throw new Error(result.fault);
  const at = { invitationId: result.invitationId, accountId };
  const courier = async (outboxId = effects.mails.at(-1) ?? '', now = Date.now()) =>
    deliver({ scope: await scopeOf(tenant, now), settings, service }, outboxId);
  return { at, deps, effects, sent, email, courier };
}

const stateOf = (outboxId: string) =>
  env.DB.prepare('select state, error from outbox where id = ?').bind(outboxId).first();

test('an invitation goes to the invited address in the brand, with a link that is stored nowhere', async () => {
  const tenant = await newTenant({ name: 'Acme' });
  const nora = await contactOf(tenant, { name: 'Nora Meier' });
  const { courier, sent, email } = await invited(nora);
  expect(await courier()).toBe('sent');
  const [mail] = sent;
  expect(mail).toMatchObject({ to: email, subject: 'Your invitation to Acme' });
  expect(mail?.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated' });
  expect(mail?.headers).not.toHaveProperty('References');
  expect(mail?.text).toContain('Invited by: Nora Meier');
  const token = new RegExp(`https://${tenant.host}/invitations/([\\w-]{43})\\n`).exec(mail?.text ?? '')?.[1] ?? 'none';
  const { results } = await env.DB.prepare('select * from invitations where tenant_id = ?').bind(tenant.id).all();
  expect(token).not.toBe('none');
  expect(JSON.stringify(results)).not.toContain(token);
});

test('a stranger’s inbox gets no message out of a name', async () => {
  const tenant = await newTenant({ name: 'Acme' });
  const spammer = await contactOf(tenant, { name: 'You won! Call 1-800-555-0199 or see evil.test/win' });
  await env.DB.prepare('update accounts set name = ? where id = ?')
    .bind('Claim at https://evil.test <b>now</b>', spammer.accountId)
    .run();
  const { courier, sent } = await invited(spammer);
  expect(await courier()).toBe('sent');
  for (const part of [sent[0]?.text, sent[0]?.html, sent[0]?.subject]) {
    expect(part).not.toMatch(/evil|won!|555|Claim/);
    expect(part).not.toContain(spammer.email);
  }
});

test('the mail of an invitation that was withdrawn meanwhile is not sent', async () => {
  const nora = await contactOf(await newTenant());
  const { at, courier, effects, sent } = await invited(nora);
  await withdrawInvitation(await scopeOf(nora.tenant), nora, at, nowhere);
  expect(await courier()).toBe('nothing');
  expect(sent).toEqual([]);
  expect(await stateOf(effects.mails[0] ?? '')).toEqual({ state: 'cancelled', error: 'lost_access' });
});

test('nor is that of an inviter who is no admin any more, or of an invitation that expired in the queue', async () => {
  const nora = await contactOf(await newTenant());
  const first = await invited(nora);
  expect(await first.courier(undefined, Date.now() + 14 * 24 * 60 * 60 * 1000 + 1000)).toBe('nothing');
  const second = await invited(nora);
  await env.DB.prepare("update memberships set role = 'member' where contact_id = ?").bind(nora.id).run();
  expect(await second.courier()).toBe('nothing');
  expect([...first.sent, ...second.sent]).toEqual([]);
});

test('sent again before the first mail went out, only the newest goes out', async () => {
  const nora = await contactOf(await newTenant());
  const { at, deps, courier, effects, sent } = await invited(nora);
  await resendInvitation(await scopeOf(nora.tenant, Date.now() + 1000), nora, at, deps);
  const [first = '', second = ''] = effects.mails;
  expect(await courier(first, Date.now() + 2000)).toBe('nothing');
  expect(await courier(second, Date.now() + 2000)).toBe('sent');
  expect(sent).toHaveLength(1);
});

test('an invitation to the agents leads to the agents’ host and says whose it is', async () => {
  const tenant = await newTenant({ name: 'Acme' });
  const scope = await scopeOf(tenant);
  const effects = recordEffects();
  const input = { accountId: null, email: 'new@agent.test', name: '', role: 'agent' } as const;
  await invite(scope, ownerOf(tenant), input, { pepper, origin: nowhere, effects });
  const sent: ServiceMail[] = [];
  const service = { send: async (mail: ServiceMail) => ({ messageId: String(sent.push(mail)) }) };
  expect(await deliver({ scope, settings, service }, effects.mails[0] ?? '')).toBe('sent');
  expect(sent[0]?.text).toMatch(
    new RegExp(`https://${settings.agentHost}/invitations/${scope.tenant.number}-[\\w-]{43}\\n`),
  );
  expect(sent[0]?.text).toContain('Invited by: Olivia Owner');
});
