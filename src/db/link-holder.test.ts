import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { openTicketLink } from '#identity/ticket-links/open-ticket-link.ts';
import { accountOf, contactOf } from '../../test/helpers/contact-of.ts';
import { newTenant, scopeOf } from '../../test/helpers/new-tenant.ts';
import { type Mailed, mailed } from '../../test/helpers/ticket-link.ts';
import { readAsLinkHolder } from './read-as.ts';

const day = 24 * 60 * 60 * 1000;

/** What the link named a moment ago, and the trip that must not trust it. */
async function claimed() {
  const it = await mailed();
  const link = await openTicketLink(await scopeOf(it.tenant), it.path.slice('/r/'.length));
  if (link.state !== 'live') throw new Error(link.state);
  return { ...it, claim: link.claim };
}

const set = (sql: string, ...values: (string | number)[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();

test('the holder of a link is its contact, for that request, without a session', async () => {
  const { tenant, contact, claim } = await claimed();
  const { actor } = await readAsLinkHolder(await scopeOf(tenant), claim, {});
  expect(actor).toMatchObject({ id: contact.id, accountId: contact.accountId, secretHash: null, viewedBy: null });
});

const changes: readonly (readonly [string, (it: Mailed) => Promise<unknown>])[] = [
  ['revoked', ({ contact }) => set('UPDATE ticket_links SET revoked_at = 1 WHERE contact_id = ?', contact.id)],
  ['switched off', ({ tenant }) => set('UPDATE tenant_settings SET ticket_links = 0 WHERE tenant_id = ?', tenant.id)],
  ['of a disabled contact', ({ contact }) => set("UPDATE contacts SET state = 'disabled' WHERE id = ?", contact.id)],
  [
    'of nobody of the account',
    ({ contact }) => set("UPDATE memberships SET role = 'none' WHERE contact_id = ?", contact.id),
  ],
  ['of a member now', ({ contact }) => set("UPDATE memberships SET role = 'member' WHERE contact_id = ?", contact.id)],
  [
    'to a request of another account',
    async ({ tenant }) =>
      set('UPDATE tickets SET account_id = ? WHERE tenant_id = ?', await accountOf(tenant), tenant.id),
  ],
];

test.each(changes)('a link that has become %s between two trips opens nothing', async (_what, change) => {
  const it = await claimed();
  await change(it);
  const read = readAsLinkHolder(await scopeOf(it.tenant), it.claim, {});
  await expect(read).rejects.toMatchObject({ kind: 'gone', code: 'link_off' });
});

test('a link of a member who was taken off the request between two trips opens nothing', async () => {
  const { tenant, contact, path } = await mailed();
  await set("UPDATE memberships SET role = 'member' WHERE contact_id = ?", contact.id);
  const link = await openTicketLink(await scopeOf(tenant), path.slice('/r/'.length));
  if (link.state !== 'live') throw new Error(link.state);
  await set('DELETE FROM ticket_people WHERE contact_id = ?', contact.id);
  const read = readAsLinkHolder(await scopeOf(tenant), link.claim, {});
  await expect(read).rejects.toMatchObject({ code: 'link_off' });
});

test('a link that ran out between two trips opens nothing', async () => {
  const { tenant, claim } = await claimed();
  const late = await scopeOf(tenant, Date.now() + 31 * day);
  await expect(readAsLinkHolder(late, claim, {})).rejects.toMatchObject({ code: 'link_off' });
});

test('no other person, request, account, sight or company can be claimed with it', async () => {
  const { tenant, claim, contact, other } = await claimed();
  const scope = await scopeOf(tenant);
  const nils = await contactOf(tenant, { accountId: contact.accountId });
  const { id: otherTicket } =
    (await env.DB.prepare('SELECT id FROM tickets WHERE tenant_id = ? AND number = ?')
      .bind(tenant.id, other)
      .first()) ?? {};
  const forged = [
    { contactId: nils.id },
    { ticketId: String(otherTicket) },
    { accountId: await accountOf(tenant) },
    { sees: 'own' },
    { hash: 'A'.repeat(43) },
  ] as const;
  for (const change of forged) {
    await expect(readAsLinkHolder(scope, { ...claim, ...change }, {}), JSON.stringify(change)).rejects.toMatchObject({
      code: 'link_off',
    });
  }
  await expect(readAsLinkHolder(await scopeOf(await newTenant()), claim, {})).rejects.toMatchObject({
    code: 'link_off',
  });
});
