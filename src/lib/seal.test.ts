import { expect, test } from 'vitest';
import { seal, unseal } from './seal.ts';

const old = { kid: 's1', key: 'a'.repeat(43) };
const fresh = { kid: 's2', key: 'b'.repeat(43) };

test('what was sealed opens again, also after the key was rotated', async () => {
  const sealed = await seal([old], 'ten_1|k1', 'a shared secret');
  expect(sealed).not.toContain('secret');
  expect(await unseal([fresh, old], 'ten_1|k1', sealed)).toBe('a shared secret');
});

test('it stays shut elsewhere, without its key, and when a letter of it was changed', async () => {
  const sealed = await seal([old], 'ten_1|k1', 'a shared secret');
  expect(await unseal([old], 'ten_2|k1', sealed)).toBeNull();
  expect(await unseal([fresh], 'ten_1|k1', sealed)).toBeNull();
  expect(await unseal([{ ...fresh, kid: 's1' }], 'ten_1|k1', sealed)).toBeNull();
  const changed = sealed.replace(/(?<=\..*\.)./, (first) => (first === 'A' ? 'B' : 'A'));
  expect(await unseal([old], 'ten_1|k1', changed)).toBeNull();
  expect(await unseal([old], 'ten_1|k1', 'nonsense')).toBeNull();
});

test('the same text sealed twice looks different', async () => {
  expect(await seal([old], 'x', 'same')).not.toBe(await seal([old], 'x', 'same'));
});
