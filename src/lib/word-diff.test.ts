import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDiff } from './word-diff.ts';

const shown = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => ({ same: text, out: `[-${text}-]`, in: `[+${text}+]` })[kind])
    .join('');

test.each([
  ['', '', ''],
  ['the same', 'the same', 'the same'],
  ['We come on Monday.', 'We come on Friday.', 'We come on [-Monday.-][+Friday.+]'],
  ['Please call us', 'Please write to us', 'Please [-call-][+write to+] us'],
  ['one two', 'one', 'one[- two-]'],
  ['', 'new', '[+new+]'],
  ['a b c', 'x y z', '[-a b c-][+x y z+]'],
  ['line one\nline two', 'line one\n\nline two', 'line one[-\n-][+\n\n+]line two'],
])('%j becomes %j', (before, after, expected) => {
  expect(shown(before, after)).toBe(expected);
});

test('both texts can be read from it, whatever they are, and nothing changed shows nothing', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'ä𝒳'), { maxLength: 30 }).map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after);
      const of = (kind: string) => parts.flatMap((part) => (part.kind === kind ? [] : part.text)).join('');
      expect([of('in'), of('out')]).toEqual([before, after]);
      if (before === after) expect(parts.every(({ kind }) => kind === 'same')).toBe(true);
    }),
  );
});

test('two long texts with nothing in common are told apart without comparing all their words', () => {
  const long = (word: string) => Array.from({ length: 8000 }, (_, at) => `${word}${at}`).join(' ');
  expect(wordDiff(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['out', 'in']);
});
