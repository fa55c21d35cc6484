import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { atTime } from '../../../test/helpers/at-time.ts';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { wordsOf } from '../../../test/helpers/desk-page.ts';
import {
  addPerson,
  allowPeople,
  force,
  type GuestDesk,
  guestDesk,
  linkMailed,
  newAddress,
  peopleDesk,
  peoplePath,
  peopleRows,
  takeOff,
} from '../../../test/helpers/people-desk.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { sentMail } from '../../../test/helpers/post-office.ts';
import { fieldOf, request } from '../../../test/helpers/request.ts';
import { mailedLink } from '../../../test/helpers/ticket-link.ts';

const day = 24 * 60 * 60 * 1000;

test.each(['known', 'unknown', 'disabled', 'a colleague’s', 'on it already'])(
  'the answer is the same for an address that is %s',
  async (what) => {
    const { tenant, nora, nils, number } = await peopleDesk('anyone');
    const email = what === 'a colleague’s' ? nils.email : newAddress();
    if (what === 'known' || what === 'disabled') {
      const { id } = await contactOf(tenant, { email, name: 'Known Elsewhere' });
      if (what === 'disabled') await force("UPDATE contacts SET state = 'disabled' WHERE id = ?", id);
    }
    if (what === 'on it already') await addPerson(nora, number, { email });
    const answer = await addPerson(nora, number, { email });
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${peoplePath(number)}?said=added`]);
    const page = await portalOf(nora).page(`${peoplePath(number)}?said=added`);
    expect(page).not.toContain('Known Elsewhere');
    expect(page).toContain(what === 'a colleague’s' ? 'Nils Berg' : email);
    // A contact's id begins with the moment when the tenant first heard of them.
    if (what !== 'a colleague’s') expect(page).toMatch(/people\/gst_[0-9a-z]{26}\/removal/);
    expect(sentMail(email)).toHaveLength(what === 'disabled' ? 0 : 1);
  },
);

test('a guest reads and answers by the link alone: no session, no list, no other request', async () => {
  const { tenant, amir, nora, number, path, email } = await guestDesk();
  await nora.open('Something else entirely');
  const [mail] = sentMail(email);
  expect(mail?.text).toContain('Nora Lind added you');
  for (const words of ['The gate is stuck', 'does not open any more']) expect(mail?.text).not.toContain(words);
  const page = await (await request(tenant.host, path)).text();
  expect(wordsOf(page)).toContain('The gate is stuck');
  expect(page).not.toContain('Something else entirely');
  const form = { key: fieldOf(page, 'key'), body: 'I am the locksmith.' };
  expect((await request(tenant.host, `${path}/messages`, { form })).status).toBe(303);
  expect(wordsOf(await portalOf(nora).page(`/requests/${number}`))).toContain(`${email} `);
  expect(wordsOf(await portalOf(nora).page(`/requests/${number}`))).toContain('I am the locksmith.');
  await amir.reply(number, 'Thank you both.');
  expect(await mailedLink(tenant, amir, email)).toMatch(/^\/r\//);
  expect(sentMail(email)[0]?.text).toContain('Thank you both.');
  const asked = await request(tenant.host, '/sign-in', { form: { email, return_to: '/' } });
  expect(asked.status).toBe(303);
  expect(sentMail(email).some(({ subject }) => subject.includes('code'))).toBe(false);
});

test('a guest’s address stands on pages of the account only, and theirs names nobody else’s', async () => {
  const { tenant, nora, number, path, email } = await guestDesk();
  const other = newAddress();
  await addPerson(nora, number, { email: other });
  const page = await (await request(tenant.host, path)).text();
  expect(page).not.toContain(other);
  expect(page).toContain(email);
  for (const words of ['/people', 'data-live', '/solution', nora.signedIn.person.email])
    expect(page).not.toContain(words);
});

const endings: readonly (readonly [string, (it: GuestDesk) => Promise<unknown>])[] = [
  [
    'is taken off',
    async ({ nora, number, tenant }) => takeOff(nora, number, (await peopleRows(tenant.id))[1]?.['guest'] ?? ''),
  ],
  ['the tenant lets nobody be added by address any more', ({ tenant }) => allowPeople(tenant.id, 'colleagues')],
  ['the tenant lets nobody be added any more', ({ tenant }) => allowPeople(tenant.id, 'nobody')],
  [
    'links in mails are switched off',
    ({ tenant }) => force('UPDATE tenant_settings SET ticket_links = 0 WHERE tenant_id = ?', tenant.id),
  ],
  [
    'they are disabled',
    ({ tenant, email }) =>
      force("UPDATE contacts SET state = 'disabled' WHERE tenant_id = ? AND email = ?", tenant.id, email),
  ],
];

test.each(endings)('nothing opens for a guest and nothing is mailed once they: %s', async (_what, end) => {
  const it = await guestDesk();
  const { tenant, amir, number, path, email } = it;
  const form = { key: fieldOf(await (await request(tenant.host, path)).text(), 'key'), body: 'Too late' };
  await end(it);
  expect((await request(tenant.host, path)).status).toBe(410);
  expect((await request(tenant.host, `${path}/messages`, { form })).status).toBe(410);
  const mails = sentMail(email).length;
  await amir.reply(number, 'For those who are still here.');
  await mailedLink(tenant, amir, it.noraAs.email).catch(() => '');
  expect(sentMail(email)).toHaveLength(mails);
  const bodies = await env.DB.prepare("SELECT body FROM messages WHERE tenant_id = ? AND body = 'Too late'")
    .bind(tenant.id)
    .all();
  expect(bodies.results).toEqual([]);
});

test('who is let in again gets a link of their own: the one from before stays dead', async () => {
  const { tenant, nora, number, email, path } = await guestDesk();
  await takeOff(nora, number, (await peopleRows(tenant.id))[1]?.['guest'] ?? '');
  await addPerson(nora, number, { email });
  expect((await request(tenant.host, linkMailed(email))).status).toBe(200);
  expect((await request(tenant.host, path)).status).toBe(410);
});

test('a link opens its own request and no other, also where its guest has a place elsewhere', async () => {
  const { tenant, nora, number } = await peopleDesk('anyone');
  const hal = await contactOf(tenant, { name: 'Hal Elsewhere' });
  const halAtWork = await contactAtWork(hal);
  await addPerson(nora, number, { email: hal.email });
  const path = linkMailed(hal.email);
  const { cookie } = halAtWork.signedIn;
  expect((await request(tenant.host, path, { cookie })).status).toBe(200);
  expect((await request(tenant.host, `/requests/${number}`, { cookie })).status).toBe(404);
  expect(await (await request(tenant.host, '/', { cookie })).text()).not.toContain('The gate is stuck');
});

test('who loses their place in the account is no guest of its requests either', async () => {
  const { tenant, bertaAs, email, path, accountId, berta } = await guestDesk();
  const guest = (await peopleRows(tenant.id))[1]?.['contact_id'] ?? '';
  await force(
    "INSERT INTO memberships (tenant_id, contact_id, account_id, role, created_at) VALUES (?, ?, ?, 'member', 1)",
    tenant.id,
    guest,
    accountId,
  );
  const removal = await portalOf(berta).ask(`/members/${guest}/removal`, { form: { workspace: bertaAs.accountId } });
  expect(removal.status).toBe(303);
  expect((await request(tenant.host, path)).status).toBe(410);
  expect(sentMail(email)).toHaveLength(1);
});

test('an old link says what a guest can do, and offers no sign-in', async () => {
  const { tenant, path } = await guestDesk();
  const late = await atTime(Date.now() + 31 * day, () => request(tenant.host, path));
  expect(late.status).toBe(410);
  const html = await late.text();
  expect(wordsOf(html)).toContain('The next mail about it will bring a new one');
  expect(html).not.toContain('name="return_to"');
});

test('what the tenant knows of a guest is told by no filter of the list', async () => {
  const { tenant, nora, berta, number } = await peopleDesk('anyone');
  const known = await contactOf(tenant, { name: 'Known Elsewhere' });
  await addPerson(nora, number, { email: known.email });
  const portal = portalOf(berta);
  for (const path of ['/', '/requests/updates'])
    expect(await (await portal.ask(`${path}?requester=${known.id}`)).text()).not.toMatch(/Known Elsewhere/);
  const file = await portal.ask('/requests.csv', { form: { query: `requester=${known.id}` } });
  expect(await file.text()).not.toContain('Known Elsewhere');
});
