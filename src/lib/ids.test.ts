import { expect, test } from 'vitest';
import { firstIdAt, isId, newId } from './ids.ts';

test('ids sort by the moment they were made, and a moment has a least one', () => {
  const at = Date.UTC(2026, 6, 6, 12, 30);
  const [before, then, after] = [newId('audit', at - 1), newId('audit', at), newId('audit', at + 1)];
  const least = firstIdAt('audit', at);
  expect(isId('audit', least)).toBe(true);
  expect([after, least, then, before].sort()).toEqual([before, least, then, after]);
  expect(isId('audit', firstIdAt('audit', Number.MAX_SAFE_INTEGER))).toBe(true);
  expect(firstIdAt('audit', -1) < before).toBe(true);
});
