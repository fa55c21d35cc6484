import { expect, test } from 'vitest';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newDesk } from '../../../test/helpers/desk-page.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { portalOf, textsOf } from '../../../test/helpers/portal-page.ts';
import { request } from '../../../test/helpers/request.ts';

const subjects = (html: string) => textsOf(html, /<a href="\/requests\/\d+[^"]*" dir="auto">(.*?)<\/a>/g);
const tabs = (html: string) => textsOf(html, /<span class="unseen">, (\d+ requests?)<\/span>/g);
const monthMs = 30 * 24 * 60 * 60 * 1000;

test('the first visit leads to the first request', async () => {
  const contact = await contactOf(await newTenant());
  const html = await portalOf(await contactAtWork(contact)).page('/');
  expect(html).toContain('Nothing here yet');
  expect(html).toMatch(/<a href="\/requests\/new" class="button primary">/);
  expect(html).not.toContain('Requests by state');
});

test('a member sees what they asked, an admin what the account asked, nobody what others asked', async () => {
  const { tenant, contact, nora } = await newDesk();
  const nils = await contactAtWork(await contactOf(tenant, { role: 'member', accountId: contact.accountId }));
  const ines = await contactAtWork(await contactOf(tenant));
  await nora.open('From Nora');
  await nils.open('From Nils');
  await ines.open('From Ines');
  expect(subjects(await portalOf(nora).page('/'))).toEqual(['From Nils', 'From Nora']);
  expect(subjects(await portalOf(nils).page('/'))).toEqual(['From Nils']);
  expect(subjects(await portalOf(ines).page('/'))).toEqual(['From Ines']);
});

test('each tab says how much is in it, and shows that', async () => {
  const { nora } = await newDesk();
  await nora.open('Still open');
  await nora.solve(await nora.open('Was solved'));
  const portal = portalOf(nora);
  const [open, solved] = [await portal.page('/'), await portal.page('/?tab=solved')];
  expect(subjects(open)).toEqual(['Still open']);
  expect(subjects(solved)).toEqual(['Was solved']);
  expect(tabs(open)).toEqual(['1 request', '1 request']);
  expect(await portalOf(await contactAtWork(await contactOf((await newDesk()).tenant))).page('/?tab=solved')).toContain(
    'Ask your first question',
  );
});

test('what is new since I last looked is marked in words until I look', async () => {
  const { nora, amir } = await newDesk();
  const number = await nora.open('Tell me');
  const portal = portalOf(nora);
  expect(await portal.page('/')).not.toContain('class="pill"');
  await amir.reply(number, 'Here it is.');
  expect(await portal.page('/')).toContain(
    `<a href="/requests/${number}#new" dir="auto">Tell me</a><span class="pill">New`,
  );
  await portal.ask(`/requests/${number}`, { method: 'HEAD' });
  await portal.ask(`/requests/${number}`, { headers: { 'Sec-Purpose': 'prefetch;prerender' } });
  await portal.ask(`/requests/${number}/updates?after=2`);
  expect(await portal.page('/')).toContain('class="pill"');
  await portal.page(`/requests/${number}`);
  expect(await portal.page('/')).not.toContain('class="pill"');
});

test('what came in while the page was open is not new, as far as it was shown', async () => {
  const { nora, amir } = await newDesk();
  const number = await nora.open('Tell me');
  const portal = portalOf(nora);
  await portal.page(`/requests/${number}`);
  await amir.reply(number, 'Here it is.');
  const tell = (seen: string) => portal.ask(`/requests/${number}/reading`, { form: { seen } });
  expect((await tell('2')).status).toBe(204);
  expect(await portal.page('/')).toContain('class="pill"');
  await tell('9999999999');
  expect(await portal.page('/')).not.toContain('class="pill"');
  await amir.reply(number, 'And more.');
  expect(await portal.page('/')).toContain('class="pill"');
  expect((await tell('-1')).status).toBe(400);
});

test('a page has 25, and the older ones follow without gap or repeat', async () => {
  const { nora } = await newDesk();
  for (let n = 1; n <= 27; n += 1) await nora.open(`Number ${n}`, 'x', { now: Date.now() - (30 - n) * 1000 });
  const portal = portalOf(nora);
  const first = await portal.page('/');
  const next = /<a class="button quiet" rel="next" href="([^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const second = await portal.page(next);
  expect(subjects(first)).toHaveLength(25);
  expect([...subjects(first), ...subjects(second)]).toEqual(Array.from({ length: 27 }, (_, i) => `Number ${27 - i}`));
  expect(second).toContain('rel="start" href="/"');
  expect(second).not.toContain('<live-list');
});

test.each(['?before=%00', '?before=WzEsInRrdF8iXQ', '?before=e30', '?tab=nothing&all=yes', '?before=x&before=y'])(
  'an address that no link of ours wrote begins at the top: %s',
  async (query) => {
    const { nora } = await newDesk();
    await nora.open('Here');
    const portal = portalOf(nora);
    const answer = await portal.ask(`/${query}`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe('/');
    expect(subjects(await portal.page('/'))).toEqual(['Here']);
    expect(subjects(await portal.page(`/requests/updates${query}`))).toEqual(['Here']);
  },
);

test('what is older than a year stands behind one link', async () => {
  const { nora } = await newDesk();
  await nora.open('Long ago', 'x', { now: Date.now() - 13 * monthMs });
  const portal = portalOf(nora);
  const year = await portal.page('/');
  expect(subjects(year)).toEqual([]);
  expect(year).toContain('Nothing in the last 12 months');
  expect(year).toContain('<a href="/?all=1">Show all</a>');
  expect(subjects(await portal.page('/?all=1'))).toEqual(['Long ago']);
});

test('the list costs one trip to the database', async () => {
  const { nora, amir } = await newDesk();
  await amir.reply(await nora.open(), 'Yes');
  const portal = portalOf(nora);
  await portal.page('/');
  expect((await portal.ask('/')).headers.get('Server-Timing')).toMatch(/trips=1 /);
  expect((await portal.ask('/requests/updates')).headers.get('Server-Timing')).toMatch(/trips=1 /);
});

test('updates bring the pieces of the list anew, for the same place in it', async () => {
  const { nora } = await newDesk();
  await nora.open('Open one');
  const portal = portalOf(nora);
  expect(await portal.page('/?tab=solved')).toContain('data-updates="/requests/updates?tab=solved"');
  const pieces = await portal.page('/requests/updates');
  expect(pieces).toMatch(/^<div id="request-tabs">[\s\S]*<div id="requests">/);
  expect(subjects(pieces)).toEqual(['Open one']);
  expect(subjects(await portal.page('/requests/updates?tab=solved'))).toEqual([]);
});

test('the live list takes sockets of its own pages only', async () => {
  const { nora } = await newDesk();
  const { host, ask } = portalOf(nora);
  const upgrade = { Upgrade: 'websocket', Origin: `https://${host}` };
  expect((await ask('/live', { headers: { ...upgrade, Origin: 'https://evil.test' } })).status).toBe(403);
  expect((await request(host, '/live', { headers: upgrade })).status).toBe(401);
  const answer = await ask('/live', { headers: upgrade });
  expect(answer.status).toBe(101);
  answer.webSocket?.accept();
  answer.webSocket?.close();
});

test('signed out, home leads to the sign-in page and back', async () => {
  const { host } = await newTenant();
  const answer = await request(host, '/?tab=solved');
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toBe('/sign-in?return_to=%2F%3Ftab%3Dsolved');
});
