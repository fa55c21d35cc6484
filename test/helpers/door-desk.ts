import { accountOf, contactOf } from './contact-of.ts';
import { newDesk } from './desk-page.ts';
import { allowPeople, force } from './people-desk.ts';
import { portalOf } from './portal-page.ts';
import { cookiesOf, fieldOf } from './request.ts';
import { signIn } from './sign-in.ts';
import { mailedLink } from './ticket-link.ts';
import { multipartOf } from './uploads.ts';

/** What decides whether Marta may see a request. */
export interface Standing {
  /** Marta's in the request's account; null: none. In another account she is an admin. */
  readonly role: 'admin' | 'member' | 'none' | null;
  readonly part: 'participant' | 'guest' | null;
  readonly membersSeeAll?: boolean;
  readonly isDisabled?: boolean;
  readonly hasNoGuests?: boolean;
}

export type DoorDesk = Awaited<ReturnType<typeof doorDesk>>;

/** Nora has asked with a file; Marta has been on the request, and has a link to it. Two others of hers are linked with it. */
export async function doorDesk() {
  const { tenant, contact, nora, amir } = await newDesk();
  const also = [{ accountId: await accountOf(tenant, 'Elsewhere'), role: 'admin' as const }];
  const marta = await contactOf(tenant, { name: 'Marta', accountId: contact.accountId, also });
  const portal = portalOf(nora);
  const upload_key = fieldOf(await portal.page('/requests/new'), 'upload_key');
  const words = { subject: 'Numbat at the gate', body: 'It does not open.', upload_key };
  const form = await portal.filled('/requests/new', words);
  const sent = await portal.ask('/requests/new', { body: multipartOf(form, [{ file: 'gate.txt', bytes: 'numbat' }]) });
  const number = Number(/\d+/.exec(sent.headers.get('Location') ?? '')?.[0]);
  const file = /att_[0-9a-z]{26}/.exec(await portal.page(`/requests/${number}`))?.[0] ?? '';
  const [later, earlier] = [await nora.open('It follows'), await nora.open('It was before')];
  for (const it of [number, later, earlier]) await putOn(tenant.id, it, marta.id, 'participant');
  const follow = `UPDATE tickets SET follow_up_of = (SELECT id FROM tickets WHERE tenant_id = ?1 AND number = ?2)
    WHERE tenant_id = ?1 AND number = ?3`;
  await force(follow, tenant.id, number, later);
  await force(follow, tenant.id, earlier, number);
  await force("UPDATE tickets SET category = 'closed' WHERE tenant_id = ? AND number = ?", tenant.id, earlier);
  await amir.reply(number, 'The numbats are on their way.');
  const link = await mailedLink(tenant, amir, marta.email);
  const cookies = [];
  for (const workspace of [marta.accountId, also[0]?.accountId ?? '']) {
    const chosen = await portalOf({ signedIn: await signIn(marta) }).ask('/workspaces', { form: { workspace } });
    cookies.push(cookiesOf(chosen));
  }
  return { tenant, amir, marta, number, file, later, earlier, link, cookies };
}

function putOn(tenantId: string, number: number, contactId: string, part: 'participant' | 'guest') {
  const isGuest = part === 'guest' ? "'gst_one'" : 'NULL';
  return force(
    `INSERT INTO ticket_people (tenant_id, ticket_id, contact_id, account_id, part, done, public_activity_at, guest)
      SELECT tenant_id, id, ?, account_id, 'participant', done, public_activity_at, ${isGuest} FROM tickets
      WHERE tenant_id = ? AND number = ?`,
    ...[contactId, tenantId, number],
  );
}

/** Makes all that decides stand so, whatever she did a moment ago. */
export async function standAs({ tenant, marta, number }: DoorDesk, standing: Standing) {
  const { role, part, membersSeeAll = false, isDisabled = false, hasNoGuests = false } = standing;
  await allowPeople(tenant.id, hasNoGuests ? 'colleagues' : 'anyone');
  await force('DELETE FROM memberships WHERE contact_id = ? AND account_id = ?', marta.id, marta.accountId);
  const place = 'INSERT INTO memberships (tenant_id, contact_id, account_id, role, created_at) VALUES (?, ?, ?, ?, 1)';
  if (role) await force(place, tenant.id, marta.id, marta.accountId, role);
  await force('UPDATE accounts SET members_see_all = ? WHERE id = ?', membersSeeAll ? 1 : 0, marta.accountId);
  await force('UPDATE contacts SET state = ? WHERE id = ?', isDisabled ? 'disabled' : 'active', marta.id);
  const ticket = '(SELECT id FROM tickets WHERE tenant_id = ? AND number = ?)';
  await force(`DELETE FROM ticket_people WHERE contact_id = ? AND ticket_id = ${ticket}`, marta.id, tenant.id, number);
  if (part) await putOn(tenant.id, number, marta.id, part);
}
