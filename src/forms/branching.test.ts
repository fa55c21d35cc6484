import { describe, expect, test } from 'vitest';
import { ask, holds } from './branching.ts';
import type { Answers, Condition, Question, Section, Test } from './definition.ts';

const question = (field: string, more: Partial<Question> = {}): Question => ({ field, required: false, ...more });
const section = (id: string, questions: readonly Question[], more: Partial<Section> = {}): Section => ({
  id,
  title: id,
  text: '',
  questions,
  ...more,
});
const when = (...tests: Test[]): Condition => ({ match: 'all', tests });
const billing: Test = { field: 'topic', op: 'equals', value: 'billing' };

describe('one test', () => {
  test.each<[string, Test, Answers, boolean]>([
    ['same choice', billing, { topic: 'billing' }, true],
    ['other choice', billing, { topic: 'gate' }, false],
    ['no answer', billing, {}, false],
    ['capitals do not matter', { field: 'name', op: 'equals', value: 'ÉMILE' }, { name: ' émile' }, true],
    ['not, without an answer', { ...billing, op: 'not' }, {}, true],
    ['one of', { field: 'topic', op: 'one_of', value: ['gate', 'billing'] }, { topic: 'billing' }, true],
    ['one of, several chosen', { field: 'parts', op: 'one_of', value: ['a'] }, { parts: ['b', 'a'] }, true],
    ['a text contains', { field: 'name', op: 'contains', value: 'mil' }, { name: 'Émile' }, true],
    ['several contain one', { field: 'parts', op: 'contains', value: 'a' }, { parts: ['b', 'a'] }, true],
    ['nothing contains nothing', { field: 'parts', op: 'contains', value: [] }, { parts: ['a'] }, false],
    ['greater', { field: 'n', op: 'greater', value: 3 }, { n: 4 }, true],
    ['not greater than itself', { field: 'n', op: 'greater', value: 3 }, { n: 3 }, false],
    ['less, without an answer', { field: 'n', op: 'less', value: 3 }, {}, false],
    ['before', { field: 'day', op: 'before', value: '2026-02-01' }, { day: '2026-01-31' }, true],
    ['before, without an answer', { field: 'day', op: 'before', value: '2026-02-01' }, { day: '' }, false],
    ['after', { field: 'day', op: 'after', value: '2026-02-01' }, { day: '2026-02-01' }, false],
    ['a box not ticked is false', { field: 'box', op: 'equals', value: false }, {}, true],
    ['a box not ticked is empty', { field: 'box', op: 'is_empty' }, { box: false }, true],
    ['zero is an answer', { field: 'n', op: 'is_filled' }, { n: 0 }, true],
    ['a key of every object', { field: 'constructor', op: 'is_filled' }, {}, false],
  ])('%s', (_, given, answers, expected) => {
    expect(holds(when(given), answers)).toBe(expected);
  });
});

test('groups nest: all of one, or any of a group', () => {
  const condition: Condition = {
    match: 'all',
    tests: [
      billing,
      {
        match: 'any',
        tests: [
          { field: 'n', op: 'greater', value: 5 },
          { field: 'n', op: 'is_empty' },
        ],
      },
    ],
  };
  expect(holds(condition, { topic: 'billing', n: 6 })).toBe(true);
  expect(holds(condition, { topic: 'billing' })).toBe(true);
  expect(holds(condition, { topic: 'billing', n: 2 })).toBe(false);
});

test('a condition without tests holds, whether all of none or any of none', () => {
  expect((['all', 'any'] as const).map((match) => holds({ match, tests: [] }, {}))).toEqual([true, true]);
});

const form = {
  sections: [
    section('about', [question('topic', { required: true })]),
    section(
      'money',
      [
        question('order', { initial: 'A-1', requiredWhen: when({ field: 'topic', op: 'is_filled' }) }),
        question('late', { visibility: { effect: 'hide', when: when({ field: 'order', op: 'is_empty' }) } }),
      ],
      { visibility: { effect: 'show', when: when(billing) } },
    ),
    section('end', [question('source', { hidden: true, initial: 'form' })]),
  ],
};

test('a section and what it asks appear with the answer that shows it', () => {
  expect(ask(form, { topic: 'gate' })).toEqual({
    shown: ['topic'],
    required: ['topic'],
    sections: ['about'],
    answers: { topic: 'gate', source: 'form' },
  });
  const asked = ask(form, { topic: 'billing' });
  expect(asked.shown).toEqual(['topic', 'order', 'late']);
  expect(asked.required).toEqual(['topic', 'order']);
});

test('a default counts on the first show, and not after somebody emptied it', () => {
  expect(ask(form, { topic: 'billing' }).answers).toMatchObject({ order: 'A-1' });
  const emptied = ask(form, { topic: 'billing' }, new Set(['topic', 'order', 'late']));
  expect(emptied.answers).not.toHaveProperty('order');
  expect(emptied.shown).toEqual(['topic', 'order']);
});

test('an answer to what is not shown does not count, for later conditions neither', () => {
  const { answers, shown } = ask(form, { topic: 'gate', order: 'A-7', late: 'yes', source: 'mine' });
  expect(shown).toEqual(['topic']);
  expect(answers).toEqual({ topic: 'gate', source: 'form' });
});
