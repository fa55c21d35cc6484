import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyEdit, asksOnlyEarlier } from '../../../test/helpers/random-edits.ts';
import { sampleChoices, sampleField, sampleFields, sampleForm } from '../../../test/helpers/sample-form.ts';
import { checkDefinition } from '../check-definition.ts';
import type { FormDefinition, Test } from '../definition.ts';
import { definitionShape } from '../definition-shape.ts';
import { diffForms } from './diff-forms.ts';
import { type Edited, editDefinition } from './edit-definition.ts';
import type { FormEdit } from './form-edit.ts';
import { publishedFrom } from './published-from.ts';

const fields = sampleFields(
  sampleField('topic', 'select', sampleChoices('billing', 'bug')),
  sampleField('order', 'text'),
  sampleField('seats', 'number'),
  sampleField('urgent', 'checkbox'),
);
const means = { fields, priorities: new Set<string>(), teams: new Set<string>(), today: '2026-11-21' };

function after(form: FormDefinition, ...edits: readonly FormEdit[]): FormDefinition {
  return edits.reduce((now, edit) => {
    const edited: Edited = editDefinition(now, edit);
    if (!edited.ok) throw new Error(`${edit.kind}: ${edited.fault}`);
    return edited.form;
  }, form);
}

const billing: Test = { field: 'topic', op: 'equals', value: 'billing' };
const condition = (change: Extract<FormEdit, { kind: 'condition' }>['change']): FormEdit => ({
  kind: 'condition',
  owner: { kind: 'question', id: 'order' },
  part: 'visibility',
  change,
});
const start = sampleForm({ field: 'topic' }, { field: 'order' });
const conditionOf = (form: FormDefinition) => form.sections[0]?.questions[3]?.visibility;

test('a condition grows by tests and by groups one deep, and goes with its last test', () => {
  const grown = after(
    start,
    condition({ kind: 'add', test: billing, in: null }),
    condition({ kind: 'add', test: { field: 'topic', op: 'is_filled' }, in: 'new' }),
    condition({ kind: 'add', test: billing, in: 1 }),
    condition({ kind: 'rule', effect: 'hide', match: 'any', in: null }),
  );
  expect(conditionOf(grown)).toEqual({
    effect: 'hide',
    when: { match: 'any', tests: [billing, { match: 'any', tests: [{ field: 'topic', op: 'is_filled' }, billing] }] },
  });
  const less = after(
    grown,
    condition({ kind: 'remove', at: 0, in: 1 }),
    condition({ kind: 'remove', at: 0, in: 1 }),
    condition({ kind: 'remove', at: 0, in: null }),
  );
  expect(conditionOf(less)).toBe(undefined);
  expect(editDefinition(less, condition({ kind: 'remove', at: 0, in: null }))).toEqual({ ok: false, fault: 'gone' });
});

test.each<[string, FormEdit, string]>([
  ['a section that is gone', { kind: 'section', id: 'two', title: '', text: '' }, 'gone'],
  ['a question that is gone', { kind: 'remove_question', field: 'seats' }, 'gone'],
  ['a field that is asked', { kind: 'add_question', section: 'one', field: 'topic', hidden: false }, 'asked_already'],
  ['the description', { kind: 'remove_question', field: 'body' }, 'always_asked'],
  ['the section of the subject', { kind: 'remove_section', id: 'one' }, 'always_asked'],
  [
    'a condition of the subject',
    {
      kind: 'condition',
      owner: { kind: 'question', id: 'subject' },
      part: 'visibility',
      change: { kind: 'add', test: billing, in: null },
    },
    'always_asked',
  ],
])('%s cannot be changed so', (_, edit, fault) => {
  expect(editDefinition(start, edit)).toEqual({ ok: false, fault });
});

test('a hidden question is never required', () => {
  const hidden = after(start, { kind: 'question', field: 'order', required: true, hidden: true, initial: 'x' });
  expect(hidden.sections[0]?.questions[3]).toEqual({ field: 'order', required: false, hidden: true, initial: 'x' });
});

test('the difference names what moved, what came and went, and what changed in it', () => {
  const published = (form: FormDefinition) => publishedFrom('Form', form, fields);
  const from = published(sampleForm({ field: 'topic' }, { field: 'order' }, { field: 'seats' }));
  const to = published(
    after(
      sampleForm({ field: 'topic' }, { field: 'order' }, { field: 'seats' }),
      { kind: 'move_question', field: 'seats', section: 'one', to: 0 },
      { kind: 'remove_question', field: 'topic' },
      { kind: 'add_section', id: 'two', title: 'More' },
      { kind: 'add_question', section: 'two', field: 'urgent', hidden: false },
      { kind: 'question', field: 'order', required: true, hidden: false, initial: 'A-1' },
      { kind: 'texts', intro: 'Hello', success: '', outcome: { tags: ['vip'] } },
    ),
  );
  expect(diffForms(from, to).map(({ kind, ...more }) => [kind, ...Object.values(more)])).toEqual([
    ['intro', '', 'Hello'],
    ['section_added', 'More'],
    ['question_removed', 'topic', ''],
    ['question_moved', 'seats', ''],
    ['required', 'order', true],
    ['initial', 'order', undefined, 'A-1'],
    ['question_added', 'urgent', 'More'],
    ['outcome_tags', [], ['vip']],
  ]);
  expect(diffForms(to, to)).toEqual([]);
});

test('a field that has changed since is a difference, one that has not is none', () => {
  const form = sampleForm({ field: 'topic' });
  const later = sampleFields(sampleField('topic', 'select', { ...sampleChoices('billing', 'bug'), label: 'Matter' }));
  expect(diffForms(publishedFrom('Form', form, fields), publishedFrom('Form', form, later))).toEqual([
    { kind: 'field_label', field: 'topic', from: 'topic', to: 'Matter' },
  ]);
});

test('whatever is edited, only forms whose conditions ask about earlier fields pass the check, and all can be stored', () => {
  let passed = 0;
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 25 }), (edits) => {
      let form = start;
      for (const edit of edits) {
        const edited = editDefinition(form, edit);
        if (edited.ok) form = edited.form;
      }
      expect(definitionShape.parse(JSON.parse(JSON.stringify(form)))).toEqual(JSON.parse(JSON.stringify(form)));
      if (checkDefinition(form, means).length > 0) return;
      passed += 1;
      expect(asksOnlyEarlier(form)).toBe(true);
      expect(diffForms(publishedFrom('F', form, fields), publishedFrom('F', form, fields))).toEqual([]);
    }),
    { numRuns: 400 },
  );
  expect(passed).toBeGreaterThan(10);
});
