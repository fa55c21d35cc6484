import { expect, test } from 'vitest';
import { reservedKeys } from '../definition.ts';
import { faultOfKey, keyFor } from './field-key.ts';

test.each([
  ['Order number', 'order_number'],
  ['  Größe (m²) ', 'grosse_m2'],
  ['2nd address', 'nd_address'],
  ['Subject', 'subject_field'],
  ['注文番号', 'field'],
  ['__proto__', 'proto'],
  ['constructor', 'constructor_field'],
  ['x'.repeat(90), 'x'.repeat(32)],
])('the label %s makes the key %s', (label, key) => {
  expect(keyFor(label, new Set())).toBe(key);
  expect(faultOfKey(key)).toBeNull();
});

test('a key that another field has is counted on', () => {
  expect(keyFor('Order', new Set(['order', 'order_2']))).toBe('order_3');
});

test('no key is a name that forms use themselves', () => {
  for (const key of [...reservedKeys, 'action', 'elements', 'length', 'constructor', 'id'])
    expect(faultOfKey(key), key).not.toBeNull();
  for (const key of ['', 'A', 'a-b', '1a', '_a', 'a__b', 'a_', '__proto__', 'a'.repeat(41), 'ä'])
    expect(faultOfKey(key), key).toBe('key_pattern');
});
