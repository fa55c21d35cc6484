import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText, initials, isLongerThan, lengthOf, shorten } from './text.ts';

describe('cleanText', () => {
  test.each([
    ['line ends of every kind become one', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['control characters go, tabs and line feeds stay', 'a\u0000b\u0007\tc\nd\u009f', 'ab\tc\nd'],
    ['marks that turn the direction go', 'gpj.\u202eexe\u2066x\u2069', 'gpj.exex'],
    ['a lone half of a pair goes, a whole pair stays', '\ud83d \ude00 😀', '  😀'],
    ['letters are composed', 'e\u0301', 'é'],
    ['blank lines around go, the indent of code stays', '\n \n    code\n\n', '    code'],
    ['only white space is nothing', ' \n\t\n ', ''],
    ['only what nobody sees is nothing', '\u200b \u3164\u2060\u{e0041}\u2800\ufe0f', ''],
    ['joined emoji and Arabic stay whole', '👩‍🚀 مرحبا', '👩‍🚀 مرحبا'],
  ])('%s', (_, raw, clean) => expect(cleanText(raw)).toBe(clean));

  test('takes a quarter of a megabyte of blanks without dwelling on it', () => {
    expect(cleanText(`${' \n'.repeat(60_000)}x${' '.repeat(120_000)}`)).toBe('x');
  });
});

describe('cleanLine', () => {
  test.each([
    ['a header cannot be smuggled in', 'Hi\r\nBcc: all@acme.test', 'Hi Bcc: all@acme.test'],
    ['runs of blanks become one', '  a \t\u00a0 b\n', 'a b'],
    ['an unseen character leaves no double blank', 'a \u202e b', 'a b'],
  ])('%s', (_, raw, clean) => expect(cleanLine(raw)).toBe(clean));
});

test('length counts characters of any script as one', () => {
  expect([lengthOf('é'), lengthOf('😀'), lengthOf('字'), lengthOf('abc'), lengthOf('')]).toEqual([1, 1, 1, 3, 0]);
});

test.each([
  ['😀😀😀', 3, false],
  ['😀😀😀😀', 3, true],
  ['abc', 3, false],
  ['a'.repeat(1_000_000), 3, true],
])('%s against a limit of %d', (text, max, over) => expect(isLongerThan(text, max)).toBe(over));

describe('shorten', () => {
  test.each([
    ['short text as it is', 'abc', 3, 'abc'],
    ['a cut at a word', 'one two three four', 12, 'one two…'],
    ['a cut inside a long word', 'abcdefghijkl', 6, 'abcde…'],
    ['no half of an emoji', '😀😀😀😀', 3, '😀😀…'],
  ])('leaves %s', (_, text, max, short) => expect(shorten(text, max)).toBe(short));
});

describe('initials', () => {
  test.each([
    ['Nora Berg', 'NB'],
    ['Ana María de la Cruz', 'AC'],
    ['nora.berg@northwind.test', 'NB'],
    ['élodie', 'É'],
    ['李 小龙', '李小'],
    ['', '?'],
    ['😀', '?'],
  ])('%s is %s', (name, letters) => expect(initials(name)).toBe(letters));
});
