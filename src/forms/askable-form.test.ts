import { expect, test } from 'vitest';
import { sampleChoices, sampleField, sampleForm } from '../../test/helpers/sample-form.ts';
import { askableForm } from './askable-form.ts';
import { browserForm } from './browser-form.ts';
import type { PublishedForm } from './definition.ts';
import { standingsOf } from './field-standing.ts';

const topic = sampleField('topic', 'select', sampleChoices('billing', 'bug'));
const parts = sampleField('parts', 'multi_select', { ...sampleChoices('arm', 'eye'), rules: { minChosen: 2 } });
const order = sampleField('order', 'text');
const tier = sampleField('tier', 'text', { access: 'none' });
const fields = [topic, parts, order, tier];
const published: PublishedForm = {
  ...sampleForm(
    { field: 'topic', initial: 'billing' },
    { field: 'parts', initial: ['arm', 'eye'], required: true },
    {
      field: 'order',
      visibility: { effect: 'show', when: { match: 'all', tests: [{ field: 'topic', op: 'not', value: 'bug' }] } },
    },
    { field: 'tier', hidden: true, initial: 'gold' },
  ),
  name: 'Help',
  fields,
};
const today = (...changed: typeof fields) =>
  askableForm(published, standingsOf(fields.map((field) => changed.find(({ key }) => key === field.key) ?? field)));
const keys = ({ sections }: Pick<PublishedForm, 'sections'>) =>
  sections.flatMap(({ questions }) => questions.map(({ field }) => field));

test('a form whose fields are as they were asks what it asked', () => {
  expect(today()).toEqual({ form: published, former: [] });
});

test('hidden values of fields that contacts may not read come along; of retired fields nothing does', () => {
  expect(keys(today({ ...order, access: 'none' }).form)).toEqual(['subject', 'body', 'topic', 'parts', 'tier']);
  expect(keys(today({ ...tier, isRetired: true }).form)).not.toContain('tier');
});

test('a field that nobody knows any more is asked no more', () => {
  expect(keys(askableForm(published, new Map()).form)).toEqual(['subject', 'body']);
});

test('a retired choice is no beginning, and no least number needs it', () => {
  const { form } = today(
    { ...topic, choices: topic.choices.map((choice) => ({ ...choice, retired: choice.id === 'billing' })) },
    { ...parts, choices: parts.choices.map((choice) => ({ ...choice, retired: choice.id === 'arm' })) },
  );
  const questions = form.sections.flatMap((section) => section.questions);
  expect(questions.find(({ field }) => field === 'topic')?.initial).toBeUndefined();
  expect(questions.find(({ field }) => field === 'parts')?.initial).toEqual(['eye']);
  expect(form.fields.find(({ key }) => key === 'parts')?.rules).toEqual({ minChosen: 1 });
});

test('a question that offers nothing any more is not asked: it could not be answered', () => {
  const gone = { ...topic, choices: topic.choices.map((choice) => ({ ...choice, retired: true })) };
  expect(keys(today(gone).form)).not.toContain('topic');
});

test('conditions on a field that is asked no more go to the browser without its key and value', () => {
  const text = JSON.stringify(browserForm(today({ ...topic, access: 'none' }).form));
  expect(text).not.toMatch(/topic|bug/);
  // Nothing is not a bug: what hung on that is shown.
  expect(text).toContain('"tests":[{"field":"","op":"is_empty"}]');
});
