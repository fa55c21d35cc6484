import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleChoices, sampleField, sampleFields, sampleForm } from '../../test/helpers/sample-form.ts';
import { ask } from './branching.ts';
import type { Candidate } from './candidates.ts';
import type { Condition, Test, Visibility } from './definition.ts';
import { type FormPath, findPaths } from './paths.ts';
import { findUnreached } from './unreached.ts';

const fields = sampleFields(
  sampleField('topic', 'select', sampleChoices('billing', 'bug', 'other')),
  sampleField('parts', 'multi_select', sampleChoices('door', 'roof', 'wall')),
  sampleField('urgent', 'checkbox'),
  sampleField('seats', 'number'),
  sampleField('day', 'date'),
  sampleField('note', 'text'),
  sampleField('order', 'text'),
  sampleField('last', 'text'),
);

const shown = (tests: readonly Test[], match: Condition['match'] = 'all'): Visibility => ({
  effect: 'show',
  when: { match, tests },
});

const say = ({ value, kind }: Candidate) => (kind === 'value' ? JSON.stringify(value) : kind);
const told = ({ decisions, asks }: FormPath) => {
  const how = decisions.map(({ field, answers }) => `${field} ${answers.map(say).join(' or ')}`).join(', ');
  return `${how} -> ${asks.filter((key) => key !== 'subject' && key !== 'body').join()}`;
};

test('answers that lead on alike are one way', () => {
  const form = sampleForm(
    { field: 'topic', required: true },
    { field: 'order', visibility: shown([{ field: 'topic', op: 'equals', value: 'billing' }]) },
    { field: 'last', visibility: shown([{ field: 'order', op: 'is_filled' }]) },
  );
  const { paths, isCut } = findPaths(form, fields);
  expect(isCut).toBe(false);
  expect(paths.map(told)).toEqual([
    'topic "billing", order other -> topic,order,last',
    'topic "billing", order empty -> topic,order',
    'topic "bug" or "other" -> topic',
  ]);
});

test('a question that need not be answered may stay empty, one that must may not', () => {
  const visibility = shown([{ field: 'topic', op: 'is_empty' }]);
  const ways = (required: boolean) =>
    findPaths(sampleForm({ field: 'topic', required }, { field: 'order', visibility }), fields).paths.map(told);
  expect(ways(false)).toEqual(['topic "billing" or "bug" or "other" -> topic', 'topic empty -> topic,order']);
  expect(ways(true)).toEqual([' -> topic']);
});

test('each test of every kind of field comes out both ways', () => {
  const tests: readonly Test[] = [
    { field: 'topic', op: 'not', value: 'bug' },
    { field: 'topic', op: 'one_of', value: ['bug', 'other'] },
    { field: 'parts', op: 'contains', value: ['door', 'wall'] },
    { field: 'parts', op: 'equals', value: ['roof'] },
    { field: 'urgent', op: 'equals', value: false },
    { field: 'seats', op: 'greater', value: 10 },
    { field: 'seats', op: 'equals', value: 10 },
    { field: 'day', op: 'before', value: '2026-01-01' },
    { field: 'day', op: 'equals', value: '2026-01-01' },
    { field: 'note', op: 'contains', value: 'urgent' },
    { field: 'note', op: 'not', value: 'urgent' },
  ];
  for (const one of tests) {
    const form = sampleForm({ field: one.field }, { field: 'last', visibility: shown([one]) });
    const asked = findPaths(form, fields).paths.map(({ asks }) => asks.includes('last'));
    expect(asked.sort(), JSON.stringify(one)).toEqual([false, true]);
  }
});

test('a hidden value decides, and what it shuts is found', () => {
  const form = sampleForm(
    { field: 'topic', hidden: true, initial: 'bug' },
    { field: 'order', visibility: shown([{ field: 'topic', op: 'equals', value: 'billing' }]) },
    { field: 'last', visibility: shown([{ field: 'topic', op: 'equals', value: 'bug' }]) },
  );
  expect(findPaths(form, fields).paths.map(told)).toEqual([' -> last']);
  expect(findUnreached(form, fields)).toEqual({ never: ['order'], unknown: [] });
});

test('what contradicts itself is never reached', () => {
  const visibility = shown([
    { field: 'seats', op: 'greater', value: 5 },
    { field: 'seats', op: 'less', value: 6 },
  ]);
  const form = sampleForm({ field: 'seats' }, { field: 'order', visibility });
  expect(findUnreached(form, fields)).toEqual({ never: ['order'], unknown: [] });
});

test('a form of very many ways is cut short, and says so', () => {
  const keys = Array.from({ length: 40 }, (_, i) => `tick${i}`);
  const known = sampleFields(
    ...keys.flatMap((key) => [sampleField(key, 'checkbox'), sampleField(`${key}_why`, 'text')]),
  );
  const form = sampleForm(
    ...keys.flatMap((field) => [
      { field },
      { field: `${field}_why`, visibility: shown([{ field, op: 'equals', value: true }]) },
    ]),
  );
  const { paths, isCut } = findPaths(form, known);
  expect(isCut).toBe(true);
  expect(paths.length).toBeLessThanOrEqual(200);
  expect(findUnreached(form, known)).toEqual({ never: [], unknown: [] });
});

const anyTest: fc.Arbitrary<Test> = fc.oneof(
  fc.record({
    field: fc.constant('topic'),
    op: fc.constantFrom('equals', 'not'),
    value: fc.constantFrom('billing', 'bug'),
  }),
  fc.record({
    field: fc.constant('parts'),
    op: fc.constantFrom('contains', 'equals', 'one_of'),
    value: fc.subarray(['door', 'roof'], { minLength: 1 }),
  }),
  fc.record({
    field: fc.constant('seats'),
    op: fc.constantFrom('equals', 'not', 'greater', 'less'),
    value: fc.integer({ min: 0, max: 4 }),
  }),
  fc.record({ field: fc.constant('urgent'), op: fc.constant('equals'), value: fc.boolean() }),
);
const anyCondition = fc.record({
  match: fc.constantFrom('all', 'any'),
  tests: fc.array(
    fc.oneof(
      anyTest,
      fc.record({ match: fc.constantFrom('all', 'any'), tests: fc.array(anyTest, { minLength: 1, maxLength: 2 }) }),
    ),
    { minLength: 1, maxLength: 3 },
  ),
});

test('whatever somebody answers, their way is among those that are listed', () => {
  const answered = fc.record(
    {
      topic: fc.constantFrom('billing', 'bug', 'other'),
      parts: fc.subarray(['door', 'roof', 'wall'], { minLength: 1 }),
      seats: fc.integer({ min: -1, max: 6 }),
      urgent: fc.constant(true),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anyCondition, anyCondition, answered, (first, second, answers) => {
      const form = sampleForm(
        { field: 'topic' },
        { field: 'parts' },
        { field: 'seats' },
        { field: 'urgent' },
        { field: 'order', visibility: { effect: 'show', when: first } },
        { field: 'last', visibility: { effect: 'hide', when: second } },
      );
      const { paths, isCut } = findPaths(form, fields);
      const seen = new Set(['topic', 'parts', 'seats', 'urgent', 'order', 'last']);
      const asked = ask(form, answers, seen).shown.join();
      return isCut || paths.some(({ asks }) => asks.join() === asked);
    }),
    { numRuns: 300 },
  );
});
