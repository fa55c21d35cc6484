import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readSettings } from '#env.ts';
import { rawMail, type TypedMail } from '#local/raw-mail.ts';
import { replyAddress } from '#mail/reply-address.ts';
import { ownerOf } from '../../test/helpers/agent-of.ts';
import { agentAtWork, contactAtWork } from '../../test/helpers/at-work.ts';
import { contactOf } from '../../test/helpers/contact-of.ts';
import { newTenant } from '../../test/helpers/new-tenant.ts';
import { recordEffects } from '../../test/helpers/record-effects.ts';
import { takeEmail } from './email-door.ts';

const settings = readSettings(env);

async function scene() {
  const tenant = await newTenant();
  const nora = await contactAtWork(await contactOf(tenant, { name: 'Nora' }));
  const owner = await agentAtWork(ownerOf(tenant));
  const number = await nora.open();
  const { id, email } = nora.signedIn.person;
  const { contactNumber, tenantNumber } = await numbersOf(tenant.id, id);
  const to = await replyAddress(settings, { tenantNumber, ticketNumber: number, contactNumber });
  return { tenant, nora, owner, number, email, to, tenantNumber, contactNumber };
}

async function numbersOf(tenantId: string, contactId: string) {
  const row = await env.DB.prepare(
    'SELECT t.number AS tenantNumber, c.number AS contactNumber FROM tenants t, contacts c WHERE t.id = ? AND c.tenant_id = t.id AND c.id = ?',
  )
    .bind(tenantId, contactId)
    .first<{ tenantNumber: number; contactNumber: number }>();
  if (!row) throw new Error('Nobody is there');
  return row;
}

/** Hands a mail to the door; null: taken, words: refused with them. */
function deliver(mail: Partial<TypedMail> & Pick<TypedMail, 'from' | 'to'>, id?: string, envelopeFrom = mail.from) {
  const raw = rawMail({ subject: 'Re: The gate is stuck', body: 'It works now.', ...mail }, new Date(0), id);
  return deliverRaw(raw, envelopeFrom, mail.to);
}

function deliverRaw(raw: string, from: string, to: string) {
  const bytes = new Uint8Array(new TextEncoder().encode(raw));
  const around = { settings, now: Date.now(), effectsOf: recordEffects };
  return takeEmail(env, { from, to, raw: bytes }, around);
}

async function messagesOf(tenantId: string) {
  const found = await env.DB.prepare('SELECT body, quoted, via FROM messages WHERE tenant_id = ? ORDER BY seq')
    .bind(tenantId)
    .all<{ body: string; quoted: string; via: string }>();
  return found.results;
}

test('an answer by mail becomes a message, its quoted history folded away', async () => {
  const { tenant, email, to } = await scene();
  const body =
    'It works now, thank you.\n\nOn Mon, 1 Jun 2026 at 10:00, Acme <support@acme.test> wrote:\n> Please try again.\n';
  expect(await deliver({ from: email, to, body })).toBeNull();
  expect((await messagesOf(tenant.id)).at(-1)).toMatchObject({ body: 'It works now, thank you.', via: 'email' });
});

test('a mail that is delivered twice, by other relays, is one message', async () => {
  const { tenant, email, to } = await scene();
  const raw = rawMail({ from: email, to, subject: 'Re', body: 'Once.' }, new Date(0), 'one-and-the-same-id');
  expect(await deliverRaw(raw, email, to)).toBeNull();
  expect(await deliverRaw(raw.replaceAll('192.0.2.10', '192.0.2.99'), email, to)).toBeNull();
  expect((await messagesOf(tenant.id)).filter(({ body }) => body === 'Once.')).toHaveLength(1);
});

test('the raw mail is kept, also when it is refused', async () => {
  const { tenant, to } = await scene();
  await deliver({ from: 'mallory@elsewhere.test', to });
  const kept = await env.FILES.list({ prefix: `t/${tenant.id}/raw/` });
  expect(kept.objects).toHaveLength(1);
});

test.each([
  ['does not prove its sender', { authenticated: false }, 'could not verify'],
  ['comes from somebody else', { from: 'mallory@elsewhere.test' }, 'takes no mail from your address'],
  ['has no text', { body: '   ' }, 'found no text'],
  ['has nothing that one could see', { body: '\u200b\n\u2060' }, 'found no text'],
  ['is longer than a message may be', { body: 'x'.repeat(50_001) }, 'too long'],
])('a mail that %s is refused with words and the address of the portal', async (_why, change, words) => {
  const { tenant, email, to, number } = await scene();
  const answer = await deliver({ from: email, to, ...change });
  expect(answer).toContain(words);
  expect(answer).toContain(`https://${tenant.host}/requests/${number}`);
  expect(await messagesOf(tenant.id)).toHaveLength(1);
});

test('a colleague who was sent the mail cannot answer with the address of another', async () => {
  const { tenant, nora, to } = await scene();
  const { accountId } = nora.signedIn.person;
  const nils = await contactOf(tenant, { role: 'member', accountId });
  expect(await deliver({ from: nils.email, to })).toContain('takes no mail from your address');
  expect(await messagesOf(tenant.id)).toHaveLength(1);
});

test('somebody who lost access meanwhile cannot answer by mail', async () => {
  const { tenant, nora, email, to } = await scene();
  await env.DB.prepare("UPDATE memberships SET role = 'none' WHERE tenant_id = ? AND contact_id = ?")
    .bind(tenant.id, nora.claim.contactId)
    .run();
  expect(await deliver({ from: email, to })).toContain('takes no mail from your address');
  expect(await messagesOf(tenant.id)).toHaveLength(1);
});

test('a closed request sends the mail back and offers a follow-up', async () => {
  const { tenant, owner, number, email, to } = await scene();
  await owner.set(number, { field: 'status', to: await owner.statusId('closed') });
  const answer = await deliver({ from: email, to });
  expect(answer).toContain('closed');
  expect(answer).toContain(`https://${tenant.host}/requests/new?follow_up=${number}`);
});

test('a refused mail is refused in the same words when it comes again', async () => {
  const { email, to } = await scene();
  const raw = rawMail({ from: email, to, subject: 'Re', body: ' ' }, new Date(0), 'the-same-id-twice');
  const first = await deliverRaw(raw, email, to);
  expect(first).toContain('found no text');
  expect(await deliverRaw(raw, email, to)).toBe(first);
});

test('a machine is neither heard nor answered', async () => {
  const { tenant, email, to } = await scene();
  const raw = rawMail({ from: email, to, subject: 'Out of office', body: 'I am away.' }, new Date(0));
  const automatic = raw.replace('MIME-Version', 'Auto-Submitted: auto-replied\r\nMIME-Version');
  expect(await deliverRaw(automatic, email, to)).toBeNull();
  expect(await deliver({ from: email, to }, undefined, '')).toBeNull();
  expect(await messagesOf(tenant.id)).toHaveLength(1);
});

test("an answer to an agent's mail is told to use the agent app", async () => {
  const answer = await deliver({ from: 'amir@acme.test', to: `no-reply@${settings.inboundDomain}` });
  expect(answer).toContain(`https://${settings.agentHost}/tickets`);
});

test('a forged, a shortened and a foreign reply address reach nothing', async () => {
  const { tenant, email, to, number, tenantNumber, contactNumber } = await scene();
  const [local = '', domain] = to.split('@');
  const altered = local.slice(0, -1) + (local.endsWith('0') ? '1' : '0');
  const foreign = await replyAddress(settings, { tenantNumber: 999_999, ticketNumber: number, contactNumber });
  const other = await replyAddress(
    { ...settings, replyKey: 'another key of thirty-two letters' },
    { tenantNumber, ticketNumber: number, contactNumber },
  );
  for (const address of [`${altered}@${domain}`, `${local.slice(0, 30)}@${domain}`, foreign, other, `help@${domain}`]) {
    expect(await deliver({ from: email, to: address })).toContain('takes no mail');
  }
  expect(await messagesOf(tenant.id)).toHaveLength(1);
});

test('our own trouble throws, so that the sender tries again, and then it works', async () => {
  const { tenant, email, to } = await scene();
  const raw = rawMail({ from: email, to, subject: 'Re', body: 'Try again.' }, new Date(0));
  const broken = {
    ...env,
    FILES: Object.assign(Object.create(env.FILES), { put: () => Promise.reject(new Error('R2 is away')) }),
  };
  const around = { settings, now: Date.now(), effectsOf: recordEffects };
  const bytes = new Uint8Array(new TextEncoder().encode(raw));
  await expect(takeEmail(broken, { from: email, to, raw: bytes }, around)).rejects.toThrow('R2 is away');
  expect(await deliverRaw(raw, email, to)).toBeNull();
  expect((await messagesOf(tenant.id)).at(-1)?.body).toBe('Try again.');
});
