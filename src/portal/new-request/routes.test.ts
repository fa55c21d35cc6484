import { expect, test } from 'vitest';
import { newKey } from '../../../test/helpers/at-work.ts';
import { accountOf, contactOf } from '../../../test/helpers/contact-of.ts';
import { newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { portalOf, typedIn } from '../../../test/helpers/portal-page.ts';
import { fieldOf } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

const path = '/requests/new';
const empty = 'Nothing here yet';

test('a request goes out and its page says that it arrived', async () => {
  const { nora, contact } = await newDesk();
  const portal = portalOf(nora);
  const answer = await portal.request('The gate is stuck', 'It says `E-214`.');
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toBe('/requests/1001?opened');
  const html = await portal.page('/requests/1001?opened');
  expect(wordsOf(html)).toContain(`come by mail to ${contact.email}`);
  expect(html).toContain('<code>E-214</code>');
});

test('a double press, a reload and Back make one request', async () => {
  const portal = portalOf((await newDesk()).nora);
  const form = await portal.filled(path, { subject: 'Once', body: 'Only once.' });
  const twice = await Promise.all([portal.ask(path, { form }), portal.ask(path, { form })]);
  const later = await portal.ask(path, { form });
  const places = [...twice, later].map((answer) => answer.headers.get('Location'));
  expect(new Set(places)).toEqual(new Set(['/requests/1001?opened']));
  expect(await portal.page('/')).toContain('1 request<');
});

test('Back and other words ask before a second request is made', async () => {
  const portal = portalOf((await newDesk()).nora);
  const form = await portal.filled(path, { subject: 'First', body: 'One' });
  await portal.ask(path, { form });
  const asked = await portal.ask(path, { form: { ...form, subject: 'Second', body: 'Two' } });
  const html = await asked.text();
  expect(asked.status).toBe(409);
  expect(html).toContain('Your earlier message was sent. Send this one too?');
  expect([fieldOf(html, 'subject'), typedIn(html, 'body')]).toEqual(['Second', 'Two']);
  expect(fieldOf(html, 'key')).not.toBe(form['key']);
  const sent = await portal.ask(path, { form: { ...form, key: fieldOf(html, 'key'), subject: 'Second', body: 'Two' } });
  expect(sent.headers.get('Location')).toBe('/requests/1002?opened');
});

test.each([
  ['nothing', '', '', ['Subject: Please fill this in.', 'Description: Please fill this in.']],
  ['only blanks', ' \u2003 ', '\n\t\n', ['Subject: Please fill this in.', 'Description: Please fill this in.']],
  ['a long subject', 'x'.repeat(201), 'ok', ['Subject: Please keep this to 200 characters. It has 201.']],
  ['a long text', 'ok', 'y'.repeat(50_001), ['Description: Please keep this to 50,000 characters. It has 50,001.']],
])('%s comes back with all that was typed and what is wrong', async (_, subject, body, faults) => {
  const portal = portalOf((await newDesk()).nora);
  const answer = await portal.ask(path, { form: await portal.filled(path, { subject, body }) });
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toMatch(/<(div|section)[^>]*id="errors"[^>]*autofocus/);
  for (const fault of faults) expect(html).toContain(`>${fault}</a>`);
  expect(fieldOf(html, 'subject')).toBe(subject);
  expect(typedIn(html, 'body')).toBe(body);
  expect(await portal.page('/')).toContain(empty);
});

test('a limit counts what people call characters', async () => {
  const portal = portalOf((await newDesk()).nora);
  expect((await portal.request('👍'.repeat(200), 'ok')).status).toBe(303);
});

test('a priority of the list is taken, any other is not', async () => {
  const portal = portalOf((await newDesk()).nora);
  const form = await portal.filled(path, { subject: 'A', body: 'B' });
  const urgent = /<option value="([^"]*)">Urgent/.exec(await portal.page(path))?.[1] ?? '';
  for (const priority of ['', 'urgent', 'pri_00000000000000000000000000', form['workspace'] ?? '']) {
    const answer = await portal.ask(path, { form: { ...form, priority } });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Priority: Please choose one of the list.');
  }
  expect(await portal.page('/')).toContain(empty);
  expect((await portal.ask(path, { form: { ...form, priority: urgent } })).status).toBe(303);
});

test('the preview without script shows the same page with all that was typed', async () => {
  const portal = portalOf((await newDesk()).nora);
  const form = await portal.filled(path, { subject: 'A & B', body: '**bold** <b>', preview: '1' });
  const answer = await portal.ask(path, { form });
  const html = await answer.text();
  expect(answer.status).toBe(200);
  expect(html).toContain('<strong>bold</strong> &lt;b&gt;');
  expect([fieldOf(html, 'subject'), typedIn(html, 'body')]).toEqual(['A &amp; B', '**bold** <b>']);
  expect(fieldOf(html, 'key')).toBe(form['key']);
  expect(await portal.page('/')).toContain(empty);
});

test('the preview for scripts is the rendering alone, by the renderer of the thread', async () => {
  const portal = portalOf((await newDesk()).nora);
  const form = await portal.filled(path, { subject: 'A', body: '1. one\n<script>x</script>' });
  expect(await (await portal.ask('/preview', { form })).text()).toBe(
    '<ol>\n<li>one<br>\n&lt;script&gt;x&lt;/script&gt;</li>\n</ol>\n',
  );
  expect(await (await portal.ask('/preview', { form: { body: ' ' } })).text()).toContain(
    'There is nothing to preview yet.',
  );
});

test('a follow-up takes subject and link along, from a request that one may see', async () => {
  const { tenant, nora } = await newDesk();
  const number = await nora.open('The old matter');
  const portal = portalOf(nora);
  const form = await portal.filled(`${path}?follow_up=${number}`, { subject: 'The old matter', body: 'Again.' });
  expect(form['follow_up']).toBe(String(number));
  const sent = await portal.ask(path, { form });
  expect(await portal.page(sent.headers.get('Location') ?? '')).toContain(
    `Follow-up of <a href="/requests/${number}">#${number}</a>`,
  );
  const other = portalOf({ signedIn: await signIn(await contactOf(tenant)) });
  const foreign = await other.page(`${path}?follow_up=${number}`);
  expect(foreign).not.toContain('The old matter');
  const claimed = await other.filled(path, { subject: 'Mine', body: 'x', follow_up: String(number) });
  const opened = await other.ask(path, { form: claimed });
  expect(await other.page(opened.headers.get('Location') ?? '')).not.toContain('Follow-up of');
});

test('a session that ended loses no word: they wait for the same contact', async () => {
  const { nora, contact } = await newDesk();
  const portal = portalOf(nora);
  const typed = { subject: 'Unsent', body: 'Three lines\n\nof it' };
  const form = await portal.filled(path, typed);
  await portal.ask('/sign-out', { method: 'POST' });
  const answer = await portal.ask(path, { form });
  expect(answer.status).toBe(401);
  expect(await answer.text()).toContain('What you wrote is kept');
  const again = portalOf({ signedIn: await signIn(contact) });
  const html = await again.page(path);
  expect(html).toContain('Here is what you wrote earlier. It has not been sent yet.');
  expect([fieldOf(html, 'subject'), typedIn(html, 'body')]).toEqual([typed.subject, typed.body]);
  expect((await again.ask(path, { form: await again.filled(path, typed) })).status).toBe(303);
  expect(typedIn(await again.page(path), 'body')).toBe('');
});

test('what is kept shows to nobody else, and follows what it followed', async () => {
  const { tenant, nora, contact } = await newDesk();
  const number = await nora.open('Before');
  const portal = portalOf(nora);
  const form = await portal.filled(`${path}?follow_up=${number}`, { subject: 'Before', body: 'Kept words' });
  await portal.ask('/sign-out', { method: 'POST' });
  await portal.ask(path, { form });
  const colleague = await contactOf(tenant, { accountId: contact.accountId });
  expect(await portalOf({ signedIn: await signIn(colleague) }).page(path)).not.toContain('Kept words');
  const again = portalOf({ signedIn: await signIn(contact) });
  expect((await again.ask(path)).headers.get('Location')).toBe(`${path}?follow_up=${number}`);
  expect(typedIn(await again.page(`${path}?follow_up=${number}`), 'body')).toBe('Kept words');
});

test('a page made for another workspace asks, and the words wait there', async () => {
  const tenant = await newTenant();
  const second = await accountOf(tenant, 'Second');
  const marta = await contactOf(tenant, { also: [{ accountId: second, role: 'member' }] });
  const first = await portalOf({ signedIn: await signIn(marta) }).enter(marta.accountId);
  const form = await first.filled(path, { subject: 'For the first', body: 'Only for the first' });
  const other = await first.enter(second);
  const asked = await other.ask(path, { form });
  const html = await asked.text();
  expect(asked.status).toBe(409);
  expect(html).toContain('This page was made for another workspace');
  expect(wordsOf(html)).toContain('you are now in Second. Nothing was sent.');
  expect(typedIn(html, 'kept')).toBe('Only for the first');
  expect(typedIn(await other.page(path), 'body')).toBe('');
  expect(await other.page('/')).toContain(empty);
  const back = await other.ask('/workspaces', {
    form: { workspace: fieldOf(html, 'workspace'), return_to: fieldOf(html, 'return_to') },
  });
  expect(back.headers.get('Location')).toBe(path);
  const home = await other.enter(marta.accountId);
  expect(typedIn(await home.page(path), 'body')).toBe('Only for the first');
});

test("the tenant's form has an address of its own; others are not there", async () => {
  const portal = portalOf((await newDesk()).nora);
  const form = await portal.filled(`${path}/request`, { subject: 'By name', body: 'x' });
  expect((await portal.ask(`${path}/request`, { form })).status).toBe(303);
  expect((await portal.ask(`${path}/nothing`)).status).toBe(404);
  expect((await portal.ask(`${path}/nothing`, { form: { ...form, key: newKey() } })).status).toBe(404);
});
