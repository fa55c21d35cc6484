import { expect, test } from 'vitest';
import { sampleChoices, sampleField, sampleFields, sampleForm } from '../../test/helpers/sample-form.ts';
import { checkDefinition } from './check-definition.ts';
import type { Condition, FormDefinition, Visibility } from './definition.ts';
import type { KnownFields } from './known-field.ts';

const fields = sampleFields(
  sampleField('topic', 'select', sampleChoices('billing', 'bug')),
  sampleField('order', 'text'),
  sampleField('seats', 'number', { rules: { min: 1, max: 10 } }),
  sampleField('secret', 'text', { access: 'none' }),
  sampleField('old', 'text', { isRetired: true }),
);

const when = (field: string, value: string | number = 'billing'): Condition => ({
  match: 'all',
  tests: [{ field, op: 'equals', value }],
});
const shown = (field: string, value?: string | number): Visibility => ({ effect: 'show', when: when(field, value) });

function faultsOf(form: FormDefinition, known: KnownFields = fields) {
  const means = { fields: known, priorities: new Set(['pri_1']), teams: new Set(['tea_1']), today: '2026-11-21' };
  return checkDefinition(form, means).map(({ code, place, fields }) => {
    return [code, place.question ?? place.section ?? '', place.part ?? '', fields.join()].join(' ').trim();
  });
}

test('a form whose questions wait for earlier answers can be published', () => {
  expect(faultsOf(sampleForm({ field: 'topic' }, { field: 'order', visibility: shown('topic') }))).toEqual([]);
});

test.each([
  [
    'a condition on what is asked later',
    [{ field: 'order', visibility: shown('topic') }, { field: 'topic' }],
    'later_field order visibility topic',
  ],
  ['a condition on itself', [{ field: 'topic', visibility: shown('topic') }], 'cycle topic visibility topic'],
  ['required by itself', [{ field: 'topic', requiredWhen: when('topic') }], 'cycle topic requiredWhen topic'],
  [
    'a condition on what the form does not ask',
    [{ field: 'order', visibility: shown('topic') }],
    'not_asked order visibility topic',
  ],
  [
    'a condition on a retired field',
    [{ field: 'old' }, { field: 'order', visibility: shown('old', 'x') }],
    'retired_field order visibility old',
  ],
  ['a retired field', [{ field: 'old' }], 'retired_field old  old'],
  ['a field that is not there', [{ field: 'nothing' }], 'unknown_field nothing  nothing'],
  ['a field asked twice', [{ field: 'order' }, { field: 'order' }], 'asked_twice order  order'],
  ['a question that contacts may not read', [{ field: 'secret' }], 'unreadable_field secret  secret'],
  ['a hidden question without a value', [{ field: 'secret', hidden: true }], 'hidden_empty secret  secret'],
  ['a value that the field does not take', [{ field: 'seats', initial: 11 }], 'initial_misfit seats initial seats'],
  [
    'a choice that is not there',
    [{ field: 'topic' }, { field: 'order', visibility: shown('topic', 'gone') }],
    'value_misfit order visibility topic',
  ],
  [
    'a number for a choice',
    [{ field: 'topic' }, { field: 'order', visibility: shown('topic', 3) }],
    'value_misfit order visibility topic',
  ],
  [
    'a required question that nobody reaches',
    [{ field: 'seats' }, { field: 'order', required: true, visibility: shown('seats', 11) }],
    'unreachable_required order  order',
  ],
] as const)('%s is refused, and says where', (_, questions, fault) => {
  expect(faultsOf(sampleForm(...questions))).toContain(fault);
});

test('a circle of two is called one at both ends', () => {
  const form = sampleForm(
    { field: 'topic', visibility: shown('order', 'x') },
    { field: 'order', visibility: shown('topic') },
  );
  expect(faultsOf(form)).toEqual(['cycle topic visibility order', 'cycle order visibility topic']);
});

test('a section may not wait for its own question, and holds neither subject nor description back', () => {
  const form = sampleForm({ field: 'topic' });
  const [section] = form.sections;
  if (!section) throw new Error('No section');
  expect(faultsOf({ ...form, sections: [{ ...section, visibility: shown('topic') }] })).toEqual([
    'always_asked subject  subject',
    'always_asked body  body',
    'cycle one visibility topic',
  ]);
});

test('subject and description stand in every form, once, and cannot be hidden or made optional', () => {
  const bare = sampleForm();
  const empty = { ...bare, sections: [{ id: 'one', title: '', text: '', questions: [] }] };
  expect(faultsOf(empty)).toEqual(['subject_missing   subject', 'body_missing   body', 'section_empty one']);
  const soft = sampleForm();
  const questions = [
    { field: 'subject', required: false },
    { field: 'body', required: true, hidden: true },
  ];
  const [section] = soft.sections;
  if (!section) throw new Error('No section');
  expect(faultsOf({ ...soft, sections: [{ ...section, questions }] })).toEqual([
    'always_asked subject  subject',
    'always_asked body  body',
  ]);
});

test('sections are told apart by their titles, and what a request gets must be there', () => {
  const form = sampleForm();
  const second = { id: 'two', title: 'More', text: '', questions: [{ field: 'order', required: false }] };
  const outcome = { tags: [], priority: 'pri_gone', team: 'tea_gone' };
  expect(faultsOf({ ...form, outcome, sections: [...form.sections, second] })).toEqual([
    'priority_gone',
    'team_gone',
    'title_missing one',
  ]);
});

test('a form asks a hundred questions at most', () => {
  const keys = Array.from({ length: 99 }, (_, i) => `text${i}`);
  const known = sampleFields(...keys.map((key) => sampleField(key, 'text')));
  const asking = (count: number) => sampleForm(...keys.slice(0, count).map((field) => ({ field })));
  expect(faultsOf(asking(98), known)).toEqual([]);
  expect(faultsOf(asking(99), known)).toEqual(['too_many_questions']);
});

test('what is required only sometimes must be reachable too, also where the ways are too many to list', () => {
  const keys = Array.from({ length: 14 }, (_, i) => `tick${i}`);
  const ticks = keys.map((key) => sampleField(key, 'checkbox'));
  const many = sampleFields(
    ...ticks,
    sampleField('seats', 'number', { rules: { max: 5 } }),
    ...['a', 'b'].map((key) => sampleField(key, 'text')),
    ...keys.map((key) => sampleField(`${key}_why`, 'text')),
  );
  const ticked = (key: string): Visibility => ({
    effect: 'show',
    when: { match: 'all', tests: [{ field: key, op: 'equals', value: true }] },
  });
  const form = sampleForm(
    ...keys.flatMap((key) => [{ field: key }, { field: `${key}_why`, visibility: ticked(key) }]),
    { field: 'seats' },
    {
      field: 'a',
      required: true,
      visibility: { effect: 'show', when: { match: 'all', tests: [{ field: 'seats', op: 'greater', value: 3 }] } },
    },
    {
      field: 'b',
      required: true,
      visibility: { effect: 'show', when: { match: 'all', tests: [{ field: 'seats', op: 'greater', value: 5 }] } },
    },
  );
  expect(faultsOf(form, many)).toEqual(['unreachable_required b  b']);
});
