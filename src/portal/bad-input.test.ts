import { describe, expect, test } from 'vitest';
import { newDesk } from '../../test/helpers/desk-page.ts';
import { portalOf, typedIn } from '../../test/helpers/portal-page.ts';
import { fieldOf } from '../../test/helpers/request.ts';

const urlencoded = 'application/x-www-form-urlencoded';

async function atWork() {
  const { nora } = await newDesk();
  const number = await nora.open('Here', 'First words');
  const portal = portalOf(nora);
  const path = `/requests/${number}/messages`;
  const form = await portal.filled(`/requests/${number}`, { body: 'Words' });
  const body = new URLSearchParams(form).toString();
  const send = (sent: BodyInit, type: string | null = urlencoded) =>
    portal.ask(path, { body: sent, headers: { 'Content-Type': type } });
  const stored = async () =>
    [...(await portal.page(`/requests/${number}`)).matchAll(/<li class="entry message"/g)].length - 1;
  return { portal, number, path, form, body, send, stored };
}

type Sent = { readonly body: string; readonly type?: string | null };

test.each<[string, number, (body: string) => Sent]>([
  ['a field twice', 400, (body) => ({ body: `${body}&body=again` })],
  ['a field that the form does not have', 400, (body) => ({ body: `${body}&role=admin` })],
  ['__proto__ as a field', 400, (body) => ({ body: `${body}&__proto__=x` })],
  ['bytes that are no UTF-8', 400, (body) => ({ body: `${body}%C3%28` })],
  ['an overlong UTF-8 form', 400, (body) => ({ body: `${body}%C0%AF` })],
  ['a percent sign alone', 400, (body) => ({ body: `${body}%` })],
  ['JSON', 400, () => ({ body: '{"body":"Words"}', type: 'application/json' })],
  ['a multipart form', 400, () => ({ body: '--x\r\n\r\n--x--', type: 'multipart/form-data; boundary=x' })],
  ['no type', 400, (body) => ({ body, type: null })],
  ['no fields at all', 400, () => ({ body: '' })],
  ['a key of another kind', 400, (body) => ({ body: body.replace(/key=[^&]*/, 'key=tkt_1;drop') })],
  ['no workspace', 400, (body) => ({ body: body.replace(/workspace=[^&]*/, '') })],
  ['a body over 256 kB', 413, (body) => ({ body: body + 'x'.repeat(256 * 1024) })],
])('%s is answered by words, and nothing is stored', async (_, status, change) => {
  const { body, send, stored } = await atWork();
  const { body: sent, type = urlencoded } = change(body);
  const answer = await send(new TextEncoder().encode(sent), type);
  expect(answer.status).toBe(status);
  expect(await answer.text()).toMatch(/Press Back, your text is still there/);
  expect(await stored()).toBe(0);
});

test('a body over the limit is stopped also when it says no length', async () => {
  const { body, send, stored } = await atWork();
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(new TextEncoder().encode(sent === 1 ? body : 'x'.repeat(64 * 1024)));
      if (sent > 64) controller.close();
    },
  });
  expect((await send(endless)).status).toBe(413);
  expect(sent).toBeLessThan(16);
  expect(await stored()).toBe(0);
});

describe('a form from elsewhere', () => {
  test.each<[string, Record<string, string | null>]>([
    ['another site', { Origin: 'https://evil.test' }],
    ['a sibling host', { Origin: 'https://other.portico.test' }],
    ['no page at all', { Origin: null }],
    ['a page that hides', { Origin: 'null' }],
    ['our own name over plain http', { Origin: 'http://portico.test' }],
    ['a cross-site fetch', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a same-site fetch', { 'Sec-Fetch-Site': 'same-site' }],
  ])('%s is refused', async (_, headers) => {
    const { portal, path, form, stored } = await atWork();
    const answer = await portal.ask(path, { form, headers });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('This came from another page');
    expect(await stored()).toBe(0);
  });
});

test('a method that an address does not take says which it takes', async () => {
  const { portal, number, path } = await atWork();
  const wrong: [string, string, string][] = [
    ['GET', path, 'POST'],
    ['POST', `/requests/${number}`, 'GET, HEAD'],
    ['DELETE', `/requests/${number}`, 'GET, HEAD'],
    ['PUT', '/requests/new', 'GET, HEAD, POST'],
    ['GET', '/preview', 'POST'],
  ];
  for (const [method, place, allow] of wrong) {
    const answer = await portal.ask(place, { method });
    expect([method, place, answer.status, answer.headers.get('Allow')]).toEqual([method, place, 405, allow]);
  }
});

test('addresses that nothing answers are not found', async () => {
  const { portal } = await atWork();
  for (const path of [
    '/requests',
    '/organization',
    '/help',
    '/admin',
    '/requests/1001/notes',
    '//',
    '/%00',
    '/brand/../x',
  ]) {
    expect((await portal.ask(path)).status, path).toBe(404);
  }
});

test('unseen and turning characters are not stored, line ends are ours', async () => {
  const { portal, number, form, path } = await atWork();
  const body = 'a\u0000b\u0007c \u202Edrow\u202C\r\nnext\rlast\u2066x\u2069\ud800';
  await portal.ask(path, { form: { ...form, body: body.replace('\ud800', '') } });
  const html = await portal.page(`/requests/${number}`);
  expect(html).toContain('<p>abc drow<br>\nnext<br>\nlastx</p>');
  expect(html).not.toMatch(/[\u0000\u0007\u202a-\u202e\u2066-\u2069]/);
  const sent = await portal.request('One\r\nline\u202E only', 'x');
  expect(await portal.page(sent.headers.get('Location') ?? '')).toContain('One line only');
});

test.each([
  ['quotes', '>'.repeat(10_000)],
  ['lists', Array.from({ length: 200 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n')],
  ['brackets', '['.repeat(10_000)],
  ['emphasis', '*a **b '.repeat(5_000)],
  ['backticks', Array.from({ length: 300 }, (_, i) => '`'.repeat(i)).join(' ')],
])('Markdown nested without end is shown, not choked on: %s', async (_, body) => {
  const { portal, number, form, path } = await atWork();
  expect((await portal.ask(path, { form: { ...form, body } })).status).toBe(303);
  expect((await portal.ask(`/requests/${number}`)).status).toBe(200);
});

test('what people type stays text wherever it is shown', async () => {
  const { portal } = await atWork();
  const hostile = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
  const sent = await portal.request(hostile, hostile);
  const path = sent.headers.get('Location')?.split('?')[0] ?? '';
  const again = await portal.ask('/requests/new', {
    form: await portal.filled('/requests/new', { subject: hostile, body: '' }),
  });
  const pages = [await portal.page(path), await portal.page('/'), await again.text()];
  for (const html of pages) {
    expect(html).not.toMatch(/<img[^>]*onerror|<script>alert/);
    expect(html).toContain('&lt;script&gt;');
  }
  expect(typedIn(pages[2] ?? '', 'body')).toBe('');
  expect(fieldOf(pages[2] ?? '', 'subject')).toContain('&quot;&gt;&lt;img');
});
