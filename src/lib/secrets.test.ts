import { expect, test } from 'vitest';
import { keyedHash, randomCode, randomToken } from './secrets.ts';

test('a token is 256 random bits that never come twice', () => {
  const tokens = Array.from({ length: 2000 }, () => randomToken());
  expect(new Set(tokens).size).toBe(2000);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
});

test('a code is six digits, spread over all of them', () => {
  const codes = Array.from({ length: 2000 }, () => randomCode());
  for (const code of codes) expect(code).toMatch(/^\d{6}$/);
  for (let place = 0; place < 6; place += 1) expect(new Set(codes.map((code) => code[place])).size).toBe(10);
});

test('a token that is made of an id needs the pepper, and serves one purpose', async () => {
  const made = await keyedHash('pepper', 'invitation', 'inv_1', '1');
  expect(await keyedHash('another', 'invitation', 'inv_1', '1')).not.toBe(made);
  expect(await keyedHash('pepper', 'ticket-link', 'inv_1', '1')).not.toBe(made);
  expect(await keyedHash('pepper', 'invitation', 'inv_1', '2')).not.toBe(made);
});
