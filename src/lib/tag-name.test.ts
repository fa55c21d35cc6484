import { expect, test } from 'vitest';
import { tagName, tagsIn } from './tag-name.ts';

test('a tag is one word in lower case, whatever was typed', () => {
  expect(tagName('  Needs   Engineering ')).toBe('needs-engineering');
  expect(tagName('#VIP')).toBe('vip');
  expect(tagName('a -- b')).toBe('a-b');
  expect(tagName('Größe\u202e')).toBe('größe');
  expect(tagName('<script>')).toBe('<script>');
  expect(tagName(' , # - ')).toBe('');
});

test('tags are typed with commas between them; each counts once', () => {
  expect(tagsIn('vip, Needs help,, VIP ')).toEqual({ names: ['vip', 'needs-help'], tooLong: [] });
  expect(tagsIn(`ok,${'x'.repeat(41)}`)).toEqual({ names: ['ok'], tooLong: ['x'.repeat(41)] });
});
