import { expect, test } from 'vitest';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { browserOf, newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import {
  addPerson,
  allowPeople,
  guestDesk,
  linkMailed,
  newAddress,
  peopleDesk,
  peopleRows,
  personEvents,
} from '../../../test/helpers/people-desk.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { sentMail } from '../../../test/helpers/post-office.ts';
import { fieldOf, request } from '../../../test/helpers/request.ts';

type Browser = ReturnType<typeof browserOf>;

async function add(browser: Browser, number: number, person: { person: string } | { email: string }) {
  const path = `/tickets/${number}/people`;
  return browser.ask(path, {
    form: { key: fieldOf(await browser.page(path), 'key') || crypto.randomUUID(), ...person },
  });
}

test('an agent adds a colleague of the customer, and takes them off again', async () => {
  const { tenant, amir, nils, number } = await peopleDesk('nobody');
  const browser = browserOf(amir);
  expect(await browser.page(`/tickets/${number}`)).toContain(`/tickets/${number}/people`);
  const answer = await add(browser, number, { person: nils.id });
  expect(answer.headers.get('Location')).toBe(`/tickets/${number}/people?said=added`);
  expect(sentMail(nils.email)[0]?.text).toContain('Amir Haddad added you');
  expect(wordsOf(await browser.page(`/tickets/${number}`))).toContain('Amir Haddad added Nils Berg');
  const form = { key: crypto.randomUUID() };
  expect((await browser.ask(`/tickets/${number}/people/${nils.id}/removal`, { form })).status).toBe(303);
  expect(await peopleRows(tenant.id)).toHaveLength(1);
  expect((await personEvents(tenant.id)).map(({ change }) => change)).toEqual(['added', 'removed']);
  expect((await portalOf(await contactAtWork(nils)).ask(`/requests/${number}`)).status).toBe(404);
});

test('by address an agent adds only where the company has guests', async () => {
  const { tenant, amir, number } = await peopleDesk('colleagues');
  const browser = browserOf(amir);
  const email = newAddress();
  expect((await add(browser, number, { email })).status).toBe(404);
  expect(sentMail(email)).toEqual([]);
  await allowPeople(tenant.id, 'anyone');
  expect((await add(browser, number, { email })).status).toBe(303);
  expect((await request(tenant.host, linkMailed(email))).status).toBe(200);
  expect((await add(browser, number, { email: 'nonsense' })).status).toBe(422);
});

test('who asked is never taken off, and nobody of elsewhere is put on', async () => {
  const { tenant, amir, noraAs, number } = await peopleDesk();
  const browser = browserOf(amir);
  const form = { key: crypto.randomUUID() };
  expect((await browser.ask(`/tickets/${number}/people/${noraAs.id}/removal`, { form })).status).toBe(404);
  const strangers = [await contactOf(tenant), await contactOf((await newDesk()).tenant)];
  for (const { id } of strangers) expect((await add(browser, number, { person: id })).status).toBe(400);
  expect(await peopleRows(tenant.id)).toHaveLength(1);
});

test('agents see who a guest is, and why they can read it', async () => {
  const { tenant, amir, number, email, nora } = await guestDesk();
  const browser = browserOf(amir);
  expect(await browser.page(`/tickets/${number}`)).toContain(email);
  expect(wordsOf(await browser.page(`/tickets/${number}/people`))).toContain('Guest: by the links in our mails');
  expect(wordsOf(await browser.page(`/tickets/${number}/access`))).toContain(
    `${email} can open it by the links in our mails`,
  );
  await allowPeople(tenant.id, 'nobody');
  expect(wordsOf(await browser.page(`/tickets/${number}/access`))).toContain(`${email} cannot see it`);
  expect((await addPerson(nora, number, { email: newAddress() })).status).toBe(404);
});
