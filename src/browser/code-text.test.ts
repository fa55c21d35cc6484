import { expect, test } from 'vitest';
import { codeIn } from './code-text.ts';

test.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['123-456', '123456'],
  ['１２３４５６', '123456'],
  ['Your code is 123 456. It lasts 10 minutes.', '123456'],
  ['In 10 minutes 123456 ends.', '123456'],
  ['12345', '12345'],
  ['1234567', '123456'],
  ['hello', ''],
])('finds the code in %j', (text, code) => {
  expect(codeIn(text)).toBe(code);
});
