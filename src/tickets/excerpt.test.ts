import { expect, test } from 'vitest';
import { readSearch } from '#lib/search-words.ts';
import { newDesk } from '../../test/helpers/desk-page.ts';
import { find } from '../../test/helpers/find-tickets.ts';
import { excerptOf } from './excerpt.ts';

/** The excerpt, its matches in brackets. */
function shown(text: string, typed: string): string {
  return excerptOf(text, readSearch(typed)?.phrases ?? [])
    .replaceAll('\u0002', '[')
    .replaceAll('\u0003', ']');
}

const far = 'and so on '.repeat(50).trim();

test.each([
  ['Die Größe der Öffnung.', 'OFFNUNG groß', 'Die [Größe] der [Öffnung].'],
  ['Die Größe der Öffnung.', 'öff', 'Die Größe der [Öffnung].'],
  ['A gateway, a gate.', '"gate"', 'A gateway, a [gate].'],
  ['A gateway, a gate.', 'gate', 'A [gateway], a [gate].'],
  ['déjà vu, de\u0301ja\u0300 vu', 'deja vu', '[déjà] [vu], [de\u0301ja\u0300] [vu]'],
  ['a b a b a', '"a b a"', '[a b a b a]'],
  ['門の電池を交換したい', '電池を', '門の[電池を]交換したい'],
  ['ประตูเปิดไม่ได้ตั้งแต่', 'ไม่ได้', 'ประตูเปิด[ไม่ได้]ตั้งแต่'],
  ['E-214 <b>', 'e-214', '[E-214] <b>'],
  ['Nothing of it', 'else', 'Nothing of it'],
  ['', 'else', ''],
])('in %j what is meant by %j is marked: %j', (text, typed, words) => {
  expect(shown(text, typed)).toBe(words);
});

test('of a long text the words around are shown, where most of what was searched for stands', () => {
  const text = `${far} a gate ${far} the red gate ${far}`;
  expect(shown(text, 'red gate')).toMatch(/^…(?:\w+ ){11}\[red\] \[gate\](?: \w+){11}…$/);
  expect(shown(`gate ${far}`, 'gate')).toMatch(/^\[gate\](?: \w+){23}…$/);
  expect(shown(`${far} gate`, 'gate')).toMatch(/^…(?:\w+ ){23}\[gate\]$/);
  expect(shown(far, 'else')).toMatch(/^\w+(?: \w+){23}…$/);
});

test.each([
  ['a letter', 'a '.repeat(24_900), ['a', '"a a a a"', 'a a a a']],
  ['a letter of Chinese', '的'.repeat(49_900), ['的', '的'.repeat(200), '的 的 的 的']],
] as const)('a message of %s over and over makes no search slow', { timeout: 12_000 }, async (_, text, all) => {
  const { tenant, nora, amir } = await newDesk();
  const number = await nora.open('Long', text);
  for (const who of [nora, amir])
    for (const typed of all) {
      const { hits } = await find(tenant, who, typed);
      expect(hits.map((hit) => hit.number)).toEqual([number]);
      expect(hits[0]?.snippet).toContain('\u0002');
    }
});
