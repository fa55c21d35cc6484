import { expect, test } from 'vitest';
import { translator } from '#i18n/translator.ts';
import type { AnswerValue, FieldType } from './definition.ts';
import { keysOf } from './value-keys.ts';
import { valueWords } from './value-words.ts';

const en = translator('en');
const choices = [
  { id: 'a', label: 'Alpha' },
  { id: 'b', label: 'Beta', retired: true },
];

test.each<[FieldType, AnswerValue | undefined, string]>([
  ['text', '<b>', '<b>'],
  ['number', 1234567, '1,234,567'],
  ['decimal', -0.125, '-0.125'],
  ['date', '2026-11-30', 'Nov 30, 2026'],
  ['select', 'b', 'Beta'],
  ['select', 'gone', ''],
  ['multi_select', ['a', 'b'], 'Alpha, Beta'],
  ['checkbox', true, 'Yes'],
  ['checkbox', false, 'No'],
  ['person', 'con_1', 'Nora'],
  ['person', 'con_2', 'Somebody who is no longer here'],
  ['person', 'constructor', 'Somebody who is no longer here'],
  ['file', ['att_1', 'att_2'], 'plan.pdf, A file that is gone'],
  ['text', undefined, ''],
])('a %s of %o reads: %s', (type, value, words) => {
  expect(valueWords(en, { type, choices }, value, { con_1: 'Nora', att_1: 'plan.pdf' })).toBe(words);
});

test.each<[FieldType, AnswerValue, unknown]>([
  ['text', '  Ärger ', [{ textKey: 'ärger', numberKey: null }]],
  ['long_text', '👍'.repeat(150), [{ textKey: '👍'.repeat(100), numberKey: null }]],
  ['decimal', 1.5, [{ textKey: null, numberKey: 1.5 }]],
  ['date', '1970-01-02', [{ textKey: null, numberKey: 1 }]],
  ['date', '1969-12-31', [{ textKey: null, numberKey: -1 }]],
  ['checkbox', true, [{ textKey: null, numberKey: 1 }]],
  [
    'multi_select',
    ['b', 'a'],
    [
      { textKey: 'b', numberKey: null },
      { textKey: 'a', numberKey: null },
    ],
  ],
])('a %s of %o is found by its keys', (type, value, keys) => {
  expect(keysOf(type, value)).toEqual(keys);
});
