import { expect, test } from 'vitest';
import { readSnippet } from './snippet.ts';

const found = '\u0002word\u0003';
const long = 50_000;

test('what was found stands in its words, without the signs of Markdown', () => {
  expect(readSnippet(`see **the** [${found}](https://x.test) here`, 'message')).toEqual([
    { text: 'see the ', isMatch: false },
    { text: 'word', isMatch: true },
    { text: ' here', isMatch: false },
  ]);
});

test.each(['[', '![', '[](', '[a](', '> ', '- ', '---\n', '1. ', '\n', '🎈'])(
  'a message full of %j around a word makes no search slow, and no page long',
  (sign) => {
    const signs = sign.repeat(long / sign.length);
    const parts = readSnippet(`${signs} ${found} ${signs}${found}`, 'message');
    expect(parts.find(({ isMatch }) => isMatch)?.text).toBe('word');
    const text = parts.map((part) => part.text).join('');
    expect(text.length).toBeLessThanOrEqual(1000);
    expect(text.isWellFormed()).toBe(true);
  },
);
