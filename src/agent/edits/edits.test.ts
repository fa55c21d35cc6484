import { expect, test } from 'vitest';
import { mostEdits } from '#tickets/edits/edit-rules.ts';
import { browserOf, newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { typedIn } from '../../../test/helpers/portal-page.ts';
import { fieldOf } from '../../../test/helpers/request.ts';

/** Amir has just answered. */
async function answered() {
  const { amir, nora } = await newDesk();
  const number = await nora.open('The gate is stuck', 'It does not open.');
  await amir.reply(number, 'We come on **Monday** at noon.');
  const browser = browserOf(amir);
  const [path = ''] = /\/tickets\/\d+\/messages\/\d+\/revision/.exec(await browser.page(`/tickets/${number}`)) ?? [];
  const post = async (form: Record<string, string>, headers: Record<string, string> = {}) =>
    browser.ask(path, { form: { key: fieldOf(await browser.page(path), 'key'), ...form }, headers });
  return { browser, number, path, post };
}

test('an agent sees their reply as it will read before they save it, with script and without', async () => {
  const { browser, number, post } = await answered();
  const words = 'We come on *Friday* <script>alert(1)</script>';
  const fragment = await (await post({ body: words, preview: '1' }, { 'Sec-Fetch-Dest': 'empty' })).text();
  expect(fragment).toContain('on <em>Friday</em> &lt;script&gt;');
  expect(fragment).not.toContain('<html');
  const page = await post({ body: words, preview: '1' });
  expect(page.status).toBe(200);
  const html = await page.text();
  expect(html).toContain('<em>Friday</em>');
  expect(typedIn(html, 'body')).toContain('We come on *Friday*');
  expect(wordsOf(await browser.page(`/tickets/${number}`))).toContain('We come on Monday at noon.');
});

test('the versions of a message say word by word what each edit took out and put in', async () => {
  const { browser, path, post } = await answered();
  await post({ body: 'We come on **Friday** at noon.' });
  await post({ body: 'We come on **Friday**.' });
  const html = await browser.page(path.replace('revision', 'versions'));
  const words = wordsOf(html);
  expect(words).toMatch(
    /Version 2.*\[taken out: \*\*Friday\*\* at noon\.\s*\].*\[put in: \*\*Friday\*\*\.\s*\].*Version 1/,
  );
  expect(words).toMatch(/Version 1.*We come on \[taken out: \*\*Monday\*\* \] \[put in: \*\*Friday\*\* \] at noon\./);
  expect(html).toMatch(/<del>[\s\S]*Monday[\s\S]*<\/del>\s*<ins>[\s\S]*Friday/);
});

test('nothing hides behind many changes: twenty are kept and shown, and there is none more', async () => {
  const { browser, path, post } = await answered();
  for (let n = 1; n <= mostEdits; n += 1) expect((await post({ body: `Words ${n}` })).status).toBe(303);
  const refused = await browser.ask(path, { form: { key: crypto.randomUUID(), body: 'Words 21' } });
  expect(refused.status).toBe(422);
  const html = await refused.text();
  expect(wordsOf(html)).toContain('This message has been edited many times');
  expect(html).toContain('Words 21');
  const versions = wordsOf(await browser.page(path.replace('revision', 'versions')));
  expect(versions.match(/Version \d+/g)).toHaveLength(mostEdits);
});
