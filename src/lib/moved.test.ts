import { expect, test } from 'vitest';
import { moved } from './moved.ts';

test('an item changes places with its neighbour', () => {
  expect(moved(['a', 'b', 'c'], 1, 'up')).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 1, 'down')).toEqual(['a', 'c', 'b']);
});

test.each([
  ['the first goes no higher', 0, 'up'],
  ['the last goes no lower', 2, 'down'],
  ['what is not there moves nothing', -1, 'down'],
] as const)('%s', (_, at, to) => {
  const list = ['a', 'b', 'c'];
  expect(moved(list, at, to)).toBe(list);
});
