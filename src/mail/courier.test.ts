import { createExecutionContext, createMessageBatch, getQueueResult, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newMeter, openShards } from '#db/database.ts';
import { run } from '#db/run.ts';
import { readSettings } from '#env.ts';
import { type KeptMail, mailboxSender, openMailbox } from '#local/mailbox.ts';
import { agentOf, ownerOf } from '../../test/helpers/agent-of.ts';
import { agentAtWork, contactAtWork } from '../../test/helpers/at-work.ts';
import { contactOf } from '../../test/helpers/contact-of.ts';
import { newTenant, scopeOf } from '../../test/helpers/new-tenant.ts';
import { consumeBatch } from '../queues.ts';
import { deliver, leaseMs } from './courier.ts';
import { claimMail } from './outbox-queries.ts';
import { parseReplyAddress } from './reply-address.ts';
import { sweepMail } from './sweep-mail.ts';

const minute = 60_000;
const settings = readSettings(env);
const service = mailboxSender(env);

/** A request of Nora's that Amir has just answered; `owed` is the mail to Nora. */
async function answered() {
  const tenant = await newTenant({ name: 'Acme' });
  const contact = await contactOf(tenant, { name: 'Nora', email: `nora-${crypto.randomUUID()}@customer.test` });
  const nora = await contactAtWork(contact);
  const amir = await agentAtWork(await agentOf(tenant, { name: 'Amir' }));
  const number = await nora.open('The gate is stuck');
  amir.effects.mails.length = 0;
  await amir.reply(number, 'Please **push** it.');
  const [owed = ''] = amir.effects.mails;
  const at = async (now: number) => deliver({ scope: await scopeOf(tenant, now), settings, service }, owed);
  const inbox = (to = contact.email): Promise<KeptMail[]> => openMailbox(env).list(to);
  return { tenant, contact, nora, amir, number, owed, at, inbox, now: Date.now() };
}

const stateOf = (outboxId: string) =>
  env.DB.prepare('SELECT state, error, attempts, sent_message_id FROM outbox WHERE id = ?').bind(outboxId).first();

/** Runs the sweep and tells which of these mails it sent to the queue. */
async function swept(now: number, ...ids: string[]): Promise<string[]> {
  const found: string[] = [];
  const queue = {
    async sendBatch(messages: Iterable<MessageSendRequest>) {
      for (const { body } of messages) found.push((body as { outboxId: string }).outboxId);
      return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };
    },
  };
  for (const db of openShards(env, newMeter())) await sweepMail({ db, now }, queue);
  return found.filter((id) => ids.includes(id));
}

async function throughQueue(queue: string, body: unknown) {
  const batch = createMessageBatch(queue, [{ id: '1', timestamp: new Date(), attempts: 1, body }]);
  const ctx = createExecutionContext();
  await consumeBatch(batch, { ...env, EMAIL: service }, Date.now(), (work) => ctx.waitUntil(work));
  await waitOnExecutionContext(ctx);
  return getQueueResult(batch, ctx);
}

describe('a reply reaches the customer', () => {
  it('in the brand, with a signed address to answer to, marked for loops and doubles', async () => {
    const { tenant, contact, number, owed, at, inbox, now } = await answered();
    expect(await at(now)).toBe('sent');
    const [mail] = await inbox();
    expect(mail).toMatchObject({ to: contact.email, subject: `Re: The gate is stuck [#${number}]` });
    expect(mail?.from).toMatch(/^Acme </);
    expect(mail?.html).toContain('<strong style="font-weight:600">push</strong>');
    expect(mail?.text).toMatch(new RegExp(`https://${tenant.host}/r/[\\w-]{43}\\s`));
    expect(mail?.headers).toMatchObject({ 'X-Portico-Outbox': owed, 'X-Portico-Loop': tenant.id });
    expect(mail?.headers).not.toHaveProperty('Auto-Submitted');
    expect(await parseReplyAddress(settings, mail?.replyTo ?? '')).toMatchObject({ ticketNumber: number });
    expect(await stateOf(owed)).toMatchObject({
      state: 'sent',
      sent_message_id: mail?.headers['Message-ID'],
      error: null,
    });
  });

  it('in one thread with the mails before it', async () => {
    const { amir, number, tenant, at, inbox, now } = await answered();
    await at(now);
    const [first] = await inbox();
    await amir.reply(number, 'And oil it.', { then: 'solved' });
    await deliver({ scope: await scopeOf(tenant), settings, service }, amir.effects.mails[1] ?? '');
    const [second] = await inbox();
    expect(second?.headers['In-Reply-To']).toBe(first?.headers['Message-ID']);
    expect(second?.text).toContain('Amir marked your request');
    expect(second?.text).toContain('And oil it.');
  });

  it('once, however many couriers run at once and however often the message comes', async () => {
    const { at, inbox, now } = await answered();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => at(now)));
    expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(1);
    expect(await at(now + 10 * minute)).toBe('nothing');
    expect(await inbox()).toHaveLength(1);
  });
});

describe('when something fails on the way', () => {
  // Each failure is a log line of its own.
  beforeEach(() => void vi.spyOn(console, 'info').mockReturnValue());
  afterEach(() => void vi.restoreAllMocks());

  it('a mail that cannot be rendered is not tried for ever, and goes out once the fault is mended', async () => {
    const { tenant, owed, at, inbox, now } = await answered();
    const paint = (accent: string) =>
      env.DB.prepare('UPDATE tenant_settings SET accent = ? WHERE tenant_id = ?').bind(accent, tenant.id).run();
    await paint('no colour at all');
    expect(await at(now)).toBe('owed');
    expect(await stateOf(owed)).toMatchObject({ state: 'owed', error: 'E_RENDER', attempts: 1 });
    await paint('#0f766e');
    expect(await at(now + 10 * minute)).toBe('sent');
    expect(await inbox()).toHaveLength(1);
  });

  it('sending fails three times, then works: one mail', async () => {
    const { owed, at, inbox, now } = await answered();
    await openMailbox(env).failNext(['E_INTERNAL_SERVER_ERROR', 'E_RATE_LIMIT_EXCEEDED', 'E_SOMETHING']);
    let later = now;
    for (let failure = 1; failure <= 3; failure += 1) {
      expect(await at(later)).toBe('owed');
      expect(await at(later + 1000)).toBe('nothing');
      later += 10 * minute;
      expect(await swept(later, owed)).toEqual([owed]);
    }
    expect(await at(later)).toBe('sent');
    expect(await inbox()).toHaveLength(1);
    expect(await swept(later + 10 * minute, owed)).toEqual([]);
  });

  it('the queue loses a message: the sweep finds it after a minute, not before', async () => {
    const { tenant, owed, inbox, now } = await answered();
    expect(await swept(now + 30_000, owed)).toEqual([]);
    expect(await swept(now + 2 * minute, owed)).toEqual([owed]);
    expect(await throughQueue('mail', { tenantId: tenant.id, outboxId: owed })).toMatchObject({ explicitAcks: ['1'] });
    expect(await inbox()).toHaveLength(1);
  });

  it('the consumer dies between claim and send: the mail still goes out', async () => {
    const { tenant, owed, at, inbox, now } = await answered();
    const scope = await scopeOf(tenant, now);
    await run(scope.db, { claim: claimMail(scope, { outboxId: owed, claim: 'dead' }, leaseMs) });
    expect(await at(now + 1000)).toBe('nothing');
    expect(await swept(now + minute, owed)).toEqual([]);
    expect(await swept(now + leaseMs, owed)).toEqual([owed]);
    expect(await at(now + leaseMs)).toBe('sent');
    expect(await inbox()).toHaveLength(1);
  });

  it('the record of a send is lost: the mail comes twice, and its mark says that it is one', async () => {
    const { tenant, owed, at, inbox, now } = await answered();
    const scope = await scopeOf(tenant, now);
    const { batch } = env.DB;
    const claimOnly = vi.spyOn(env.DB, 'batch').mockRejectedValue(new Error('D1_ERROR: away'));
    claimOnly.mockImplementationOnce((statements) => batch.call(env.DB, statements));
    await expect(deliver({ scope, settings, service }, owed)).rejects.toThrow('away');
    claimOnly.mockRestore();
    expect(await at(now + leaseMs)).toBe('sent');
    expect((await inbox()).map(({ headers }) => headers['X-Portico-Outbox'])).toEqual([owed, owed]);
  });

  it('a permanent error is not tried again and stands in the outbox for the agent', async () => {
    const { owed, at, inbox, now } = await answered();
    await openMailbox(env).failNext(['E_RECIPIENT_SUPPRESSED']);
    expect(await at(now)).toBe('failed');
    expect(await stateOf(owed)).toMatchObject({ state: 'failed', error: 'E_RECIPIENT_SUPPRESSED' });
    expect(await swept(now + 24 * 60 * minute, owed)).toEqual([]);
    expect(await at(now + 24 * 60 * minute)).toBe('nothing');
    expect(await inbox()).toEqual([]);
  });

  it('trying ends after a day', async () => {
    const { owed, at, now } = await answered();
    let outcome = 'owed';
    let hours = 0;
    for (; outcome === 'owed'; hours += 1) {
      await openMailbox(env).failNext(['E_INTERNAL_SERVER_ERROR']);
      outcome = await at(now + hours * 60 * minute);
    }
    expect(outcome).toBe('failed');
    expect(hours).toBeGreaterThan(20);
    expect(hours).toBeLessThan(30);
    expect(await stateOf(owed)).toMatchObject({ error: 'E_INTERNAL_SERVER_ERROR' });
  });

  it('what the queue gave up is marked as failed', async () => {
    const { tenant, owed } = await answered();
    await throughQueue('mail-dead', { tenantId: tenant.id, outboxId: owed });
    expect(await stateOf(owed)).toMatchObject({ state: 'failed', error: 'dead_letter' });
  });

  it('a message that is not ours is dropped, one of another tenant does nothing', async () => {
    const { owed, inbox } = await answered();
    const other = await newTenant();
    for (const body of [
      null,
      'x',
      { tenantId: other.id },
      { tenantId: other.id, outboxId: owed },
      { tenantId: 'ten_x', outboxId: owed },
    ]) {
      expect(await throughQueue('mail', body)).toMatchObject({ explicitAcks: ['1'] });
    }
    expect(await inbox()).toEqual([]);
    expect(await stateOf(owed)).toMatchObject({ state: 'owed' });
  });

  it('the database is away: the message is tried again', async () => {
    const { tenant, owed } = await answered();
    vi.spyOn(env.DB, 'batch').mockRejectedValue(new Error('D1_ERROR: away'));
    const result = await throughQueue('mail', { tenantId: tenant.id, outboxId: owed });
    expect(result).toMatchObject({ retryMessages: [{ msgId: '1' }] });
  });
});

describe('somebody who lost access meanwhile gets nothing', () => {
  const losses: [string, string][] = [
    ['their membership ended', 'DELETE FROM memberships WHERE tenant_id = ?1 AND contact_id = ?2'],
    ['their role became none', "UPDATE memberships SET role = 'none' WHERE tenant_id = ?1 AND contact_id = ?2"],
    ['they were disabled', "UPDATE contacts SET state = 'disabled' WHERE tenant_id = ?1 AND id = ?2"],
    [
      'they are a member and no longer take part',
      "UPDATE memberships SET role = 'member' WHERE tenant_id = ?1 AND contact_id = ?2; DELETE FROM ticket_people WHERE tenant_id = ?1 AND contact_id = ?2",
    ],
  ];
  it.each(losses)('%s', async (_, sql) => {
    const { tenant, contact, owed, at, inbox, now } = await answered();
    for (const statement of sql.split('; ')) await env.DB.prepare(statement).bind(tenant.id, contact.id).run();
    expect(await at(now)).toBe('nothing');
    expect(await inbox()).toEqual([]);
    expect(await stateOf(owed)).toMatchObject({ state: 'cancelled', error: 'lost_access' });
    expect(await swept(now + 10 * minute, owed)).toEqual([]);
  });

  it('an agent who was disabled', async () => {
    const { tenant, nora, number, now } = await answered();
    nora.effects.mails.length = 0;
    await nora.reply(number, 'Still stuck.');
    await env.DB.prepare("UPDATE agents SET state = 'disabled' WHERE tenant_id = ?").bind(tenant.id).run();
    const scope = await scopeOf(tenant, now + 1000);
    for (const id of nora.effects.mails) expect(await deliver({ scope, settings, service }, id)).toBe('nothing');
    expect(nora.effects.mails.length).toBeGreaterThan(0);
  });
});

it('agents are told what a customer wrote, and where to answer', async () => {
  const { tenant, nora, number } = await answered();
  nora.effects.mails.length = 0;
  await nora.reply(number, 'Still stuck.');
  const scope = await scopeOf(tenant);
  for (const id of nora.effects.mails) await deliver({ scope, settings, service }, id);
  const [mail] = await openMailbox(env).list(ownerOf(tenant).email);
  expect(mail).toMatchObject({
    replyTo: `no-reply@${settings.inboundDomain}`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  expect(mail?.text).toContain('Still stuck.');
  expect(mail?.text).toContain(`https://${settings.agentHost}/tickets/${number}?at=${tenant.slug}`);
});
