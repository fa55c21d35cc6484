import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestSearch, readSearch } from './search-words.ts';

const matchOf = (typed: string) => readSearch(typed)?.match;

test.each([
  ['printer', '"printer" *'],
  ['green printer', '"green" AND "printer" *'],
  ['  green \t printer\n', '"green" AND "printer" *'],
  ['"green printer"', '"green printer"'],
  ['"green printer" out', '"green printer" AND "out" *'],
  ['out "green printer"', '"out" AND "green printer"'],
  ['“green printer” out', '"green printer" AND "out" *'],
  ['„grüner Drucker“', '"grüner Drucker"'],
  ['«imprimante verte»', '"imprimante verte"'],
  ['"green printer', '"green" AND "printer" *'],
  ['gre"en pri"nter', '"gre" AND "en pri" AND "nter" *'],
  ['"" x1', '"x1" *'],
  ['alpha AND beta', '"alpha" AND "AND" AND "beta" *'],
  ['NEAR(a b', '"NEAR(a" AND "b"'],
  ['alpha -beta', '"alpha" AND "-beta" *'],
  ['body:alpha', '"body:alpha" *'],
  ['^alpha*', '"^alpha" *'],
  ['{scope} : x1 }', '"{scope}" AND "x1" *'],
  ['e-mail', '"e-mail" *'],
  ['node.', '"node" *'],
  ['C++', '"C"'],
  ['C++ x1', '"C++" AND "x1" *'],
  ['x', '"x"'],
  ['Integrationstest', '"Integrations" *'],
  ['de\u0301ja', '"d\u00e9ja" *'],
  ['請求書', '"\u001f請\u001f\u001f求\u001f\u001f書"'],
  ['請求abc', '"\u001f請\u001f\u001f求\u001fabc" *'],
  ['*** ((( )))', '""'],
  ['!', '""'],
])('%j is looked for as %s', (typed, match) => {
  expect(matchOf(typed)).toBe(match);
});

test.each(['', '   ', '\u0000', '\ud800', '\u202e', '\u0002\u0003'])('%j is nothing', (typed) => {
  expect(readSearch(typed)).toBeNull();
});

test('nothing asked is nothing', () => {
  expect(readSearch(undefined)).toBeNull();
});

test.each([
  ['1043', 1043, false],
  ['#1043', 1043, true],
  [' #1043 ', 1043, true],
  ['# 1043', null, false],
  ['1043a', null, false],
  ['#1234567890', null, false],
] as const)('%j is the number %s', (typed, number, isNumber) => {
  expect(readSearch(typed)).toMatchObject({ number, isNumber });
});

test('of a long run only the first 24 words are looked for, and what is behind them is left out', () => {
  const run = '\u001f的\u001f';
  expect(matchOf('的'.repeat(200))).toBe(`"${run.repeat(24)}"`);
  expect(matchOf(`"${'a '.repeat(40)}"`)).toBe(`"${'a '.repeat(24)}"`);
  expect(matchOf(`${'的'.repeat(22)} gate "red gate" pump`)).toBe(`"${run.repeat(22)}" AND "gate" AND "red "`);
});

test('whatever is typed, the expression is short, and every word of it stands in quotes', () => {
  const strings = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3000 }),
    fc
      .array(
        fc.constantFrom(
          '"',
          '*',
          'NEAR',
          '-',
          ':',
          '^',
          '(',
          ')',
          '{',
          '}',
          '+',
          ' ',
          'a',
          'OR',
          '\u0000',
          '\ud83d',
          'é',
        ),
        {
          maxLength: 400,
        },
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(strings, (typed) => {
      const words = readSearch(typed);
      if (!words) return;
      expect([...words.text].length).toBeLessThanOrEqual(longestSearch);
      expect(words.match.length).toBeLessThan(1000);
      expect(words.match).toMatch(/^"[^"]*"(?: AND "[^"]*")*(?: \*)?$/);
    }),
  );
});
