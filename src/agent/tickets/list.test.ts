import { expect, test } from 'vitest';
import { agentOf } from '../../../test/helpers/agent-of.ts';
import { agentAtWork } from '../../../test/helpers/at-work.ts';
import { browserOf, newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';

const hour = 3_600_000;
const ago = (hours: number) => Date.now() - hours * hour;

/** Numbers of the tickets of a list, in its order. */
const numbersIn = (html: string) => [...html.matchAll(/data-row="(\d+)"/g)].map(([, number]) => Number(number));

test('each view holds its own tickets, and says how many there are', async () => {
  const { amir, nora } = await newDesk();
  const browser = browserOf(amir);
  const [mine, free, done] = [await nora.open('Mine'), await nora.open('Free'), await nora.open('Done')];
  await amir.set(mine, { field: 'assignee', to: amir.claim.agentId });
  await amir.reply(done, 'Here you are.', { then: 'solved' });

  expect(numbersIn(await browser.page('/tickets')).sort()).toEqual([mine, free].sort());
  expect(numbersIn(await browser.page('/tickets?view=mine'))).toEqual([mine]);
  expect(numbersIn(await browser.page('/tickets?view=unassigned'))).toEqual([free]);
  expect(numbersIn(await browser.page('/tickets?view=solved'))).toEqual([done]);
  expect(wordsOf(await browser.page('/tickets'))).toContain('Mine 1 Unassigned 1 All open 2 Solved 1');
});

test('a row names status, number, requester, account, assignee, priority, source and how long the customer waits', async () => {
  const { amir, nora } = await newDesk();
  const number = await nora.open('The gate is stuck', 'Since Monday.', { now: ago(5) });
  await amir.set(number, { field: 'assignee', to: amir.claim.agentId });
  const row = /<tr data-row[\s\S]*?<\/tr>/.exec(await browserOf(amir).page('/tickets'))?.[0] ?? '';
  const words = wordsOf(row);
  for (const word of [
    'New',
    String(number),
    'The gate is stuck',
    'Portal',
    'Nora Lind',
    'Customer',
    'Amir Haddad',
    'Normal',
    '5 hr',
  ]) {
    expect(words).toContain(word);
  }
});

test('the list sorts by the last customer message or by age, either way round', async () => {
  const { amir, nora } = await newDesk();
  const first = await nora.open('First', 'Text', { now: ago(9) });
  const second = await nora.open('Second', 'Text', { now: ago(6) });
  await nora.reply(first, 'Any news?', { now: ago(3) });
  const order = async (query: string) => numbersIn(await browserOf(amir).page(`/tickets?${query}`));

  expect(await order('')).toEqual([first, second]);
  expect(await order('dir=asc')).toEqual([second, first]);
  expect(await order('sort=age')).toEqual([first, second]);
  expect(await order('sort=age&dir=desc')).toEqual([second, first]);
});

test('who waits longest stands above the list, with a link', async () => {
  const { amir, nora } = await newDesk();
  const answered = await nora.open('Answered', 'Text', { now: ago(90) });
  const longest = await nora.open('Longest', 'Text', { now: ago(80) });
  await nora.open('Shorter', 'Text', { now: ago(2) });
  await amir.reply(answered, 'Done.');
  const page = await browserOf(amir).page('/tickets');
  expect(wordsOf(page)).toContain(`Longest wait, 3 days : ${longest} Longest`);
  expect(page).toContain(`href="/tickets/${longest}"`);
});

test('a long list comes in pages of fifty that miss and repeat nothing', async () => {
  const { amir, nora } = await newDesk();
  const browser = browserOf(amir);
  const all: number[] = [];
  for (let i = 0; i < 52; i += 1) all.push(await nora.open(`Ticket ${i}`, 'Text', { now: ago(100 - i) }));
  const first = await browser.page('/tickets');
  const next = /rel="next" href="([^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const second = await browser.page(next);
  expect(numbersIn(first)).toHaveLength(50);
  expect([...numbersIn(first), ...numbersIn(second)]).toEqual(all.reverse());
  expect(second).toContain('href="/tickets"');
});

test('an empty view says what will be there', async () => {
  const { amir } = await newDesk();
  expect(wordsOf(await browserOf(amir).page('/tickets?view=mine'))).toContain('Nothing waits for you');
});

test('what is new since the list was made is counted, for its view only', async () => {
  const { amir, nora } = await newDesk();
  const browser = browserOf(amir);
  await nora.open('Old', 'Text', { now: ago(1) });
  const since = Date.now() - 1000;
  const quiet = await browser.page(`/tickets/news?view=open&since=${since}`);
  await nora.open('New one');
  await nora.open('New two');
  const news = await browser.page(`/tickets/news?view=unassigned&since=${since}`);
  const mine = await browser.page(`/tickets/news?view=mine&since=${since}`);

  expect(quiet).toContain('<div id="news"></div>');
  expect(wordsOf(news)).toContain('2 new or changed');
  expect(news).toContain('href="/tickets?view=unassigned"');
  expect(news).toContain('<span class="count" id="count-open">3</span>');
  expect(mine).toContain('<div id="news"></div>');
});

test('the list and its news each take one trip to the database', async () => {
  const { amir, nora } = await newDesk();
  await nora.open();
  for (const path of ['/tickets', '/tickets?view=mine&sort=age', '/tickets/news?view=open&since=1']) {
    expect((await browserOf(amir).ask(path)).headers.get('Server-Timing')).toContain('trips=1 ');
  }
});

test('an address that asks for nonsense shows the usual list', async () => {
  const { amir, nora } = await newDesk();
  const number = await nora.open();
  const nonsense = 'view=theirs&sort=luck&dir=up&behind=%00%F0&behind=WzEsInRrdF8iXQ&since=soon';
  for (const path of [`/tickets?${nonsense}`, '/tickets?behind=WzEsMl0', `/tickets?behind=${'a'.repeat(5000)}`]) {
    const answer = await browserOf(amir).ask(path);
    expect(answer.status).toBe(200);
    expect(numbersIn(await answer.text())).toEqual([number]);
  }
  expect((await browserOf(amir).ask(`/tickets/news?${nonsense}`)).status).toBe(200);
});

test("another tenant's tickets are in no view and in no count", async () => {
  const [here, there] = [await newDesk(), await newDesk()];
  await there.nora.open('Secret of the other');
  const page = await browserOf(here.amir).page('/tickets');
  expect(page).not.toContain('Secret of the other');
  expect(wordsOf(page)).toContain('All open 0');
});

test("a colleague's tickets are not mine", async () => {
  const { tenant, amir, nora } = await newDesk();
  const olga = await agentAtWork(await agentOf(tenant, { name: 'Olga Petrova' }));
  const number = await nora.open();
  await olga.set(number, { field: 'assignee', to: olga.claim.agentId });
  expect(numbersIn(await browserOf(amir).page('/tickets?view=mine'))).toEqual([]);
  expect(numbersIn(await browserOf(olga).page('/tickets?view=mine'))).toEqual([number]);
});
