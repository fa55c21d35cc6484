import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { browserOf, newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { newField } from '../../../test/helpers/new-field.ts';

const numbersIn = (html: string) => [...html.matchAll(/data-row="(\d+)"/g)].map(([, number]) => Number(number));
const searchFor = (words: string) => `/tickets?${new URLSearchParams({ q: words })}`;

test('an agent searches every account’s subjects, messages and notes, newest first, words marked', async () => {
  const { tenant, amir, nora } = await newDesk();
  const ines = await contactAtWork(await contactOf(tenant, { name: 'Ines Costa' }));
  const first = await nora.open('Valve leaks', 'At the **north** side.');
  const second = await ines.open('Pump', 'The [valve](https://x.test/a) is new.');
  await amir.note(second, 'They bought the wrong valve.');
  const third = await nora.open('Gate');
  const page = await browserOf(amir).page(searchFor('valve'));
  expect(numbersIn(page)).toEqual([second, first]);
  expect(page).toContain('<mark>Valve</mark> leaks');
  expect(page).toContain('They bought the wrong <mark>valve</mark>.');
  expect(wordsOf(page)).toContain('Note They bought');
  expect(wordsOf(page)).toContain('Ines Costa');
  expect(page).toContain('<input type="search" name="q" value="valve"');
  expect(numbersIn(await browserOf(amir).page(searchFor('north side')))).toEqual([first]);
  expect(numbersIn(await browserOf(amir).page(searchFor('gate')))).toEqual([third]);
});

test('a number with its sign opens the ticket; without it the ticket stands first; of nobody’s number nothing is said', async () => {
  const { tenant, amir, nora } = await newDesk();
  const there = await newDesk();
  for (let i = 0; i < 3; i += 1) await there.nora.open();
  const number = await nora.open('The gate');
  const other = await nora.open('Another', `As in ${number}.`);
  const browser = browserOf(amir);
  const opened = await browser.ask(searchFor(`#${number}`));
  expect([opened.status, opened.headers.get('Location')]).toEqual([303, `/tickets/${number}`]);
  const page = await browser.page(searchFor(String(number)));
  expect(wordsOf(page)).toContain(`Ticket ${number}: The gate`);
  expect(numbersIn(page)).toEqual([number, other]);
  for (const missing of ['#1003', '#0', '#999999999']) {
    const answer = await browser.ask(searchFor(missing));
    expect(answer.status, `${missing} of ${tenant.slug}`).toBe(200);
    expect(wordsOf(await answer.text())).toContain('Nothing found');
  }
});

test('where nothing is found the page says how to ask better, and keeps the words', async () => {
  const { amir } = await newDesk();
  const page = await browserOf(amir).page(searchFor('"wombat <script>" & more'));
  expect(page).toContain('value="&quot;wombat &lt;script&gt;&quot; &amp; more"');
  expect(wordsOf(page)).toContain('Nothing found');
  expect(wordsOf(page)).toContain('Try fewer words');
  expect(page).not.toContain('<script>"');
});

test('what people wrote cannot become part of the page', async () => {
  const { amir, nora } = await newDesk();
  await nora.open('<img src=x onerror=alert(1)> needle', 'Text');
  await nora.open('Two', '</p><script>alert(1)</script> needle \u0002x\u0003 `<b>` \u202e');
  const page = await browserOf(amir).page(searchFor('needle'));
  expect(numbersIn(page)).toHaveLength(2);
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; <mark>needle</mark>');
  expect(page).toContain('&lt;script&gt;');
  expect(page).not.toMatch(/<img src=x|<script>alert|\u0002|\u0003/);
});

test('a value says in which field it stands, and agents find those that contacts may not read', async () => {
  const { tenant, contact, amir, nora } = await newDesk();
  const number = await nora.open();
  const field = await newField(tenant, { label: 'Contract', access: 'none' });
  await env.DB.prepare(
    `insert into ticket_field_values (tenant_id, ticket_id, field_id, ordinal, account_id, value, text_key)
     select tenant_id, id, ?3, 0, ?4, '"Gold 24/7"', 'gold 24/7' from tickets where tenant_id = ?1 and number = ?2`,
  )
    .bind(tenant.id, number, field.id, contact.accountId)
    .run();
  expect(wordsOf(await browserOf(amir).page(searchFor('gold 24')))).toContain('Contract Gold 24 /7');
});

test('a long list of hits goes on behind its last one and repeats no ticket; one trip each', async () => {
  const { amir, nora } = await newDesk();
  const all: number[] = [];
  for (let i = 0; i < 27; i += 1) all.push(await nora.open(`Wombat ${i}`, 'wombat'));
  const browser = browserOf(amir);
  const answer = await browser.ask(searchFor('wombat'));
  expect(answer.headers.get('Server-Timing')).toContain('trips=1 ');
  const first = await answer.text();
  const next = /rel="next" href="([^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const second = await browser.page(next);
  expect([...numbersIn(first), ...numbersIn(second)]).toEqual(all.reverse());
  expect(second).toContain('rel="start"');
  expect(second).not.toContain('rel="next"');
});

test('an address that asks for nonsense is answered, and an empty search is the list', async () => {
  const { amir, nora } = await newDesk();
  const number = await nora.open('Wombat');
  const browser = browserOf(amir);
  for (const query of [
    'q=',
    'q=%20%00',
    'q=wombat&before=abc',
    'q=wombat&before=-1',
    'q=wombat&before=99999999999999999',
    'q=wombat&q=b',
  ])
    expect(numbersIn(await browser.page(`/tickets?${query}`)), query).toEqual([number]);
  expect((await browser.ask('/tickets?q=wombat&before=0')).status).toBe(200);
  expect((await browser.ask(`/tickets?q=${'a%20'.repeat(2000)}`)).status).toBe(200);
});

test('agents of another tenant find nothing', async () => {
  const [here, there] = [await newDesk(), await newDesk()];
  const number = await here.nora.open('Echidna', 'Echidna');
  await here.amir.note(number, 'Echidna');
  expect(numbersIn(await browserOf(there.amir).page(searchFor('echidna')))).toEqual([]);
});
