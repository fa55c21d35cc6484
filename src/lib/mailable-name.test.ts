import { expect, test } from 'vitest';
import { mailableName } from './mailable-name.ts';

test.each([
  ['Nora Meier', 'Nora Meier'],
  ['  Dr. Anne-Marie O’Neil  ', 'Dr. Anne-Marie O’Neil'],
  ['Müller & Söhne GmbH (Köln)', 'Müller & Söhne GmbH (Köln)'],
  ['株式会社ノースウィンド', '株式会社ノースウィンド'],
  ['نورا', 'نورا'],
  ['Studio 54', 'Studio 54'],
  ['northwind.io', 'northwind io'],
  ['J.R.R. Tolkien', 'J R R. Tolkien'],
])('%j stays a name', (name, shown) => {
  expect(mailableName(name)).toBe(shown);
});

test.each([
  '',
  'You won! Claim at https://evil.test',
  'http:evil',
  'WWW evil test',
  'nora@northwind.test',
  'Call 1-800-555-0199',
  '+49 170 1234567',
  '<script>alert(1)</script>',
  '[click](evil)',
  'evil。test/x',
  '💰 Free money',
  'x'.repeat(61),
  '123',
])('%j is left out', (name) => {
  expect(mailableName(name)).toBe('');
});

test.each(['evil.com', 'evil．com', 'evil。com', 'a.b.evil.com/'])('%j is no address of a site any more', (name) => {
  expect(mailableName(name)).not.toMatch(/\S[.。．]\S/);
});

test('nothing unseen and nothing that turns the direction', () => {
  expect(mailableName('No\u202era\u200b M')).not.toMatch(/[\u202e\u200b]/);
});
