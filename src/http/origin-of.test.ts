import { expect, test } from 'vitest';
import { deviceOf } from './origin-of.ts';

test('a browser is named as people know it', () => {
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0';
  const iphone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
  expect(deviceOf(firefox)).toBe('Firefox on Linux');
  expect(deviceOf(iphone)).toBe('Safari on iOS');
});

test('what names no browser gives few words or none, however long it is', () => {
  expect(deviceOf('')).toBe('');
  expect(deviceOf('x'.repeat(100_000)).length).toBeLessThanOrEqual(60);
  expect(deviceOf('<script>alert(1)</script>')).not.toContain('\n');
});
