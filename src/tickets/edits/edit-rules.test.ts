import { expect, test } from 'vitest';
import { editRefusal } from './edit-rules.ts';

const minute = 60_000;

test.each([
  ['open', 0, null],
  ['new', 10 * minute, null],
  ['waiting', 10 * minute + 1, 'late'],
  ['solved', minute, null],
  ['closed', minute, 'closed'],
  ['closed', 20 * minute, 'closed'],
] as const)('a message of a request that is %s, %i ms after it was sent: %s', (category, age, refusal) => {
  expect(editRefusal({ category, sentAt: 1_000 }, 1_000 + age)).toBe(refusal);
});

test('after twenty changes there is none more', () => {
  const after = (edits: number) => editRefusal({ category: 'open', sentAt: 1_000, edits }, 2_000);
  expect([after(19), after(20)]).toEqual([null, 'often']);
});
