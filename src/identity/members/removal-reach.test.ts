import { env } from 'cloudflare:workers';
import { afterEach, expect, test, vi } from 'vitest';
import { readSettings } from '#env.ts';
import { nowhere } from '#lib/origin.ts';
import { closeCodes } from '#live/protocol.ts';
import { mailboxSender } from '#local/mailbox.ts';
import { rawMail } from '#local/raw-mail.ts';
import { deliver } from '#mail/courier.ts';
import { replyAddress } from '#mail/reply-address.ts';
import { takeEmail } from '#tickets/email-door.ts';
import { agentOf, ownerOf } from '../../../test/helpers/agent-of.ts';
import { agentAtWork, contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf, type TestContact } from '../../../test/helpers/contact-of.ts';
import { joinThread, newThread, tell } from '../../../test/helpers/join-thread.ts';
import { newTenant, scopeOf, type TestTenant } from '../../../test/helpers/new-tenant.ts';
import { recordEffects } from '../../../test/helpers/record-effects.ts';
import { changeRole } from './change-role.ts';
import { removeMember } from './remove-member.ts';

const settings = readSettings(env);
afterEach(() => {
  vi.useRealTimers();
});

const byOwner = (tenant: TestTenant) => ({ kind: 'agent', id: ownerOf(tenant).id }) as const;

test.each(['removal', 'the role none'])(
  'after %s an open page hears no whisper and is closed within 15 s',
  async (how) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2041, 0, 1) });
    const { tenant, nora, nils, topic } = await newThread();
    const [gone, stays] = [await joinThread(tenant, nora, topic), await joinThread(tenant, nils, topic)];
    await tell(tenant.id, topic, { seq: 2, publicSeq: 2 });
    await gone.hears('new');
    const place = { contactId: nora.id, accountId: tenant.accountId };
    const scope = await scopeOf(tenant);
    if (how === 'removal') await removeMember(scope, byOwner(tenant), place, nowhere);
    else await changeRole(scope, byOwner(tenant), { ...place, role: 'none' }, nowhere);
    vi.setSystemTime(Date.now() + 15_000);
    await tell(tenant.id, topic, { seq: 3, publicSeq: 3 });
    expect(await gone.closed).toBe(closeCodes.unauthorized);
    await stays.hears('new', ({ after }) => after === 3);
    expect(gone.whispers()).toEqual([2]);
  },
);

/** A request of a member of an account, and what removes them from it. */
async function request() {
  const tenant = await newTenant();
  const nora = await contactAtWork(await contactOf(tenant));
  const amir = await agentAtWork(await agentOf(tenant));
  const number = await nora.open();
  const { person } = nora.signedIn;
  const remove = async () => removeMember(await scopeOf(tenant), byOwner(tenant), placeOf(person), nowhere);
  return { tenant, person, amir, number, remove };
}

const placeOf = ({ id, accountId }: TestContact) => ({ contactId: id, accountId });

async function replyFrom(tenant: TestTenant, person: TestContact, number: number, from: string) {
  const { contactNumber, tenantNumber } = (await env.DB.prepare(
    'select t.number as tenantNumber, c.number as contactNumber from tenants t, contacts c where t.id = ? and c.id = ?',
  )
    .bind(tenant.id, person.id)
    .first<{ contactNumber: number; tenantNumber: number }>()) ?? { contactNumber: 0, tenantNumber: 0 };
  const to = await replyAddress(settings, { tenantNumber, ticketNumber: number, contactNumber });
  const raw = rawMail({ from, to, subject: 'Re', body: 'By mail.' }, new Date(0));
  const mail = { from, to, raw: new Uint8Array(new TextEncoder().encode(raw)) };
  return takeEmail(env, mail, { settings, now: Date.now(), effectsOf: recordEffects });
}

const authorOfLast = (tenant: TestTenant) =>
  env.DB.prepare('select author_id from messages where tenant_id = ? order by created_at desc, seq desc limit 1')
    .bind(tenant.id)
    .first('author_id');

test('who was removed gets no mail that was owed before, and cannot answer by mail', async () => {
  const { tenant, person, amir, number, remove } = await request();
  amir.effects.mails.length = 0;
  await amir.reply(number, 'Please push it.');
  const [owed = ''] = amir.effects.mails;
  await remove();
  const sent = await deliver({ scope: await scopeOf(tenant), settings, service: mailboxSender(env) }, owed);
  expect(sent).toBe('nothing');
  expect(await replyFrom(tenant, person, number, person.email)).toContain('takes no mail from your address');
});

test('mail from a second address is the same person’s; from an address that was taken away it is nobody’s', async () => {
  const { tenant, person, number } = await request();
  const second = `second-${crypto.randomUUID()}@private.test`;
  expect(await replyFrom(tenant, person, number, second)).toContain('takes no mail from your address');
  await env.DB.prepare('insert into contact_addresses (tenant_id, email, contact_id, created_at) values (?, ?, ?, 1)')
    .bind(tenant.id, second, person.id)
    .run();
  expect(await replyFrom(tenant, person, number, second)).toBeNull();
  expect(await authorOfLast(tenant)).toBe(person.id);
  await env.DB.prepare('delete from contact_addresses where email = ?').bind(second).run();
  expect(await replyFrom(tenant, person, number, second)).toContain('takes no mail from your address');
});
