import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contactAtWork } from '../../test/helpers/at-work.ts';
import { contactOf } from '../../test/helpers/contact-of.ts';
import { newDesk } from '../../test/helpers/desk-page.ts';
import { find, numbersOf } from '../../test/helpers/find-tickets.ts';
import { readSnippet } from './snippet.ts';

// Scripts that set no blanks between words: any part of a text is found.

test('a word inside a run of Chinese, Japanese or Thai is found, and marked as it stands', async () => {
  const { tenant, amir, nora } = await newDesk();
  const chinese = await nora.open('发票', '请把上个月的发票寄给我，谢谢。');
  const japanese = await nora.open('質問', '門の電池を交換したいのですが、ABC-12の在庫はありますか。');
  const thai = await nora.open('ประตู', 'ประตูเปิดไม่ได้ตั้งแต่เมื่อวาน');
  await nora.open('Other', '寄发票');
  for (const [typed, number] of [
    ['上个月', chinese],
    ['月的发票', chinese],
    ['谢谢 请把', chinese],
    ['電池', japanese],
    ['池', japanese],
    ['在庫 ABC', japanese],
    ['"電池を交換"', japanese],
    ['12の在', japanese],
    ['ไม่ได้', thai],
    ['เมื่อวาน', thai],
  ] as const)
    for (const who of [nora, amir]) expect(await numbersOf(tenant, who, typed), typed).toEqual([number]);
  for (const typed of ['月上个', '電を', '池電', '在庫ABC', '发的'])
    expect(await numbersOf(tenant, nora, typed), typed).toEqual([]);
  const { hits } = await find(tenant, nora, '電池を');
  const parts = readSnippet(hits[0]?.snippet ?? '', 'message');
  expect(parts.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual(['電池を']);
  expect(parts.map(({ text }) => text).join('')).toContain('門の電池を交換したい');
});

test('what is changed, moved or removed is found as it is now', async () => {
  const { tenant, amir, nora } = await newDesk();
  const ines = await contactAtWork(await contactOf(tenant));
  const number = await nora.open('One', '古い電池です');
  const body = (text: string) =>
    env.DB.prepare('update messages set body = ? where tenant_id = ?').bind(text, tenant.id).run();
  for (const [text, there, gone] of [
    ['新しい電源です', '電源', '電池'],
    ['A new battery', 'batter', '電源'],
    ['電線 here', '電線', 'battery'],
  ] as const) {
    await body(text);
    for (const who of [nora, amir]) {
      expect(await numbersOf(tenant, who, there), there).toEqual([number]);
      expect(await numbersOf(tenant, who, gone), gone).toEqual([]);
    }
  }
  await env.DB.prepare('update tickets set account_id = ?2 where tenant_id = ?1')
    .bind(tenant.id, ines.claim.accountId)
    .run();
  expect(await numbersOf(tenant, nora, '電線')).toEqual([]);
  expect(await numbersOf(tenant, ines, '電線')).toEqual([number]);
  await env.DB.prepare('delete from messages where tenant_id = ?').bind(tenant.id).run();
  expect(await numbersOf(tenant, ines, '電線')).toEqual([]);
  for (const index of ['ticket_search', 'ticket_search_agents'])
    await env.DB.prepare(`insert into ${index}(${index}, rank) values('integrity-check', 1)`).run();
});

test('a text of any length is parted whole, and any part of it is found', { timeout: 60_000 }, async () => {
  const { tenant, nora } = await newDesk();
  const letters = fc.constantFrom(...'電池門の在庫ครับ한국abc ,1𠀀ー々ﾃ');
  const texts = fc.array(letters, { minLength: 2, maxLength: 700 }).map((all) => all.join(''));
  await fc.assert(
    fc.asyncProperty(texts, fc.nat(), fc.integer({ min: 1, max: 6 }), async (text, at, length) => {
      const number = await nora.open('Text', `電${text}`);
      const all = [...text];
      const from = at % all.length;
      const part = all.slice(from, from + length).filter((letter) => /[電池門の在庫𠀀]/u.test(letter));
      const run = part.join('');
      if (run === '' || !text.includes(run)) return;
      expect(await numbersOf(tenant, nora, run), run).toContain(number);
    }),
    { numRuns: 25 },
  );
});

test('the longest message that can be sent is found by its last word', async () => {
  const { tenant, nora } = await newDesk();
  const number = await nora.open('Long', `${'電池を交換'.repeat(9_999)}門番`);
  expect(await numbersOf(tenant, nora, '門番')).toEqual([number]);
});
