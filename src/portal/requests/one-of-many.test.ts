import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { seedManyTickets } from '#onboarding/demo/many-tickets.ts';
import type { AgentAtWork, ContactAtWork } from '../../../test/helpers/at-work.ts';
import { browserOf, newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { subjects } from '../../../test/helpers/list-desk.ts';
import { newField } from '../../../test/helpers/new-field.ts';
import type { TestTenant } from '../../../test/helpers/new-tenant.ts';
import { portalOf, textsOf } from '../../../test/helpers/portal-page.ts';
import { fieldOf } from '../../../test/helpers/request.ts';

// A customer who has asked 5 000 times goes through their list as their browser does.

const tickets = 5000;
const ceiling = 2100;
const formula = '=HYPERLINK("https://x.test","Pay")';

let tenant: TestTenant;
let amir: AgentAtWork;
let nora: ContactAtWork;
/** Numbers of the open requests about doors, the one with the newest activity first. */
let doors: readonly number[];

beforeAll(async () => {
  ({ tenant, amir, nora } = await newDesk());
  await seedManyTickets(env, tenant.id, tickets, Date.now() - 60_000);
  const choices = [
    { id: 'cho_door', label: 'Doors' },
    { id: 'cho_bill', label: 'Billing' },
  ];
  const topic = await newField(tenant, { key: 'topic', label: 'Topic', type: 'select', choices, inList: true });
  const order = await newField(tenant, { key: 'order_no', label: 'Order', inList: true });
  const give = (fieldId: string, value: string, where: string, ...more: readonly string[]) =>
    env.DB.prepare(
      `insert into ticket_field_values (tenant_id, ticket_id, field_id, ordinal, account_id, value, text_key)
       select tenant_id, id, ?2, 0, account_id, json_quote(${value}), lower(${value}) from tickets where tenant_id = ?1 and ${where}`,
    )
      .bind(tenant.id, fieldId, ...more)
      .run();
  await give(topic.id, `iif(number % 11, 'cho_bill', 'cho_door')`, 'true');
  await give(order.id, '?3', 'number % 33 = 0', formula);
  const { results } = await env.DB.prepare(
    `select number from tickets where tenant_id = ? and done = 0 and number % 11 = 0 order by public_activity_at desc, id desc`,
  )
    .bind(tenant.id)
    .all<{ number: number }>();
  doors = results.map(({ number }) => number);
}, 60_000);

/** A page as the browser gets it: in one trip, within what a page may read. */
async function pageAt(path: string): Promise<string> {
  const answer = await portalOf(nora).ask(path);
  expect(answer.status, path).toBe(200);
  const [, trips, rows] = /trips=(\d+) rows=(\d+)/.exec(answer.headers.get('Server-Timing') ?? '') ?? [];
  expect(Number(trips), path).toBe(1);
  expect(Number(rows), path).toBeLessThanOrEqual(ceiling);
  return answer.text();
}

const linkTo = (html: string, words: string) =>
  new RegExp(`<a href="([^"]*)"[^>]*>(?:<bdi>)?${words}`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';

const queryIn = (html: string) => fieldOf(html, 'query').replaceAll('&amp;', '&');

test('a customer with 5 000 requests finds one by a word in a reply', async () => {
  const old = doors.at(-1) ?? 0;
  const sent = await browserOf(amir).write(old, { kind: 'reply', body: 'The **quokkafish** hinge is on its way.' });
  expect(sent.status).toBe(303);
  const found = await pageAt('/?q=quokkafi');
  expect(wordsOf(found)).toContain('Found: 1.');
  expect(found).toContain('The <mark>quokkafish</mark> hinge is on its way.');
  const href = /<a href="(\/requests\/\d+)/.exec(found)?.[1] ?? '';
  expect(href).toBe(`/requests/${old}`);
  expect(wordsOf(await pageAt(href))).toContain('The quokkafish hinge is on its way.');
  doors = [old, ...doors.filter((number) => number !== old)];
});

test('and filters by a field, keeps that as a view, opens the view and takes it away as a file', async () => {
  // What the browser sends of the form above the list: all of its controls.
  const typed = '/?all=1&q=&status=&priority=&requester=&from=&to=&topic=cho_door&order_no=&sort=activity';
  const led = await portalOf(nora).ask(typed);
  expect([led.status, led.headers.get('Location')]).toEqual([303, '/?topic=cho_door&all=1']);
  const filtered = await pageAt('/?topic=cho_door&all=1');
  expect(textsOf(filtered, /<a href="\/requests\/(\d+)[^"]*" dir="auto"/g).map(Number)).toEqual(doors.slice(0, 25));
  expect(subjects(filtered)).toHaveLength(25);
  expect(textsOf(filtered, /<span class="count">([^<]*)/g)).toEqual(['100+']);
  expect(textsOf(filtered, /<title>([^<]*)/g)[0]).toMatch(/^100\+ /);

  // What stands on a later page is not all that was found.
  const older = await pageAt(/rel="next" href="([^"]*)"/.exec(filtered)?.[1]?.replaceAll('&amp;', '&') ?? '');
  expect([subjects(older).length, textsOf(older, /<span class="count">([^<]*)/g)]).toEqual([25, []]);

  const asking = await pageAt(linkTo(filtered, 'Save this view'));
  const form = {
    workspace: fieldOf(asking, 'workspace'),
    query: queryIn(asking),
    name: 'Doors, all years',
    for: 'me',
  };
  const kept = await portalOf(nora).ask('/views', { form });
  expect(kept.status).toBe(303);

  const href = linkTo(await pageAt('/'), 'Doors, all years');
  expect(href).toBe('/?topic=cho_door&all=1');
  const view = await pageAt(href);
  expect(view).toMatch(/aria-current="page"><bdi>Doors, all years/);
  expect(subjects(view)).toEqual(subjects(filtered));

  const query = queryIn(view.slice(view.indexOf('action="/requests.csv"')));
  const file = await portalOf(nora).ask('/requests.csv', { form: { query } });
  expect(file.headers.get('Content-Type')).toContain('text/csv');
  const [head, ...lines] = (await file.text()).trimEnd().split('\r\n');
  expect(head).toContain('Number,Subject,Status,');
  expect(head).toMatch(/,Topic,Order$/);
  expect(lines.map((line) => Number(line.split(',')[0]))).toEqual(doors);
  for (const line of lines) {
    const isOrdered = Number(line.split(',')[0]) % 3 === 0;
    expect(line.endsWith(isOrdered ? `,Doors,"'=HYPERLINK(""https://x.test"",""Pay"")"` : ',Doors,')).toBe(true);
  }
});
