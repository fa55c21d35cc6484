import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { browserOf, type Desk, newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { fieldOf } from '../../../test/helpers/request.ts';

const count = async (table: 'messages' | 'notes' | 'outbox', { tenant }: Desk, where = '1') =>
  env.DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE tenant_id = ? AND ${where}`)
    .bind(tenant.id)
    .first<number>('n');

const composerIn = (html: string) => /<form[^>]*id="reply"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';

test('a reply goes out to the customer and leaves the ticket waiting', async () => {
  const desk = await newDesk();
  const number = await desk.nora.open();
  const browser = browserOf(desk.amir);
  const answer = await browser.write(number, { kind: 'reply', body: 'Turn it **off**.' });
  const html = await browser.page(`/tickets/${number}`);

  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/tickets/${number}#reply`]);
  expect(html).toContain('Turn it <strong>off</strong>.');
  expect(wordsOf(html)).toContain('Waiting on customer');
  expect(await count('outbox', desk, "kind = 'new_reply'")).toBe(1);
});

test('a reply can leave the ticket open or solve it, with one mail', async () => {
  const desk = await newDesk();
  const browser = browserOf(desk.amir);
  const [open, solved] = [await desk.nora.open(), await desk.nora.open()];
  await browser.write(open, { kind: 'reply', body: 'I look into it.', status: 'open' });
  await browser.write(solved, { kind: 'reply', body: 'Done.', status: 'solved' });
  expect(wordsOf(await browser.page(`/tickets/${open}`))).toContain(`#${open} Open`);
  expect(wordsOf(await browser.page(`/tickets/${solved}`))).toContain(`#${solved} Solved`);
  expect(await count('outbox', desk, "kind = 'request_solved'")).toBe(1);
});

test('a note stays inside: no message, no mail, whatever status stands beside it', async () => {
  const desk = await newDesk();
  const number = await desk.nora.open();
  const mails = await count('outbox', desk);
  const browser = browserOf(desk.amir);
  await browser.write(number, { kind: 'note', body: 'She is cross.', status: 'solved' });
  expect([await count('notes', desk), await count('messages', desk), await count('outbox', desk)]).toEqual([
    1,
    1,
    mails,
  ]);
  expect(wordsOf(await browser.page(`/tickets/${number}`))).toContain(`#${number} New`);
});

test('a form that does not say which it is is sent as neither', async () => {
  const desk = await newDesk();
  const number = await desk.nora.open();
  const browser = browserOf(desk.amir);
  const { kind: _, ...form } = await browser.composer(number, { kind: 'note', body: 'She is cross.' });
  expect((await browser.ask(`/tickets/${number}/entries`, { form })).status).toBe(400);
  expect([await count('notes', desk), await count('messages', desk)]).toEqual([0, 1]);
});

test('a double click, a reload and Back make one message', async () => {
  const desk = await newDesk();
  const number = await desk.nora.open();
  const browser = browserOf(desk.amir);
  const form = await browser.composer(number, { kind: 'reply', body: 'Once.' });
  const answers = await Promise.all([1, 2, 3].map(() => browser.ask(`/tickets/${number}/entries`, { form })));
  const late = await browser.ask(`/tickets/${number}/entries`, { form });
  expect([...answers, late].map(({ status }) => status)).toEqual([303, 303, 303, 303]);
  expect(await count('messages', desk)).toBe(2);
});

test('other words under a key that was used are kept, and the next press sends them', async () => {
  const desk = await newDesk();
  const number = await desk.nora.open();
  const browser = browserOf(desk.amir);
  const form = await browser.composer(number, { kind: 'reply', body: 'First.' });
  await browser.ask(`/tickets/${number}/entries`, { form });
  const stopped = await browser.ask(`/tickets/${number}/entries`, { form: { ...form, body: 'Second.' } });
  const html = composerIn(await stopped.text());
  const again = { ...form, body: 'Second.', key: fieldOf(html, 'key'), seen: fieldOf(html, 'seen') };
  expect(stopped.status).toBe(409);
  expect(html).toContain('Second.');
  expect((await browser.ask(`/tickets/${number}/entries`, { form: again })).status).toBe(303);
  expect(await count('messages', desk)).toBe(3);
});

test('a send onto a thread that moved on stops, shows what came in, keeps the text, and a second press sends', async () => {
  const desk = await newDesk();
  const number = await desk.nora.open();
  const browser = browserOf(desk.amir);
  const form = await browser.composer(number, { kind: 'reply', body: 'Restart it.', status: 'open' });
  await desk.nora.reply(number, 'It works again!');
  const stopped = await browser.ask(`/tickets/${number}/entries`, { form });
  const html = await stopped.text();
  const composer = composerIn(html);

  expect(stopped.status).toBe(409);
  expect(await count('messages', desk)).toBe(2);
  expect(wordsOf(html)).toContain('Not sent yet: something came in while you were writing.');
  expect(html.indexOf('Came in while you were writing')).toBeLessThan(html.indexOf('It works again!'));
  expect(composer).toContain('Restart it.');
  expect(composer).toMatch(/<option value="open" selected/);
  const again = { ...form, key: fieldOf(composer, 'key'), seen: fieldOf(composer, 'seen') };
  expect((await browser.ask(`/tickets/${number}/entries`, { form: again })).status).toBe(303);
  expect(await count('messages', desk)).toBe(3);
});

test('what the agent did in another tab stops nothing', async () => {
  const desk = await newDesk();
  const number = await desk.nora.open();
  const browser = browserOf(desk.amir);
  const form = await browser.composer(number, { kind: 'reply', body: 'Restart it.' });
  await browser.write(number, { kind: 'note', body: 'Mine.' });
  expect((await browser.ask(`/tickets/${number}/entries`, { form })).status).toBe(303);
});

test('a preview shows the text rendered, sends nothing, and everything typed is still there', async () => {
  const desk = await newDesk();
  const number = await desk.nora.open();
  const browser = browserOf(desk.amir);
  const form = await browser.composer(number, { kind: 'note', body: 'Very **loud**', status: 'open' });
  const composer = composerIn(await (await browser.ask(`/tickets/${number}/preview`, { form })).text());
  expect(composer).toContain('Very <strong>loud</strong>');
  expect(composer).toContain('Very **loud**');
  expect(composer).toMatch(/value="note" checked/);
  expect([await count('notes', desk), fieldOf(composer, 'key')]).toEqual([0, form.key]);

  const headers = { 'Sec-Fetch-Dest': 'empty', 'Sec-Fetch-Site': 'same-origin' };
  const piece = await browser.ask(`/tickets/${number}/preview`, { form, headers });
  expect(await piece.text()).toBe('<p>Very <strong>loud</strong></p>\n');
});

test('a preview is no way around what came in meanwhile', async () => {
  const desk = await newDesk();
  const number = await desk.nora.open();
  const browser = browserOf(desk.amir);
  const form = await browser.composer(number, { kind: 'reply', body: 'Restart it.' });
  await desk.nora.reply(number, 'It works again!');
  const composer = composerIn(await (await browser.ask(`/tickets/${number}/preview`, { form })).text());
  const send = { ...form, seen: fieldOf(composer, 'seen') };
  expect((await browser.ask(`/tickets/${number}/entries`, { form: send })).status).toBe(409);
});

test('nothing and too much come back with the text and a word at the field', async () => {
  const desk = await newDesk();
  const number = await desk.nora.open();
  const browser = browserOf(desk.amir);
  const empty = await browser.write(number, { kind: 'reply', body: ' \u0000\u202e ' });
  const long = await browser.write(number, { kind: 'note', body: 'x'.repeat(50_001) });
  const html = composerIn(await long.text());
  expect([empty.status, long.status]).toEqual([422, 422]);
  expect(wordsOf(await empty.text())).toContain('Please fill this in.');
  expect(wordsOf(html)).toContain('Please keep this to 50,000 characters. It has 50,001.');
  expect(html).toContain('x'.repeat(50_001));
  expect([await count('messages', desk), await count('notes', desk)]).toEqual([1, 0]);
});

test('a closed ticket takes no reply; the text is kept and can become a note', async () => {
  const desk = await newDesk();
  const number = await desk.nora.open();
  const browser = browserOf(desk.amir);
  const form = await browser.composer(number, { kind: 'reply', body: 'One more thing.' });
  await desk.amir.set(number, { field: 'status', to: await desk.amir.statusId('closed') });
  const stopped = await browser.ask(`/tickets/${number}/entries`, { form });
  const html = await stopped.text();
  expect(stopped.status).toBe(409);
  expect(wordsOf(html)).toContain('Not sent: this ticket is closed');
  expect(composerIn(html)).toContain('One more thing.');
  expect(composerIn(html)).not.toContain('value="reply"');
  expect((await browser.write(number, { kind: 'note', body: 'One more thing.' })).status).toBe(303);
});

test('fields that no form of ours sends are refused and nothing is stored', async () => {
  const desk = await newDesk();
  const number = await desk.nora.open();
  const browser = browserOf(desk.amir);
  const form = await browser.composer(number, { kind: 'reply', body: 'Words' });
  const changes = [
    { key: '' },
    { key: 'a b' },
    { seen: '-1' },
    { seen: '1e3' },
    { status: 'closed' },
    { kind: 'both' },
    { author_id: 'agt_1' },
  ];
  for (const change of changes) {
    const answer = await browser.ask(`/tickets/${number}/entries`, { form: { ...form, ...change } });
    expect(answer.status, JSON.stringify(change)).toBe(400);
  }
  expect(await count('messages', desk)).toBe(1);
});
