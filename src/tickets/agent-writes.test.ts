import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readAsAgent, readAsContact } from '#db/read-as.ts';
import { agentOf, ownerOf } from '../../test/helpers/agent-of.ts';
import {
  type AgentAtWork,
  agentAtWork,
  type ContactAtWork,
  contactAtWork,
  newKey,
} from '../../test/helpers/at-work.ts';
import { contactOf } from '../../test/helpers/contact-of.ts';
import { newTenant, scopeOf } from '../../test/helpers/new-tenant.ts';
import { closeSolved, ticketsToClose } from './close-solved.ts';
import { deskThreadOf, loadDeskThread } from './desk-ticket-page.ts';
import { loadRequestList } from './portal-list-page.ts';
import { loadThread, threadOf } from './portal-thread-page.ts';
import { everyRequest } from './request-query.ts';

async function desk() {
  const tenant = await newTenant();
  const nora = await contactAtWork(await contactOf(tenant, { name: 'Nora' }));
  const amir = await agentAtWork(await agentOf(tenant, { name: 'Amir' }));
  const olga = await agentAtWork(ownerOf(tenant));
  return { tenant, nora, amir, olga, number: await nora.open() };
}

async function seenByContact(who: ContactAtWork, number: number) {
  const scope = await scopeOf(who.signedIn.person.tenant, 1_800_000_000_000);
  const list = loadRequestList(scope, who.claim, { ...everyRequest, all: true }, 'UTC');
  const { rows } = await readAsContact({ ...scope, now: Date.now() }, who.claim, {
    ...loadThread(scope, who.claim, number, { from: 1 }),
    ...list,
  });
  return JSON.stringify([threadOf(rows), rows.page, rows.counts]);
}

async function seenByAgent(who: AgentAtWork, number: number) {
  const scope = await scopeOf(who.signedIn.person.tenant);
  const { rows } = await readAsAgent(scope, who.claim, loadDeskThread(scope, number, null));
  return deskThreadOf(rows, null);
}

test("an agent's reply waits for the customer, unless they choose otherwise", async () => {
  const { nora, amir, number } = await desk();
  await amir.reply(number, 'Please try the red button.');
  expect((await seenByAgent(amir, number)).ticket).toMatchObject({ category: 'waiting', waitingSince: null });
  await nora.reply(number, 'I did.');
  expect((await seenByAgent(amir, number)).ticket.category).toBe('open');
  await amir.reply(number, 'Fixed.', { then: 'solved' });
  expect((await seenByAgent(amir, number)).ticket.category).toBe('solved');
});

test('a note changes nothing that a contact can read: no word, number, time or order', async () => {
  const { nora, amir, number } = await desk();
  await amir.reply(number, 'Looking into it.');
  const before = await seenByContact(nora, number);
  await amir.note(number, 'They have not paid.');
  await amir.set(number, { field: 'assignee', to: amir.claim.agentId });
  expect(await seenByContact(nora, number)).toBe(before);
  const kinds = (await seenByAgent(amir, number)).entries.map(({ kind }) => kind);
  expect(kinds).toContain('note');
});

test('a note is whispered to agents only', async () => {
  const { amir, number } = await desk();
  await amir.note(number, 'Between us.');
  expect(amir.effects.whispers.every(({ publicSeq }) => publicSeq === null)).toBe(true);
  expect(amir.effects.whispers.map(({ topic }) => topic.kind)).toEqual(['ticket', 'desk']);
  expect(amir.effects.mails).toEqual([]);
});

test("a send onto a thread that moved on stops; one's own change in another tab is no such move", async () => {
  const { nora, amir, olga, number } = await desk();
  const { seq } = (await seenByAgent(amir, number)).ticket;
  await amir.set(number, { field: 'assignee', to: amir.claim.agentId });
  expect(await amir.reply(number, 'One', { seen: seq })).toEqual({ outcome: 'done' });
  const { seq: seen } = (await seenByAgent(amir, number)).ticket;
  await nora.reply(number, 'Wait!');
  expect(await amir.reply(number, 'Two', { seen })).toEqual({ outcome: 'moved' });
  expect(await olga.note(number, 'Three', { seen })).toEqual({ outcome: 'moved' });
});

test('a double press of an agent makes one reply and one mail a person', async () => {
  const { tenant, amir, number } = await desk();
  const key = newKey();
  const outcomes = await Promise.all([amir.reply(number, 'Once', { key }), amir.reply(number, 'Once', { key })]);
  expect(outcomes.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
  const mails = await env.DB.prepare("SELECT id FROM outbox WHERE tenant_id = ? AND kind = 'new_reply'")
    .bind(tenant.id)
    .all();
  expect(mails.results).toHaveLength(1);
});

test('words that Back brought again, under a new key, are written once; after an answer they may come again', async () => {
  const { nora, amir, number } = await desk();
  expect([await amir.reply(number, 'Ping'), await amir.reply(number, 'Ping')]).toEqual([
    { outcome: 'done' },
    { outcome: 'repeated' },
  ]);
  expect(await amir.note(number, 'Ping')).toEqual({ outcome: 'done' });
  expect(await amir.note(number, 'Ping')).toEqual({ outcome: 'repeated' });
  expect(await amir.reply(number, 'Ping', { then: 'solved' })).toEqual({ outcome: 'done' });
  await nora.reply(number, 'Pong');
  expect(await amir.reply(number, 'Ping')).toEqual({ outcome: 'done' });
});

test('a reply that also solves is one mail', async () => {
  const { tenant, amir, number } = await desk();
  await amir.reply(number, 'Done.', { then: 'solved' });
  const kinds = await env.DB.prepare("SELECT kind FROM outbox WHERE tenant_id = ? AND recipient_kind = 'contact'")
    .bind(tenant.id)
    .all<{ kind: string }>();
  expect(kinds.results.map(({ kind }) => kind).sort()).toEqual(['request_received', 'request_solved']);
});

test("another tenant's choice and an unknown status are refused, and nothing changes", async () => {
  const { amir, number } = await desk();
  const other = await desk();
  const foreign = await other.amir.statusId('solved');
  await expect(amir.set(number, { field: 'status', to: foreign })).rejects.toThrow('unknown_choice');
  await expect(amir.set(number, { field: 'assignee', to: other.amir.claim.agentId })).rejects.toThrow('unknown_choice');
  expect((await seenByAgent(amir, number)).ticket).toMatchObject({ category: 'new', assigneeId: null });
});

test('a change of status that reads the same to contacts is no event for them', async () => {
  const { tenant, nora, amir, number } = await desk();
  await env.DB.prepare(
    `UPDATE statuses SET public_label = 'With us' WHERE tenant_id = ? AND category IN ('new', 'open')`,
  )
    .bind(tenant.id)
    .run();
  const before = await seenByContact(nora, number);
  await amir.set(number, { field: 'status', to: await amir.statusId('open') });
  expect((await seenByAgent(amir, number)).entries.at(-1)).toMatchObject({
    isPublic: false,
    event: { kind: 'status', to: { category: 'open' } },
  });
  expect(JSON.parse(await seenByContact(nora, number))[0].entries).toEqual(JSON.parse(before)[0].entries);
});

test('priority and assignee are events that contacts never learn of', async () => {
  const { amir, number } = await desk();
  await amir.set(number, { field: 'assignee', to: amir.claim.agentId });
  const entry = (await seenByAgent(amir, number)).entries.at(-1);
  expect(entry).toMatchObject({ kind: 'event', isPublic: false, event: { kind: 'assignee', to: { name: 'Amir' } } });
});

test('what was solved seven days ago is closed by the sweep, what was solved since is not', async () => {
  const { tenant, nora, amir, number } = await desk();
  const later = await nora.open('Another one');
  const solvedAt = 1_700_000_000_000;
  const day = 24 * 60 * 60 * 1000;
  await amir.set(number, { field: 'status', to: await amir.statusId('solved') });
  await amir.set(later, { field: 'status', to: await amir.statusId('solved') });
  const age = 'UPDATE tickets SET solved_at = ? WHERE tenant_id = ? AND number = ?';
  await env.DB.prepare(age).bind(solvedAt, tenant.id, number).run();
  await env.DB.prepare(age)
    .bind(solvedAt + 2 * day, tenant.id, later)
    .run();
  const scope = await scopeOf(tenant, solvedAt + 7 * day);
  const due = (await ticketsToClose(scope)).filter(({ tenantId }) => tenantId === tenant.id);
  expect(due).toHaveLength(1);
  for (const { ticketId } of due) await closeSolved(scope, ticketId, amir.effects);
  expect((await seenByAgent(amir, number)).ticket.category).toBe('closed');
  expect((await seenByAgent(amir, later)).ticket.category).toBe('solved');
});
