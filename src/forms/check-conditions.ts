import type { FormDefinition, Test } from './definition.ts';
import { dependencies } from './dependencies.ts';
import type { FormFault } from './form-fault.ts';
import { conditionsOf, fieldsOf, type PlacedCondition, questionsOf, testsOf } from './form-places.ts';
import type { KnownFields } from './known-field.ts';
import { misfitOf } from './operators.ts';

/** What is wrong with the conditions of a form: each may ask about earlier fields only, in a way that they can answer. */
export function checkConditions(form: Pick<FormDefinition, 'sections'>, fields: KnownFields): readonly FormFault[] {
  const places = new Map(questionsOf(form).map(({ question, at }) => [question.field, at] as const));
  const { waitsFor } = dependencies(form);
  const ownersOf = ({ place }: PlacedCondition) =>
    place.question === undefined
      ? (form.sections.find(({ id }) => id === place.section)?.questions ?? []).map(({ field }) => field)
      : [place.question];
  return conditionsOf(form).flatMap((placed) => {
    const { condition, place, at } = placed;
    if (testsOf(condition).length === 0) return [{ code: 'empty_condition', place, fields: [] } as const];
    const order = fieldsOf(condition).flatMap((field): FormFault[] => {
      const other = places.get(field);
      const isCycle = ownersOf(placed).some((owner) => owner === field || waitsFor(field, owner));
      if (isCycle) return [{ code: 'cycle', place, fields: [field] }];
      if (other === undefined) return [{ code: 'not_asked', place, fields: [field] }];
      return other >= at ? [{ code: 'later_field', place, fields: [field] }] : [];
    });
    const misfits = testsOf(condition).flatMap((test) => testFault(test, fields, placed));
    return [...order, ...misfits];
  });
}

function testFault(test: Test, fields: KnownFields, { place }: PlacedCondition): readonly FormFault[] {
  const field = fields.get(test.field);
  const told = [test.field];
  if (!field) return [{ code: 'unknown_field', place, fields: told }];
  if (field.isRetired) return [{ code: 'retired_field', place, fields: told }];
  const misfit = misfitOf(test, field);
  return misfit ? [{ code: misfit, place, fields: told }] : [];
}
