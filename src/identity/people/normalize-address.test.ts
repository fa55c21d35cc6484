import { expect, test } from 'vitest';
import { normalizeAddress } from './normalize-address.ts';

test.each([
  ['nora@northwind.test', 'nora@northwind.test'],
  ['  Nora@NorthWind.Test ', 'nora@northwind.test'],
  ["o'hara+tag@sub.example.co.uk", "o'hara+tag@sub.example.co.uk"],
  ['jörg@bücher.example', 'jörg@xn--bcher-kva.example'],
  ['a@EXAMPLE。com', 'a@example.com'],
])('%j is %s', (typed, address) => {
  expect(normalizeAddress(typed)).toBe(address);
});

test.each([
  '',
  'nora',
  '@northwind.test',
  'nora@',
  'nora@localhost',
  'nora@[127.0.0.1]',
  'nora@127.0.0.1',
  'a@x.test,b@y.test',
  'a@x.test;b@y.test',
  'a@x.test b@y.test',
  'a@b@c.test',
  'Nora <nora@northwind.test>',
  'nora@northwind.test\r\nBcc: eve@evil.test',
  'nora\u0000@northwind.test',
  'nora\u202e@northwind.test',
  'nora@north\u200bwind.test/',
  'nora@northwind.test/path',
  'nora@north wind.test',
  'nora@%6eorthwind.test',
  'nora@-northwind.test',
  'nora@northwind..test',
  '.nora@northwind.test',
  'no..ra@northwind.test',
  '"nora"@northwind.test',
  `${'n'.repeat(65)}@northwind.test`,
  `nora@${'n'.repeat(60)}.${'n'.repeat(60)}.${'n'.repeat(60)}.${'n'.repeat(60)}.${'n'.repeat(60)}.test`,
])('%j is refused', (typed) => {
  expect(normalizeAddress(typed)).toBeNull();
});
