import { expect, test } from 'vitest';
import { typedCode } from './typed-code.ts';

test.each([
  ['123456', 'totp', '123456'],
  [' 123 456 ', 'totp', '123456'],
  ['１２３－４５６', 'totp', '123456'],
  ['ABCD-EFGH-JKMN-PQRS', 'recovery', 'abcdefghjkmnpqrs'],
  ['oooo iiii llll 0000', 'recovery', '0000111111110000'],
])('%j is a %s code', (typed, kind, code) => {
  expect(typedCode(typed)).toEqual({ kind, code });
});

test.each(['', '12345', '1234567', 'abcd-efgh', 'u'.repeat(16), '<script>alert(1)', 'x'.repeat(5000)])(
  '%j is none',
  (typed) => {
    expect(typedCode(typed)).toBeNull();
  },
);
