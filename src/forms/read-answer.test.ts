import { expect, test } from 'vitest';
import type { FieldRules, FieldShape, FieldType } from './definition.ts';
import { checkAnswer, readAnswer } from './read-answer.ts';

const context = { today: '2026-11-21', people: [{ id: 'con_a' }] };
const choices = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
  { id: 'old', label: 'Old', retired: true },
];

function shape(type: FieldType, rules: FieldRules = {}): FieldShape {
  return { id: 'fld_1', key: 'it', type, label: 'It', help: '', choices, rules, access: 'write' };
}

const file = `att_${'0'.repeat(26)}`;
const files = (count: number) => Array.from({ length: count }, (_, i) => `att_${String(i).padStart(26, '0')}`);

test.each<[FieldType, FieldRules, string[], unknown]>([
  ['text', {}, ['  two \n words '], 'two words'],
  ['text', {}, ['\u202e \u200b'], undefined],
  ['text', {}, ['x'.repeat(200)], 'x'.repeat(200)],
  ['text', { pattern: 'letters' }, ["Jean-Luc O'Neill"], "Jean-Luc O'Neill"],
  ['text', { pattern: 'ip_address' }, ['2001:db8::1'], '2001:db8::1'],
  ['text', { pattern: 'uuid' }, ['123E4567-e89b-42d3-a456-426614174000'], '123E4567-e89b-42d3-a456-426614174000'],
  ['long_text', {}, ['a\r\n\r\nb'], 'a\n\nb'],
  ['number', {}, ['1 250'], 1250],
  ['number', {}, ['\u22125'], -5],
  ['number', {}, ['-0'], 0],
  ['decimal', {}, ['12,5'], 12.5],
  ['decimal', {}, ['.5'], 0.5],
  ['date', { earliest: 'today' }, ['2026-11-21'], '2026-11-21'],
  ['select', {}, ['b'], 'b'],
  ['multi_select', {}, ['b', 'a', 'b'], ['a', 'b']],
  ['checkbox', {}, ['yes'], true],
  ['checkbox', {}, [], undefined],
  ['email', {}, ['nora@northwind.test'], 'nora@northwind.test'],
  ['url', {}, ['https://example.com/a?b=c'], 'https://example.com/a?b=c'],
  ['phone', {}, ['+49 (30) 123-456 ext. 12'], '+49 (30) 123-456 ext. 12'],
  ['person', {}, ['con_a'], 'con_a'],
  ['file', {}, [file], [file]],
])('a %s with %o takes %o', (type, rules, typed, value) => {
  expect(readAnswer(shape(type, rules), typed, context)).toEqual({ ok: true, value });
});

test.each<[FieldType, FieldRules, string[], string]>([
  ['text', {}, ['x'.repeat(201)], 'too_long'],
  ['text', { maxLength: 900 }, ['x'.repeat(201)], 'too_long'],
  ['text', { minLength: 3 }, ['👍👍'], 'too_short'],
  ['text', { pattern: 'digits' }, ['12a'], 'wrong_pattern'],
  ['text', {}, ['a', 'b'], 'repeated'],
  ['long_text', {}, ['x'.repeat(50_001)], 'too_long'],
  ['number', {}, ['1e5'], 'not_number'],
  ['number', {}, ['NaN'], 'not_number'],
  ['number', {}, ['0x10'], 'not_number'],
  ['number', {}, ['1.5'], 'not_whole'],
  ['number', {}, ['9'.repeat(16)], 'not_number'],
  ['number', { min: 2 }, ['1'], 'too_small'],
  ['decimal', { max: 2 }, ['2.01'], 'too_large'],
  ['decimal', {}, ['1,500'], 'not_number'],
  ['date', {}, ['2026-02-30'], 'not_date'],
  ['date', {}, ['21.11.2026'], 'not_date'],
  ['date', { earliest: 'today' }, ['2026-11-20'], 'too_early'],
  ['date', { latest: '2026-01-01' }, ['2026-11-20'], 'too_late'],
  ['date', {}, ['0026-11-21'], 'not_date'],
  ['select', {}, ['A'], 'unknown_choice'],
  ['select', {}, ['old'], 'unknown_choice'],
  ['select', {}, ['__proto__'], 'unknown_choice'],
  ['multi_select', { minChosen: 2 }, ['a'], 'too_few'],
  ['multi_select', { maxChosen: 1 }, ['a', 'b'], 'too_many'],
  ['email', {}, ['nora@'], 'not_email'],
  ['email', {}, [`nora@${'mail.'.repeat(50)}test`], 'not_email'],
  ['url', {}, ['javascript:alert(1)'], 'not_url'],
  ['url', {}, ['https://bank.test@evil.test/'], 'not_url'],
  ['url', {}, [`https://example.com/${'x'.repeat(2000)}`], 'not_url'],
  ['phone', {}, ['call me'], 'not_phone'],
  ['phone', {}, [`+49 ${'-'.repeat(40)} 123`], 'not_phone'],
  ['person', {}, ['con_b'], 'unknown_choice'],
  ['file', {}, ['../etc/passwd'], 'unknown_choice'],
  ['file', { maxChosen: 50 }, files(11), 'too_many'],
])('a %s with %o refuses %o: %s', (type, rules, typed, fault) => {
  expect(readAnswer(shape(type, rules), typed, context)).toEqual({ ok: false, fault });
});

test('a whole number is one that is stored as it was said', () => {
  expect(checkAnswer(shape('number'), 2 ** 53, context)).toEqual({ ok: false, fault: 'not_whole' });
});

test('what was retired, or left, stays where it was chosen', () => {
  expect(readAnswer(shape('select'), ['old'], { ...context, current: 'old' })).toEqual({ ok: true, value: 'old' });
  const both = readAnswer(shape('multi_select'), ['old', 'a'], { ...context, current: ['old'] });
  expect(both).toEqual({ ok: true, value: ['a', 'old'] });
  expect(readAnswer(shape('person'), ['con_b'], { ...context, current: 'con_b' })).toMatchObject({ ok: true });
});
