import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readSettings } from '#env.ts';
import { rawMail } from '#local/raw-mail.ts';
import { replyAddress } from '#mail/reply-address.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import {
  addPerson,
  allowPeople,
  force,
  type GuestDesk,
  guestDesk,
  peopleRows,
  takeOff,
} from '../../../test/helpers/people-desk.ts';
import { sentMail, testEnv } from '../../../test/helpers/post-office.ts';
import { recordEffects } from '../../../test/helpers/record-effects.ts';
import { takeEmail } from '../email-door.ts';

const settings = readSettings(env);

/** An answer by mail to the reply address in what a guest was mailed; null: taken. */
async function answer(email: string, body: string, cc?: string) {
  const to = sentMail(email)[0]?.replyTo ?? '';
  const raw = rawMail({ from: email, to, subject: 'Re: Request', body }, new Date(0), crypto.randomUUID());
  const text = cc ? raw.replace(/\r?\nSubject:/, `\r\nCc: ${cc}\r\nSubject:`) : raw;
  const bytes = new Uint8Array(new TextEncoder().encode(text));
  return takeEmail(testEnv(), { from: email, to, raw: bytes }, { settings, now: Date.now(), effectsOf: recordEffects });
}

async function bodies(tenantId: string) {
  const { results } = await env.DB.prepare('SELECT body, via FROM messages WHERE tenant_id = ? ORDER BY id')
    .bind(tenantId)
    .all();
  return results.map(({ body, via }) => `${body} (${via})`);
}

test('a guest answers by mail, in the same thread', async () => {
  const { tenant, email } = await guestDesk();
  expect(await answer(email, 'I come at nine.')).toBeNull();
  expect((await bodies(tenant.id)).at(-1)).toBe('I come at nine. (email)');
});

test('who stands in a copy of a mail is let in to nothing', async () => {
  const { tenant, email } = await guestDesk();
  const curious = await contactOf(tenant, { name: 'Curious' });
  expect(await answer(email, 'With a copy.', `${curious.email}, new@copy.test`)).toBeNull();
  expect(await peopleRows(tenant.id)).toHaveLength(2);
  const known = env.DB.prepare("SELECT count(*) AS n FROM contacts WHERE tenant_id = ? AND email = 'new@copy.test'");
  expect(await known.bind(tenant.id).first('n')).toBe(0);
});

const endings: readonly (readonly [string, (it: GuestDesk) => Promise<unknown>])[] = [
  ['was taken off', async (it) => takeOff(it.nora, it.number, (await peopleRows(it.tenant.id))[1]?.['guest'] ?? '')],
  ['is let in no more', ({ tenant }) => allowPeople(tenant.id, 'colleagues')],
  [
    'is disabled',
    ({ tenant, email }) =>
      force("UPDATE contacts SET state = 'disabled' WHERE tenant_id = ? AND email = ?", tenant.id, email),
  ],
];

test.each(endings)('mail from a guest who %s is refused', async (_what, end) => {
  const it = await guestDesk();
  await end(it);
  expect(await answer(it.email, 'Too late.')).toContain('takes no mail from your address');
  expect(await bodies(it.tenant.id)).toHaveLength(1);
});

test('a guest’s address answers for the guest’s own request alone', async () => {
  const { tenant, nora, email } = await guestDesk();
  const other = await nora.open('Something else entirely');
  const query = `SELECT t.number AS tenantNumber, c.number AS contactNumber FROM tenants t, contacts c
    WHERE t.id = ? AND c.tenant_id = t.id AND c.email = ?`;
  const numbers = await env.DB.prepare(query)
    .bind(tenant.id, email)
    .first<{ tenantNumber: number; contactNumber: number }>();
  if (!numbers) throw new Error('Nobody is there');
  const to = await replyAddress(settings, { ...numbers, ticketNumber: other });
  const raw = new Uint8Array(
    new TextEncoder().encode(rawMail({ from: email, to, subject: 'Re', body: 'Intruder' }, new Date(0))),
  );
  const around = { settings, now: Date.now(), effectsOf: recordEffects };
  expect(await takeEmail(testEnv(), { from: email, to, raw }, around)).toContain('takes no mail from your address');
  expect((await bodies(tenant.id)).join()).not.toContain('Intruder');
});

test('who was added twice by two addresses of theirs is on it once', async () => {
  const { tenant, nora, number, email } = await guestDesk();
  const [, row] = await peopleRows(tenant.id);
  await force(
    'INSERT INTO contact_addresses (tenant_id, email, contact_id, created_at) VALUES (?, ?, ?, 1)',
    tenant.id,
    `second-${email}`,
    row?.['contact_id'] ?? '',
  );
  expect((await addPerson(nora, number, { email: `second-${email}` })).status).toBe(303);
  expect(await peopleRows(tenant.id)).toHaveLength(2);
});
