import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { agentOf } from '../../../test/helpers/agent-of.ts';
import { agentAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { browserOf, type Desk, newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';

const failMails = (desk: Desk, error: string) =>
  env.DB.prepare("UPDATE outbox SET state = 'failed', error = ? WHERE tenant_id = ?").bind(error, desk.tenant.id).run();

const articles = (html: string) => [...html.matchAll(/<li class="entry (\w+)"[\s\S]*?<\/li>/g)];

test('a thread shows messages, notes and changes in their order, and a note is told apart', async () => {
  const { amir, nora } = await newDesk();
  const number = await nora.open('Stuck', 'The gate is **stuck**.');
  await amir.note(number, 'She called before.');
  await amir.reply(number, 'Turn it off and on.');
  const html = await browserOf(amir).page(`/tickets/${number}`);
  const entries = articles(html);

  expect(entries.map(([, kind]) => kind)).toEqual(['message', 'note', 'message', 'event']);
  expect(entries[0]?.[0]).toContain('<strong>stuck</strong>');
  expect(wordsOf(entries[1]?.[0] ?? '')).toContain('Internal note Only your team sees this');
  expect(wordsOf(entries[2]?.[0] ?? '')).not.toContain('Internal note');
  expect(wordsOf(entries[3]?.[0] ?? '')).toContain('Amir Haddad changed the status from New to Waiting on customer');
});

test('what a customer wrote cannot become part of the page', async () => {
  const { amir, nora } = await newDesk();
  const number = await nora.open('<script>alert(1)</script>', '<img src=x onerror=alert(1)> [x](javascript:alert(1))');
  const html = await browserOf(amir).page(`/tickets/${number}`);
  expect(html).not.toMatch(/<script>alert|<img src=x|href="javascript:/);
});

test('the composer says in words who will get a reply and who can see a note', async () => {
  const desk = await newDesk();
  const number = await desk.nora.open();
  const words = wordsOf(await browserOf(desk.amir).page(`/tickets/${number}`));
  expect(words).toContain('Public. Goes by mail and portal to Nora Lind.');
  expect(words).toMatch(/Internal\. Only agents of Company \d+ see it; no mail goes out\./);
});

test('the composer names nobody who has lost access', async () => {
  const desk = await newDesk();
  const number = await desk.nora.open();
  await env.DB.prepare("UPDATE memberships SET role = 'none' WHERE tenant_id = ?").bind(desk.tenant.id).run();
  const words = wordsOf(await browserOf(desk.amir).page(`/tickets/${number}`));
  expect(words).toContain('Public. Shows in the portal; nobody gets a mail.');
});

test('each message says what became of its mail, and why one failed', async () => {
  const desk = await newDesk();
  const { amir, nora } = desk;
  const number = await nora.open();
  await amir.reply(number, 'Here is how.');
  const browser = browserOf(amir);
  const waiting = articles(await browser.page(`/tickets/${number}`)).at(1)?.[0] ?? '';
  await failMails(desk, 'E_RECIPIENT_SUPPRESSED');
  const failed = articles(await browser.page(`/tickets/${number}`)).at(1)?.[0] ?? '';

  expect(wordsOf(waiting)).toContain('Mail to Nora Lind is waiting to be sent');
  expect(wordsOf(failed)).toContain('Mail to Nora Lind failed: the mail service refuses this address');
});

test('a mail that belongs to no message stands beside the thread', async () => {
  const desk = await newDesk();
  const number = await desk.nora.open();
  await desk.amir.set(number, { field: 'status', to: await desk.amir.statusId('solved') });
  await failMails(desk, 'E_SOMETHING_NEW');
  const words = wordsOf(await browserOf(desk.amir).page(`/tickets/${number}`));
  expect(words).toContain('Mail to Nora Lind failed: the mail service answered E_SOMETHING_NEW');
});

test('beside a thread stand the contact, the account, the source and their other tickets', async () => {
  const { amir, nora, contact } = await newDesk();
  const other = await nora.open('The other matter');
  const number = await nora.open('This matter');
  const html = await browserOf(amir).page(`/tickets/${number}`);
  const side = /<aside[\s\S]*<\/aside>/.exec(html)?.[0] ?? '';
  for (const word of ['Nora Lind', contact.email, 'Source', 'Portal', 'The other matter'])
    expect(wordsOf(side)).toContain(word);
  expect(side).toContain(`href="/tickets/${other}"`);
  expect(side).not.toContain('This matter');
});

/** So many notes of an agent on the tenant's only ticket: "Note 0." and so on. */
async function notesOn(tenantId: string, agentId: string, count: number) {
  const insert = `INSERT INTO notes (tenant_id, id, ticket_id, seq, author_id, body, created_at)
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?3 - 1)
    SELECT t.tenant_id, 'not_' || i, t.id, t.seq + i + 1, ?2, 'Note ' || i || '.', t.created_at
    FROM tickets t, n WHERE t.tenant_id = ?1`;
  await env.DB.batch([
    env.DB.prepare(insert).bind(tenantId, agentId, count),
    env.DB.prepare('UPDATE tickets SET seq = seq + ? WHERE tenant_id = ?').bind(count, tenantId),
  ]);
}

test('a long thread opens at its end, with the older and the later behind links', async () => {
  const { tenant, amir, nora } = await newDesk();
  const number = await nora.open('Long', 'The first of all');
  await notesOn(tenant.id, amir.claim.agentId, 210);
  const browser = browserOf(amir);
  const newest = await browser.page(`/tickets/${number}`);
  const older = /class="older" href="([^"]*)"/.exec(newest)?.[1] ?? '';
  const oldest = await browser.page(`/tickets/${number}?from=1`);

  expect(newest).toContain('Note 209.');
  expect(newest).not.toContain('The first of all');
  expect(wordsOf(newest)).toContain('Show 12 earlier entries');
  expect(wordsOf(await browser.page(older))).toContain('The first of all');
  expect(oldest).toContain('The first of all');
  expect(oldest).toContain('Show later entries');
  expect(oldest).not.toContain('id="reply"');
});

test('a ticket takes one trip to the database, also for what came in', async () => {
  const { amir, nora } = await newDesk();
  const number = await nora.open();
  for (const path of ['', '/updates?after=1']) {
    const answer = await browserOf(amir).ask(`/tickets/${number}${path}`);
    expect(answer.headers.get('Server-Timing')).toContain('trips=1 ');
  }
});

test('updates bring what came after an entry, and the facts as they stand', async () => {
  const { amir, nora } = await newDesk();
  const number = await nora.open('Stuck', 'Old words');
  await amir.reply(number, 'New words');
  const answer = await browserOf(amir).ask(`/tickets/${number}/updates?after=2`);
  const html = await answer.text();
  expect(answer.headers.get('X-After')).toBe('4');
  expect(articles(html).map(([, kind]) => kind)).toEqual(['message', 'event']);
  expect(html).not.toContain('Old words');
  expect(html).toContain('id="ticket-meta"');
  expect(wordsOf(html)).toContain('Waiting on customer');
  expect((await browserOf(amir).ask(`/tickets/${number}/updates?after=%00`)).status).toBe(200);
});

test('a ticket that was opened from a view leads back to it', async () => {
  const { amir, nora } = await newDesk();
  const number = await nora.open();
  const list = await browserOf(amir).page('/tickets?view=unassigned');
  expect(list).toContain(`href="/tickets/${number}?view=unassigned"`);
  const html = await browserOf(amir).page(`/tickets/${number}?view=unassigned`);
  expect(html).toContain('class="back" href="/tickets?view=unassigned"');
});

test('an address that is no number of ours is not found', async () => {
  const { amir, nora } = await newDesk();
  const number = await nora.open();
  for (const text of [
    `0${number}`,
    `${number}.0`,
    '-1',
    '0',
    '1e3',
    'abc',
    '%00',
    '%F0',
    '9'.repeat(30),
    `${number + 1}`,
  ]) {
    expect((await browserOf(amir).ask(`/tickets/${text}`)).status, text).toBe(404);
  }
  expect((await browserOf(amir).ask(`/tickets/${number}?from=nothing`)).status).toBe(200);
});

test('two agents see each other on a ticket, and nobody from elsewhere gets in', async () => {
  const { tenant, amir, nora } = await newDesk();
  const olga = await agentAtWork(await agentOf(tenant, { name: 'Olga Petrova' }));
  const stranger = (await newDesk()).amir;
  const number = await nora.open();
  const upgrade = { headers: { Upgrade: 'websocket', Origin: 'https://app.portico.test' } };
  const live = `/tickets/${number}/live`;
  const [one, two] = [await browserOf(amir).ask(live, upgrade), await browserOf(olga).ask(live, upgrade)];
  expect([one.status, two.status]).toEqual([101, 101]);
  const met = new Promise<string>((resolve) => {
    one.webSocket?.addEventListener('message', ({ data }) => {
      if (String(data).includes('Olga Petrova')) resolve(String(data));
    });
  });
  one.webSocket?.accept();
  two.webSocket?.accept();
  two.webSocket?.send(JSON.stringify({ t: 'typing', kind: 'note' }));
  expect(await met).toContain('Olga Petrova');
  expect((await browserOf(stranger).ask(live, upgrade)).status).toBe(404);
  expect((await browserOf(amir).ask('/tickets/live', upgrade)).status).toBe(101);
  expect((await browserOf(amir).ask(live)).status).toBe(403);
});

test('of many whom a reply reaches, the first are named and the others counted', async () => {
  const { tenant, contact, amir, nora } = await newDesk();
  const number = await nora.open();
  for (const name of ['Ada', 'Bo', 'Cy', 'Di']) {
    const { id } = await contactOf(tenant, { accountId: contact.accountId, name });
    await env.DB.prepare(
      `insert into ticket_people (tenant_id, ticket_id, contact_id, account_id, part, done, public_activity_at)
       select tenant_id, id, ?, account_id, 'participant', done, public_activity_at from tickets where tenant_id = ? and number = ?`,
    )
      .bind(id, tenant.id, number)
      .run();
  }
  const words = wordsOf(await browserOf(amir).page(`/tickets/${number}`));
  expect(words).toMatch(/Goes by mail and portal to Nora Lind, \w+, \w+, and 2 more\./);
});
