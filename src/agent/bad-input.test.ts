import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { browserOf, newDesk } from '../../test/helpers/desk-page.ts';

const form = 'application/x-www-form-urlencoded';

test('what no browser of ours sends is answered in words, stores nothing and is never a 500', async () => {
  const { tenant, amir, nora } = await newDesk();
  const number = await nora.open();
  const browser = browserOf(amir);
  const big = `kind=note&body=${'x'.repeat(300_000)}`;
  const bodies: readonly [body: string, type: string, status: number][] = [
    ['kind=note&body=%FF%FE', form, 400],
    ['kind=note&kind=reply&body=x', form, 400],
    ['kind=note&body=x&tenant_id=ten_1', form, 400],
    ['kind[]=note&body[$ne]=1', form, 400],
    ['{"kind":"note","body":"x"}', 'application/json', 400],
    ['--x\r\n\r\nnote\r\n--x--', 'multipart/form-data; boundary=x', 400],
    ['__proto__=1&constructor=2', form, 400],
    ['&&&===', form, 400],
    [big, form, 413],
  ];
  for (const path of ['entries', 'preview', 'settings']) {
    for (const [body, type, status] of bodies) {
      const answer = await browser.ask(`/tickets/${number}/${path}`, { body, headers: { 'Content-Type': type } });
      expect(answer.status, `${path} ${body.slice(0, 40)}`).toBe(status);
    }
    expect((await browser.ask(`/tickets/${number}/${path}`)).status).toBe(405);
  }
  const notes = env.DB.prepare('SELECT count(*) AS n FROM notes WHERE tenant_id = ?').bind(tenant.id).first('n');
  expect(await notes).toBe(0);
});

test('Markdown ten thousand levels deep is shown as it was typed', async () => {
  const { amir, nora } = await newDesk();
  const number = await nora.open();
  const browser = browserOf(amir);
  const sent = await browser.write(number, { kind: 'note', body: `${'> '.repeat(10_000)}deep` });
  const page = await browser.ask(`/tickets/${number}`);
  expect([sent.status, page.status]).toEqual([303, 200]);
  expect(await page.text()).toContain('deep');
});

test('the first page of the agents leads to their tickets', async () => {
  const { amir } = await newDesk();
  const answer = await browserOf(amir).ask('/');
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/tickets']);
});
