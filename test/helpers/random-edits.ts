import fc from 'fast-check';
import type { FormEdit } from '#forms/builder/form-edit.ts';
import type { FormDefinition, Test } from '#forms/definition.ts';

const keys = ['topic', 'order', 'seats', 'urgent'];
const anyKey = fc.constantFrom('subject', ...keys);
const anySection = fc.constantFrom('request', 'one', 'two');
const anyTest: fc.Arbitrary<Test> = fc.oneof(
  fc.record({
    field: fc.constant('topic'),
    op: fc.constantFrom('equals', 'not'),
    value: fc.constantFrom('billing', 'bug', 'gone'),
  }),
  fc.record({
    field: fc.constant('seats'),
    op: fc.constantFrom('greater', 'less'),
    value: fc.integer({ min: 0, max: 9 }),
  }),
  fc.record({ field: fc.constant('urgent'), op: fc.constant('equals'), value: fc.boolean() }),
  fc.record({ field: anyKey, op: fc.constantFrom('is_filled', 'is_empty') }),
);
const place = fc.option(fc.integer({ min: 0, max: 2 }), { nil: null });
/** One step of somebody who builds forms at random. */
export const anyEdit: fc.Arbitrary<FormEdit> = fc.oneof(
  fc.record({ kind: fc.constant('add_section'), id: anySection, title: fc.constantFrom('', 'More') }),
  fc.record({ kind: fc.constant('move_section'), id: anySection, to: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ kind: fc.constant('remove_section'), id: anySection }),
  fc.record({ kind: fc.constant('add_question'), section: anySection, field: anyKey, hidden: fc.boolean() }),
  fc.record({
    kind: fc.constant('move_question'),
    field: anyKey,
    section: anySection,
    to: fc.integer({ min: 0, max: 4 }),
  }),
  fc.record({ kind: fc.constant('remove_question'), field: anyKey }),
  fc.record({
    kind: fc.constant('question'),
    field: anyKey,
    required: fc.boolean(),
    hidden: fc.boolean(),
    initial: fc.constant(undefined),
  }),
  fc.record({
    kind: fc.constant('condition'),
    owner: fc.oneof(
      fc.record({ kind: fc.constant('question'), id: anyKey }),
      fc.record({ kind: fc.constant('section'), id: anySection }),
    ),
    part: fc.constantFrom('visibility', 'requiredWhen'),
    change: fc.oneof(
      fc.record({ kind: fc.constant('add'), test: anyTest, in: fc.oneof(place, fc.constant('new')) }),
      fc.record({ kind: fc.constant('remove'), at: fc.integer({ min: 0, max: 2 }), in: place }),
      fc.record({
        kind: fc.constant('rule'),
        effect: fc.constantFrom('show', 'hide'),
        match: fc.constantFrom('all', 'any'),
        in: place,
      }),
    ),
  }),
);

/** Whether all conditions ask about earlier fields. Looks for itself, by none of the code that publishing asks. */
export function asksOnlyEarlier({ sections }: FormDefinition): boolean {
  const before = new Set<string>();
  const isFine = (when: { tests: readonly unknown[] } | undefined) =>
    [...JSON.stringify(when ?? {}).matchAll(/"field":"(\w+)"/g)].every(([, key]) => before.has(key ?? ''));
  return sections.every((section) => {
    const opens = isFine(section.visibility?.when) && isFine(section.requiredWhen);
    return section.questions.every((question) => {
      const asks = isFine(question.visibility?.when) && isFine(question.requiredWhen);
      before.add(question.field);
      return opens && asks;
    });
  });
}
