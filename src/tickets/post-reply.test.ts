import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readAsContact } from '#db/read-as.ts';
import { agentOf, ownerOf } from '../../test/helpers/agent-of.ts';
import { agentAtWork, type ContactAtWork, contactAtWork, newKey } from '../../test/helpers/at-work.ts';
import { contactOf } from '../../test/helpers/contact-of.ts';
import { newTenant, scopeOf, type TestTenant } from '../../test/helpers/new-tenant.ts';
import { loadOpen, openTicket } from './open-ticket.ts';
import { loadThread, threadOf } from './portal-thread-page.ts';
import { loadReply, postReply } from './post-reply.ts';
import { solveRequest } from './solve-request.ts';

async function threadSeenBy(who: ContactAtWork, number: number) {
  const scope = await scopeOf(who.signedIn.person.tenant);
  const { rows } = await readAsContact(scope, who.claim, loadThread(scope, who.claim, number, { from: 1 }));
  return threadOf(rows);
}

async function owedMails(tenant: TestTenant) {
  const found = await env.DB.prepare(
    'SELECT kind, recipient_kind AS who, recipient_id AS id FROM outbox WHERE tenant_id = ? ORDER BY created_at, id',
  )
    .bind(tenant.id)
    .all<{ kind: string; who: string; id: string }>();
  return found.results;
}

async function ask() {
  const tenant = await newTenant();
  const nora = await contactAtWork(await contactOf(tenant, { name: 'Nora' }));
  return { tenant, nora, number: await nora.open() };
}

test('a reply is the newest entry of the thread, under its author', async () => {
  const { nora, number } = await ask();
  await nora.reply(number, 'It hums, too.');
  const { entries } = await threadSeenBy(nora, number);
  expect(entries.map(({ kind, publicSeq }) => [kind, publicSeq])).toEqual([
    ['message', 1],
    ['event', 2],
    ['message', 3],
  ]);
  expect(entries[2]).toMatchObject({ body: 'It hums, too.', author: { kind: 'contact', name: 'Nora' } });
});

test('a double click makes one message, and both presses learn of the same one', async () => {
  const { nora, number } = await ask();
  const key = newKey();
  const results = await Promise.all([nora.reply(number, 'Once', { key }), nora.reply(number, 'Once', { key })]);
  expect(results.map(({ outcome }) => outcome).sort()).toEqual(['done', 'repeated']);
  const { entries } = await threadSeenBy(nora, number);
  expect(entries.filter((entry) => entry.kind === 'message' && entry.body === 'Once')).toHaveLength(1);
});

test('other words under a spent key are not swallowed: the person is asked', async () => {
  const { nora, number } = await ask();
  const key = newKey();
  await nora.reply(number, 'First', { key });
  expect(await nora.reply(number, 'Second', { key })).toEqual({ outcome: 'other_text' });
});

test('twelve people writing at once all get through, gapless', async () => {
  const { nora, number } = await ask();
  const texts = Array.from({ length: 12 }, (_, i) => `Message ${i}`);
  await Promise.all(texts.map((text) => nora.reply(number, text)));
  const { entries } = await threadSeenBy(nora, number);
  const said = entries.flatMap((entry) => (entry.kind === 'message' ? [entry.body] : []));
  expect(said.slice(1).sort()).toEqual([...texts].sort());
  expect(entries.map(({ publicSeq }) => publicSeq)).toEqual(entries.map((_, i) => i + 1));
});

test('a reply opens a solved request again and says so in the thread', async () => {
  const { nora, number } = await ask();
  await nora.solve(number);
  await nora.reply(number, 'It is back.');
  const thread = await threadSeenBy(nora, number);
  expect(thread.category).toBe('open');
  expect(thread.entries.at(-1)).toMatchObject({ kind: 'event', event: { change: 'reopened' } });
});

test('a closed request takes no reply, but a reload of one that went in before is no refusal', async () => {
  const { tenant, nora, number } = await ask();
  const agent = await agentAtWork(ownerOf(tenant));
  const key = newKey();
  await nora.reply(number, 'Just in time', { key });
  await agent.set(number, { field: 'status', to: await agent.statusId('closed') });
  expect(await nora.reply(number, 'Too late')).toEqual({ outcome: 'closed' });
  expect(await nora.reply(number, 'Just in time', { key })).toMatchObject({ outcome: 'repeated' });
});

test('who asked opens a solved request again, and never a closed one', async () => {
  const { tenant, nora, number } = await ask();
  const agent = await agentAtWork(ownerOf(tenant));
  await nora.solve(number);
  expect(await nora.solve(number, 'open')).toEqual({ outcome: 'done' });
  await agent.set(number, { field: 'status', to: await agent.statusId('closed') });
  for (const to of ['open', 'solved'] as const) expect(await nora.solve(number, to)).toEqual({ outcome: 'unchanged' });
  expect(await nora.reply(number, 'Still closed')).toEqual({ outcome: 'closed' });
});

test('a reply is owed to the assignee, else to the agents who watch the unassigned, never to its author', async () => {
  const { tenant, nora, number } = await ask();
  const amir = await agentOf(tenant, { name: 'Amir' });
  const owner = await agentAtWork(ownerOf(tenant));
  const before = await owedMails(tenant);
  expect(before.map(({ kind, id }) => [kind, id])).toEqual(
    expect.arrayContaining([
      ['request_received', nora.claim.contactId],
      ['agent_new_request', tenant.ownerId],
    ]),
  );
  await owner.set(number, { field: 'assignee', to: amir.id });
  await nora.reply(number, 'For Amir');
  const after = (await owedMails(tenant)).slice(before.length);
  expect(after).toEqual([{ kind: 'agent_customer_replied', who: 'agent', id: amir.id }]);
});

test("another account's request is not found, also by an admin and by a member of the same account who is not on it", async () => {
  const { tenant, nora, number } = await ask();
  const stranger = await contactAtWork(await contactOf(tenant));
  const { accountId } = nora.signedIn.person;
  const colleague = await contactAtWork(await contactOf(tenant, { role: 'member', accountId }));
  for (const who of [stranger, colleague]) {
    await expect(who.reply(number, 'Let me in')).rejects.toThrow('not_found');
    await expect(threadSeenBy(who, number)).rejects.toThrow('not_found');
  }
});

test.each([
  ['the workspace', 'DELETE FROM memberships WHERE tenant_id = ?1 AND contact_id = ?2'],
  ['their place', "UPDATE contacts SET state = 'disabled' WHERE tenant_id = ?1 AND id = ?2"],
])('who loses %s between reading and sending writes nothing', async (_, lose) => {
  const { tenant, nora, number } = await ask();
  const scope = await scopeOf(tenant);
  const { actor, rows } = await readAsContact(scope, nora.claim, loadReply(scope, nora.claim, number));
  const { rows: request } = await readAsContact(
    scope,
    nora.claim,
    loadOpen(scope, nora.claim, { wanted: { by: 'first' }, followUp: null }),
  );
  await env.DB.prepare(lose).bind(tenant.id, actor.id).run();
  const input = { key: newKey(), body: 'Too late', via: 'portal' } as const;
  await expect(postReply(scope, actor, rows, input, nora.effects)).rejects.toThrow('not_found');
  await expect(solveRequest(scope, actor, rows, { key: newKey(), to: 'solved' }, nora.effects)).rejects.toThrow(
    'not_found',
  );
  const asked = { ...input, subject: 'Too late', priorityId: null };
  expect(await openTicket(scope, actor, request, asked, nora.effects)).toEqual({ outcome: 'gone' });
  const left = await env.DB.prepare(
    'SELECT (SELECT count(*) FROM messages WHERE tenant_id = ?1) AS messages, (SELECT count(*) FROM submissions WHERE tenant_id = ?1) AS keys',
  )
    .bind(tenant.id)
    .first();
  expect(left).toEqual({ messages: 1, keys: 1 });
});
