import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readSettings } from '#env.ts';
import { deliver } from '#mail/courier.ts';
import { ownerOf } from '../../../test/helpers/agent-of.ts';
import { agentAtWork, contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { browserOf, newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { scopeOf } from '../../../test/helpers/new-tenant.ts';
import {
  addPerson,
  force,
  linkMailed,
  newAddress,
  peopleDesk,
  peoplePath,
  peopleRows,
  personEvents,
  takeOff,
} from '../../../test/helpers/people-desk.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { sentMail, testEnv } from '../../../test/helpers/post-office.ts';
import { fieldOf, request } from '../../../test/helpers/request.ts';
import { mailedLink } from '../../../test/helpers/ticket-link.ts';
import { viewAs } from '../../../test/helpers/view-as.ts';

/** Mails about a request, not those of signing in. */
const about = (email: string, number: number) =>
  sentMail(email).filter(({ subject }) => subject.includes(`#${number}`));

test('a contact adds a colleague, who gets a mail, sees the request and every answer', async () => {
  const { tenant, amir, nora, nils, number } = await peopleDesk();
  const html = await portalOf(nora).page(peoplePath(number));
  expect(html).toContain('Nils Berg');
  const answer = await addPerson(nora, number, { person: nils.id });
  expect(answer.headers.get('Location')).toBe(`${peoplePath(number)}?said=added`);
  const [mail] = sentMail(nils.email);
  expect(mail?.subject).toContain(`#${number}`);
  expect(mail?.text).toContain('Nora Lind added you');
  expect(mail?.text).not.toContain('The gate is stuck');
  const nilsAtWork = await contactAtWork(nils);
  expect(wordsOf(await portalOf(nilsAtWork).page(`/requests/${number}`))).toContain('The gate is stuck');
  expect(await portalOf(nilsAtWork).page('/')).toContain('The gate is stuck');
  await amir.reply(number, 'Is it the left one?');
  await mailedLink(tenant, amir, nils.email);
  expect(sentMail(nils.email)[0]?.text).toContain('Is it the left one?');
  expect(wordsOf(await portalOf(nora).page(`/requests/${number}`))).toContain('With Nils Berg');
  expect(await personEvents(tenant.id)).toMatchObject([
    { change: 'added', person: { name: 'Nils Berg' }, public_seq: null },
  ]);
});

test('who added somebody tells the agents, and contacts hear nothing of it', async () => {
  const { nora, nils, number, amir } = await peopleDesk();
  await addPerson(nora, number, { person: nils.id });
  expect(wordsOf(await browserOf(amir).page(`/tickets/${number}`))).toContain('Nora Lind added Nils Berg');
  expect(wordsOf(await portalOf(nora).page(`/requests/${number}?from=1`))).not.toContain('added Nils Berg');
});

test('who comes or goes stands on open pages with the next piece', async () => {
  const { nora, nils, number, amir } = await peopleDesk();
  const portal = portalOf(nora);
  const open = await portal.page(`/requests/${number}`);
  expect(open.match(/ id="thread-people"/g)).toHaveLength(1);
  const after = /data-after="(\d+)"/.exec(open)?.[1];
  const line = async () => wordsOf(await portal.page(`/requests/${number}/updates?after=${after}`)).trim();
  expect(await line()).toBe('Add people');
  await addPerson(nora, number, { person: nils.id });
  expect(await line()).toBe('With Nils Berg Manage people');
  await takeOff(nora, number, nils.id);
  expect(await line()).toBe('Add people');
  await amir.reply(number, 'Done', { then: 'solved' });
  expect((await portal.page(`/requests/${number}/updates?after=${after}`)).match(/ id="thread-people"/g)).toHaveLength(
    1,
  );
});

test('a form sent twice adds once, and one who is on it already stays as they are', async () => {
  const { tenant, nora, nils, number } = await peopleDesk();
  const portal = portalOf(nora);
  const html = await portal.page(peoplePath(number));
  const form = { key: fieldOf(html, 'key'), workspace: fieldOf(html, 'workspace'), person: nils.id };
  const answers = await Promise.all([1, 2].map(() => portal.ask(peoplePath(number), { form })));
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect((await addPerson(nora, number, { person: nils.id })).status).toBe(303);
  expect(sentMail(nils.email)).toHaveLength(1);
  expect(await peopleRows(tenant.id)).toHaveLength(2);
});

test('only people of the account can be chosen, and by address nobody, unless the tenant allows it', async () => {
  const { tenant, nora, number } = await peopleDesk();
  const stranger = await contactOf(tenant, { name: 'Ines' });
  const gone = await contactOf(tenant, { role: 'none', accountId: nora.signedIn.person.accountId });
  const elsewhere = await contactOf((await newDesk()).tenant);
  for (const { id } of [stranger, gone, elsewhere])
    expect((await addPerson(nora, number, { person: id })).status).toBe(400);
  expect((await addPerson(nora, number, { email: newAddress() })).status).toBe(404);
  expect(await portalOf(nora).page(peoplePath(number))).not.toContain('name="email"');
  expect(await peopleRows(tenant.id)).toHaveLength(1);
});

test('one leaves by oneself, and has lost what one saw only so', async () => {
  const { tenant, amir, nora, nils, number } = await peopleDesk();
  await addPerson(nora, number, { person: nils.id });
  const path = linkMailed(nils.email);
  const nilsAtWork = await contactAtWork(nils);
  const answer = await takeOff(nilsAtWork, number, nils.id);
  expect(answer.headers.get('Location')).toBe('/');
  expect((await portalOf(nilsAtWork).ask(`/requests/${number}`)).status).toBe(404);
  expect((await request(tenant.host, path)).status).toBe(410);
  await amir.reply(number, 'Anybody?');
  await mailedLink(tenant, amir, nora.signedIn.person.email);
  expect(about(nils.email, number)).toHaveLength(1);
  expect((await personEvents(tenant.id)).at(-1)).toMatchObject({ change: 'left', person: { id: nils.id } });
});

test('an admin of the account who leaves gets no more mail, and still sees it', async () => {
  const { tenant, amir, berta, bertaAs, number } = await peopleDesk();
  await addPerson(berta, number, { person: bertaAs.id });
  expect(about(bertaAs.email, number)).toHaveLength(0);
  await takeOff(berta, number, bertaAs.id);
  expect((await portalOf(berta).ask(`/requests/${number}`)).status).toBe(200);
  await amir.reply(number, 'Anybody?');
  await mailedLink(tenant, amir, (await peopleDesk()).noraAs.email).catch(() => '');
  expect(about(bertaAs.email, number)).toHaveLength(0);
});

test('mail that waits when somebody leaves does not reach them any more', async () => {
  const { tenant, amir, berta, bertaAs, noraAs, number } = await peopleDesk();
  await addPerson(berta, number, { person: bertaAs.id });
  await amir.reply(number, 'Anybody?');
  const owed = amir.effects.mails.splice(0);
  await takeOff(berta, number, bertaAs.id);
  const courier = { scope: await scopeOf(tenant), settings: readSettings(env), service: testEnv().EMAIL };
  for (const mail of owed) await deliver(courier, mail);
  expect([bertaAs, noraAs].map(({ email }) => about(email, number).length)).toEqual([0, 1]);
});

test('others are taken off by who asked, by admins and by who added them, by nobody else, and who asked never', async () => {
  const { tenant, nora, noraAs, nils, marta, berta, number } = await peopleDesk();
  await addPerson(nora, number, { person: nils.id });
  await addPerson(nora, number, { person: marta.id });
  const nilsAtWork = await contactAtWork(nils);
  expect((await portalOf(nilsAtWork).ask(`${peoplePath(number)}/${marta.id}/removal`)).status).toBe(404);
  const form = { key: crypto.randomUUID(), workspace: nils.accountId };
  for (const id of [marta.id, noraAs.id])
    expect((await portalOf(nilsAtWork).ask(`${peoplePath(number)}/${id}/removal`, { form })).status).toBe(404);
  expect((await portalOf(berta).ask(`${peoplePath(number)}/${noraAs.id}/removal`, { form })).status).toBe(404);
  expect(await peopleRows(tenant.id)).toHaveLength(3);
  expect((await takeOff(berta, number, marta.id)).status).toBe(303);
  expect((await takeOff(nora, number, nils.id)).status).toBe(303);
  expect(await peopleRows(tenant.id)).toHaveLength(1);
});

test('a follow-up begins with who asks it alone', async () => {
  const { tenant, nora, nils, number } = await peopleDesk();
  await addPerson(nora, number, { person: nils.id });
  await force("UPDATE tickets SET category = 'closed' WHERE tenant_id = ?", tenant.id);
  const portal = portalOf(nora);
  const html = await portal.page(`/requests/new?follow_up=${number}`);
  const form = {
    key: fieldOf(html, 'key'),
    workspace: fieldOf(html, 'workspace'),
    follow_up: String(number),
    subject: 'Once more',
    body: 'It is stuck again.',
  };
  const answer = await portal.ask('/requests/new', { form });
  const next = Number(/\d+/.exec(answer.headers.get('Location') ?? '')?.[0]);
  const query =
    'SELECT contact_id FROM ticket_people p JOIN tickets t ON t.id = p.ticket_id WHERE t.tenant_id = ? AND t.number = ?';
  const { results } = await env.DB.prepare(query).bind(tenant.id, next).all();
  expect(results).toEqual([{ contact_id: nora.signedIn.person.id }]);
  // Both name each other, to those who see both.
  expect(wordsOf(await portal.page(`/requests/${next}`))).toContain(`Follow-up of #${number}`);
  expect(wordsOf(await portal.page(`/requests/${number}`))).toContain(`#${next} Once more`);
  const nilsSees = wordsOf(await portalOf(await contactAtWork(nils)).page(`/requests/${number}`));
  expect(nilsSees).not.toContain('Once more');
});

test('who follows up, and not the request before it, learns nothing of that one', async () => {
  const { tenant, nora, nils, number } = await peopleDesk();
  const next = await nora.open('Once more');
  const earlier = '(SELECT id FROM tickets WHERE tenant_id = ? AND number = ?)';
  await force(
    `UPDATE tickets SET follow_up_of = ${earlier} WHERE tenant_id = ? AND number = ?`,
    tenant.id,
    number,
    tenant.id,
    next,
  );
  await addPerson(nora, next, { person: nils.id });
  expect(await portalOf(await contactAtWork(nils)).page(`/requests/${next}`)).not.toContain(`#${number}`);
});

test('an agent who looks as a contact sees who is on it and can change nothing', async () => {
  const { tenant, nora, noraAs, nils, number } = await peopleDesk('anyone');
  await addPerson(nora, number, { person: nils.id });
  const cookie = await viewAs(await agentAtWork(ownerOf(tenant)), noraAs);
  const html = await (await request(tenant.host, peoplePath(number), { cookie })).text();
  expect(html).toContain('Nils Berg');
  expect(html).not.toMatch(/<form[^>]*\/people/);
  expect((await request(tenant.host, `${peoplePath(number)}/${nils.id}/removal`, { cookie })).status).toBe(404);
  const form = { key: crypto.randomUUID(), workspace: noraAs.accountId, person: nils.id };
  expect((await request(tenant.host, peoplePath(number), { cookie, form })).status).toBe(403);
});
