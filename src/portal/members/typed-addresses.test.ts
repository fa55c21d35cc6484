import { expect, test } from 'vitest';
import { typedAddresses } from './typed-addresses.ts';

const emails = (text: string) => typedAddresses(text).map(({ email }) => email);

test.each([
  ['one', 'a@x.test', ['a@x.test']],
  ['none', ' \n , ;; ', []],
  ['lines', 'a@x.test\r\nb@x.test\n', ['a@x.test', 'b@x.test']],
  [
    'commas, semicolons and spaces',
    'a@x.test, b@x.test;c@x.test d@x.test',
    ['a@x.test', 'b@x.test', 'c@x.test', 'd@x.test'],
  ],
  ['the same twice', 'a@x.test, A@X.test', ['a@x.test']],
  ['as a mail program copies them', 'Nora L. <nora@x.test>; <nils@x.test>', ['nora@x.test', 'nils@x.test']],
  ['words that are none', 'hello @ you', ['hello', '@', 'you']],
  ['brackets that hold nothing', 'Nora <>', ['Nora', '<>']],
])('%s', (_what, text, expected) => {
  expect(emails(text)).toEqual(expected);
});

test('the name before an address goes with it', () => {
  expect(typedAddresses('"Nora Lindqvist" <nora@x.test>')).toEqual([{ email: 'nora@x.test', name: 'Nora Lindqvist' }]);
});
