import { expect, test } from 'vitest';
import { returnTo } from './return-to.ts';

const origin = 'https://help.acme.test';

test.each([
  ['/', '/'],
  ['/requests/1042', '/requests/1042'],
  ['/requests?q=a%20b&status=open#latest', '/requests?q=a%20b&status=open#latest'],
  ['/a/../b', '/b'],
  ['/requests/@evil.test', '/requests/@evil.test'],
  ['/?to=https://evil.test', '/?to=https://evil.test'],
])('%s is kept', (path, kept) => {
  expect(returnTo(path, origin)).toBe(kept);
});

test.each([
  undefined,
  '',
  'requests',
  '//evil.test',
  '///evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  '/\t/evil.test',
  '/\n/evil.test',
  ' /requests',
  '/re quests',
  '/.//evil.test',
  '/a/..//evil.test',
  '/%2e//evil.test',
  '/\u200b/evil.test',
  '/\u0000',
  'https://evil.test/',
  'https://help.acme.test/',
  'https:evil.test',
  'javascript:alert(1)',
  'data:text/html,x',
  '@evil.test',
  '.evil.test',
  `/${'a'.repeat(3000)}`,
])('%j leads home', (path) => {
  expect(returnTo(path, origin)).toBe('/');
});
