import { expect, test } from 'vitest';
import type { PublicEntry } from './entries.ts';
import { windowCharacters, withinWindow } from './window.ts';

const author = { kind: 'contact', id: 'con_1', name: 'Nora' } as const;

function message(publicSeq: number, characters: number): PublicEntry {
  const body = 'x'.repeat(characters);
  return {
    kind: 'message',
    publicSeq,
    id: `msg_${publicSeq}`,
    author,
    body,
    quoted: '',
    files: [],
    via: 'portal',
    editedAt: null,
    at: 0,
  };
}

const numbers = (entries: readonly PublicEntry[]) => entries.map(({ publicSeq }) => publicSeq);
const long = Array.from({ length: 200 }, (_, i) => message(i + 1, 50_000));

test('a page of very long messages holds as many as it can show, from whichever end it begins', () => {
  expect(numbers(withinWindow(long, 200, 'first'))).toEqual([1, 2, 3, 4, 5, 6]);
  expect(numbers(withinWindow(long, 200, 'last'))).toEqual([195, 196, 197, 198, 199, 200]);
});

test('usual messages are bounded by their number alone', () => {
  const short = Array.from({ length: 201 }, (_, i) => message(i + 1, 100));
  expect(numbers(withinWindow(short, 200, 'first')).at(-1)).toBe(200);
  expect(numbers(withinWindow(short, 200, 'last'))[0]).toBe(2);
  expect(withinWindow([], 200, 'first')).toEqual([]);
});

test('one message is always shown, however long it is', () => {
  expect(numbers(withinWindow([message(1, windowCharacters + 1), message(2, 1)], 200, 'first'))).toEqual([1]);
});
