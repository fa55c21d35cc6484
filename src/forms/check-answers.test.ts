import { describe, expect, test } from 'vitest';
import { sampleChoices, sampleField, sampleForm } from '../../test/helpers/sample-form.ts';
import { browserForm } from './browser-form.ts';
import { checkAnswers } from './check-answers.ts';
import type { Condition, PublishedForm } from './definition.ts';
import { shapesOf, withUsualPriority } from './form-shapes.ts';
import { prefill } from './prefill.ts';
import { readSeen, seenAfter } from './seen-questions.ts';

const when = (field: string, value: string): Condition => ({ match: 'all', tests: [{ field, op: 'equals', value }] });
const fields = [
  sampleField('topic', 'select', sampleChoices('billing', 'bug')),
  sampleField('order', 'text', { rules: { pattern: 'digits' } }),
  sampleField('parts', 'multi_select', sampleChoices('arm', 'eye')),
  sampleField('tier', 'text', { access: 'none' }),
];
const form: PublishedForm = {
  name: 'Form',
  fields,
  ...sampleForm(
    { field: 'topic', required: true },
    { field: 'order', required: true, initial: '1', visibility: { effect: 'show', when: when('topic', 'billing') } },
    { field: 'tier', hidden: true, initial: 'gold' },
    { field: 'parts', requiredWhen: when('tier', 'gold') },
  ),
};
const shapes = shapesOf(form, []);
const context = { today: '2026-03-01', people: [] };
const base = { subject: 'S', body: 'B' };
const check = (typed: Record<string, string>, shown: string[] | null = null) =>
  checkAnswers(form, shapes, { fields: { ...base, ...typed }, seen: shown && readSeen(shown.join(' ')) }, context);

test('what was seen before and is not on the page is told apart', () => {
  const seen = readSeen(seenAfter(['a', 'b'], ['a', 'c']));
  expect([[...seen.ever], [...seen.last]]).toEqual([
    ['a', 'b', 'c'],
    ['a', 'c'],
  ]);
});

describe('what was typed', () => {
  test('is asked for where it is missing, but not before it was shown', () => {
    expect(check({}).faults).toEqual({ topic: 'required', parts: 'required' });
    expect(check({ topic: 'billing' }, ['subject', 'body', 'topic', 'parts'])).toMatchObject({
      revealed: ['order'],
      faults: { parts: 'required' },
    });
  });

  test('is no fault where the answers have just brought it up', () => {
    const bare = sampleForm(
      { field: 'topic' },
      { field: 'order', required: true, visibility: { effect: 'show', when: when('topic', 'billing') } },
    );
    const typed = { ...base, topic: 'billing' };
    const faultsAfter = (shown: string) =>
      checkAnswers(bare, shapes, { fields: typed, seen: readSeen(shown) }, context).faults;
    expect(faultsAfter('subject body topic')).toEqual({});
    expect(faultsAfter('subject body topic order')).toEqual({ order: 'required' });
  });

  test('begins with the default on the first show, and stays empty when it was emptied', () => {
    expect(check({ topic: 'billing' }).asked.answers).toMatchObject({ order: '1', tier: 'gold' });
    expect(check({ topic: 'billing', order: '' }).faults['order']).toBe('required');
    expect(check({ topic: 'billing' }, ['topic', 'order']).asked.answers).not.toHaveProperty('order');
  });

  test('does not count where it is not asked, nor its faults', () => {
    expect(check({ topic: 'bug', order: 'x', tier: 'mine', parts: 'arm' })).toMatchObject({
      faults: {},
      asked: { answers: { topic: 'bug', tier: 'gold', parts: ['arm'] } },
    });
  });

  test('shows what depends on it even where it cannot stand', () => {
    const { asked, faults } = check({ topic: 'billing', order: 'x' });
    expect(asked.shown).toContain('order');
    expect(faults['order']).toBe('wrong_pattern');
  });
});

test('an address may name choices by their words, and fills in nothing that is not asked', () => {
  const filled = (query: Record<string, string[]>) => prefill(form, shapes, query, context);
  expect(filled({ topic: ['BILLING'], order: ['17'], tier: ['gold'] }).typed).toEqual({
    topic: ['billing'],
    order: ['17'],
  });
  expect(filled({ order: ['17'] }).typed).toEqual({});
  expect(filled({ parts: ['arm', 'gone'] })).toEqual({
    typed: { parts: ['arm', 'gone'] },
    faults: { parts: 'unknown_choice' },
  });
});

test('an address names nobody’s file', () => {
  const scans = { ...form, fields: [sampleField('scan', 'file')], ...sampleForm({ field: 'scan' }) };
  const query = { scan: [`att_${'0'.repeat(26)}`] };
  expect(prefill(scans, shapesOf(scans, []), query, context)).toEqual({ typed: {}, faults: {} });
});

test('an address gives one field fifty values at most', () => {
  const { typed } = prefill(form, shapes, { parts: Array.from({ length: 60 }, (_, i) => `${i}`) }, context);
  expect(typed['parts']).toHaveLength(50);
});

test('the browser learns what hidden questions decide, and nothing else of them', () => {
  const text = JSON.stringify(browserForm(form));
  for (const secret of ['tier', 'gold']) expect(text).not.toContain(secret);
  expect(browserForm(sampleForm())).toBeNull();
});

test('the priority that is asked begins with the form’s own, else with the usual one', () => {
  const list = [
    { id: 'low', label: 'Low', isDefault: 0 },
    { id: 'normal', label: 'Normal', isDefault: 1 },
  ];
  const asks = sampleForm({ field: 'priority' });
  const initial = (outcome: PublishedForm['outcome']) =>
    withUsualPriority({ ...asks, outcome }, list).sections[0]?.questions.at(-1)?.initial;
  expect([
    initial({ tags: [] }),
    initial({ tags: [], priority: 'low' }),
    initial({ tags: [], priority: 'gone' }),
  ]).toEqual(['normal', 'low', 'normal']);
});
