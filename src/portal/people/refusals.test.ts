import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactOf, type TestContact } from '../../../test/helpers/contact-of.ts';
import { wordsOf } from '../../../test/helpers/desk-page.ts';
import {
  addPerson,
  allowPeople,
  force,
  newAddress,
  peopleDesk,
  peoplePath,
  peopleRows,
} from '../../../test/helpers/people-desk.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { sentMail } from '../../../test/helpers/post-office.ts';
import { fieldOf } from '../../../test/helpers/request.ts';

const day = 24 * 60 * 60 * 1000;

test('where the tenant wants nobody added, there is no page, no line and no way', async () => {
  const { tenant, nora, nils, number } = await peopleDesk();
  await addPerson(nora, number, { person: nils.id });
  const removal = `${peoplePath(number)}/${nils.id}/removal`;
  await allowPeople(tenant.id, 'nobody');
  const portal = portalOf(nora);
  const form = { key: crypto.randomUUID(), workspace: nora.signedIn.person.accountId };
  const asked = [
    await portal.ask(peoplePath(number)),
    await portal.ask(peoplePath(number), { form: { ...form, person: nils.id } }),
    await portal.ask(removal),
    await portal.ask(removal, { form }),
  ];
  expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  const html = await portal.page(`/requests/${number}`);
  expect(html).not.toContain('/people');
  expect(html).not.toContain('Nils Berg');
});

test.each(['nonsense', 'a@x.test,b@y.test', 'Eva <eva@x.test>', `reply+abc@in.${env.PLATFORM_DOMAIN}`, '  '])(
  'what is no address of a person is asked for again: %j',
  async (email) => {
    const { tenant, nora, number } = await peopleDesk('anyone');
    const answer = await addPerson(nora, number, { email });
    expect(answer.status).toBe(422);
    expect(await peopleRows(tenant.id)).toHaveLength(1);
  },
);

test('twenty people are the most, and a contact adds no more than fifty a day', async () => {
  const { tenant, nora, noraAs, nils, number } = await peopleDesk('anyone');
  const { id } =
    (await env.DB.prepare('SELECT id FROM tickets WHERE tenant_id = ? AND number = ?')
      .bind(tenant.id, number)
      .first()) ?? {};
  const crowd: TestContact[] = [];
  for (let i = 0; i < 19; i += 1) crowd.push(await contactOf(tenant, { role: 'member', accountId: nils.accountId }));
  const row = `INSERT INTO ticket_people (tenant_id, ticket_id, contact_id, account_id, part, done, public_activity_at)
    VALUES (?, ?, ?, ?, 'participant', 0, 1)`;
  for (const one of crowd) await force(row, tenant.id, String(id), one.id, nils.accountId);
  const full = await addPerson(nora, number, { person: nils.id });
  expect([full.status, wordsOf(await full.text()).includes('20 people')]).toEqual([409, true]);
  await force("DELETE FROM ticket_people WHERE tenant_id = ? AND part = 'participant'", tenant.id);
  const today = Math.floor(Date.now() / day) * day;
  const count = 'INSERT INTO counters (tenant_id, scope_key, "window", n) VALUES (?, ?, ?, 50)';
  await force(count, tenant.id, `participants|${noraAs.id}`, today);
  const email = newAddress();
  const spent = await addPerson(nora, number, { email });
  expect([spent.status, wordsOf(await spent.text()).includes('go on tomorrow')]).toEqual([409, true]);
  expect([await peopleRows(tenant.id), sentMail(email)]).toMatchObject([[{ part: 'requester' }], []]);
});

test('one mailbox is mailed for an account at most five times a day, whatever tag its address has', async () => {
  const { nora } = await peopleDesk('anyone');
  const email = newAddress();
  const tagged = (i: number) => (i % 2 ? email.replace('@', `+${i}@`) : email);
  const statuses: number[] = [];
  for (let i = 0; i < 6; i += 1)
    statuses.push((await addPerson(nora, await nora.open(`Request ${i}`), { email: tagged(i) })).status);
  expect(statuses).toEqual([303, 303, 303, 303, 303, 409]);
  expect([sentMail(email), sentMail(tagged(5))].map(({ length }) => length)).toEqual([3, 0]);
});

test('a closed request takes nobody in', async () => {
  const { tenant, nora, nils, number } = await peopleDesk();
  const html = await portalOf(nora).page(peoplePath(number));
  await force("UPDATE tickets SET category = 'closed' WHERE tenant_id = ?", tenant.id);
  const form = { key: fieldOf(html, 'key'), workspace: fieldOf(html, 'workspace'), person: nils.id };
  expect((await portalOf(nora).ask(peoplePath(number), { form })).status).toBe(409);
  expect(wordsOf(await portalOf(nora).page(peoplePath(number)))).toContain('This request is closed');
  expect(await peopleRows(tenant.id)).toHaveLength(1);
});

test.each([
  { person: 'x', email: 'y@z.test' },
  {},
  { person: 'con_1', account_id: 'acc_1' },
  { email: 'y@z.test', role: 'admin' },
])('no form of ours sends %j', async (fields) => {
  const { tenant, nora, number } = await peopleDesk('anyone');
  const form = { key: crypto.randomUUID(), workspace: nora.signedIn.person.accountId, ...fields };
  expect((await portalOf(nora).ask(peoplePath(number), { form })).status).toBe(400);
  expect(await peopleRows(tenant.id)).toHaveLength(1);
});

test('names are shown as names, whatever stands in them', async () => {
  const { tenant, nora, accountId, number } = await peopleDesk();
  const odd = await contactOf(tenant, { name: '<script>alert(1)</script> ‮evil', role: 'member', accountId });
  await addPerson(nora, number, { person: odd.id });
  for (const path of [peoplePath(number), `/requests/${number}`])
    expect(await portalOf(nora).page(path)).not.toContain('<script>alert(1)');
  const [mail] = sentMail(odd.email);
  expect(mail?.html).not.toContain('<script>');
});

test('a stray press adds nobody: no name is chosen until somebody chooses one', async () => {
  const { tenant, nora, number } = await peopleDesk();
  const html = await portalOf(nora).page(peoplePath(number));
  expect(/<select[^>]*name="person"[^>]*>\s*(<option[^>]*>[^<]*)/.exec(html)?.[1]).toBe(
    '<option value="">Please choose…',
  );
  expect(html).not.toContain('selected');
  const answer = await addPerson(nora, number, { person: '' });
  expect(answer.status).toBe(422);
  const again = await answer.text();
  expect(wordsOf(again)).toContain('Please choose somebody from the list.');
  expect(again).toMatch(/<select[^>]*aria-describedby="person-error"[^>]*aria-invalid="true"/);
  expect(await peopleRows(tenant.id)).toHaveLength(1);
});
