import { expect, test } from 'vitest';
import { placeOf, seenThrough } from './entry-order.ts';

test('an entry goes where its number belongs, and never in twice', () => {
  expect(placeOf(1, [])).toBe(0);
  expect(placeOf(5, [1, 3])).toBe(2);
  expect(placeOf(2, [1, 3])).toBe(1);
  expect(placeOf(0, [1, 3])).toBe(0);
  expect(placeOf(3, [1, 3])).toBeNull();
  expect(placeOf(1, [1, 3])).toBeNull();
});

test('seen is only what was shown, without a gap', () => {
  expect(seenThrough([], 17)).toBe(17);
  expect(
    seenThrough(
      [
        { seq: 18, shown: true },
        { seq: 19, shown: true },
      ],
      20,
    ),
  ).toBe(20);
  expect(
    seenThrough(
      [
        { seq: 18, shown: false },
        { seq: 19, shown: true },
      ],
      20,
    ),
  ).toBe(17);
  expect(
    seenThrough(
      [
        { seq: 18, shown: true },
        { seq: 20, shown: false },
      ],
      20,
    ),
  ).toBe(19);
});
