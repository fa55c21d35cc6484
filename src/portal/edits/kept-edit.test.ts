import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { atTime } from '../../../test/helpers/at-time.ts';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { browserOf, newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { formIn } from '../../../test/helpers/form-in.ts';
import { portalOf, typedIn } from '../../../test/helpers/portal-page.ts';

async function scene() {
  const desk = await newDesk();
  const { tenant, contact, nora } = desk;
  const number = await nora.open('The gate', 'It does not open.');
  const path = `/requests/${number}/messages/1/revision`;
  const old = portalOf(nora);
  const typed: Record<string, string> = { ...formIn(await old.page(path), path), body: 'It does not close.' };
  /** Nora's session ends while she writes; she sends, and signs in again. */
  const comeBack = async () => {
    await env.DB.prepare('DELETE FROM sessions WHERE tenant_id = ?').bind(tenant.id).run();
    const ended = await old.ask(path, { form: typed });
    return { ended, portal: portalOf(await contactAtWork(contact)) };
  };
  return { ...desk, number, path, typed, old, comeBack };
}

test('a changed message that a session ended over is back in its own box, and in no reply', async () => {
  const { number, path, comeBack } = await scene();
  const { ended, portal } = await comeBack();
  expect(ended.status).toBe(401);
  const html = await ended.text();
  expect(wordsOf(html)).toContain('What you wrote is kept');
  expect(html).toContain(`href="/sign-in?return_to=${encodeURIComponent(path)}"`);

  expect(typedIn(await portal.page(`/requests/${number}`), 'body')).toBe('');
  const again = await portal.page(path);
  expect(wordsOf(again)).toContain('Here is what you wrote earlier. It is not saved yet.');
  expect(typedIn(again, 'body')).toBe('It does not close.');
  expect((await portal.ask(path, { form: formIn(again, path) })).status).toBe(303);
  const later = await portal.page(path);
  expect(wordsOf(later)).not.toContain('Here is what you wrote earlier');
  expect(typedIn(later, 'body')).toBe('It does not close.');
});

test('words that come back too late to be saved are there to be copied', async () => {
  const { path, comeBack } = await scene();
  const { portal } = await comeBack();
  const late = await atTime(Date.now() + 11 * 60_000, () => portal.page(path));
  expect(wordsOf(late)).toContain('can be edited for ten minutes');
  expect(typedIn(late, 'kept')).toBe('It does not close.');
});

test('a browser keeps an edit of a customer until it hears that it was saved', async () => {
  const { number, path, typed, old } = await scene();
  const html = await old.page(path);
  expect(html).toMatch(new RegExp(`<form-draft[^>]*data-form="edit/${number}/1"[^>]*data-fresh`));
  // Its pictures stay in the kept words, for they stay with the message.
  expect(html).toMatch(/<form-draft[^>]*data-edit/);
  expect(html).not.toContain('Files have to be attached again');
  const wrong = await (await old.ask(path, { form: { ...typed, body: '' } })).text();
  expect(wrong).toContain('<form-draft');
  expect(wrong).not.toContain('data-fresh');
  const saved = await old.ask(path, { form: typed });
  expect(saved.headers.get('Set-Cookie')).toContain(`__Host-sent=${typed['key']}`);
});

test('and an edit of an agent', async () => {
  const { amir, number } = await scene();
  await amir.reply(number, 'Turn it off.');
  const browser = browserOf(amir);
  const path = `/tickets/${number}/messages/3/revision`;
  const html = await browser.page(path);
  expect(html).toMatch(new RegExp(`<form-draft[^>]*data-form="ticket/${number}/edit/3"[^>]*data-fresh`));
  const form: Record<string, string> = { ...formIn(html, path), body: 'Turn it on.' };
  const saved = await browser.ask(path, { form });
  expect(saved.headers.get('Set-Cookie')).toContain(`__Host-sent=${form['key']}`);
});
