import type { FieldType } from '#forms/definition.ts';
import type { Field } from '#forms/fields/field.ts';
import type { FieldTest } from './request-query.ts';

/** Whether customers see the field in the list: as a column, a filter, in its file. */
export function isListed({ inList, access, isRetired, type }: Field): boolean {
  return inList && access !== 'none' && !isRetired && testOf[type] !== null;
}

type TestKind = FieldTest['kind'];

/** How the list filters by a field of this type; null: it does not, and shows no column of it. */
const testOf: Readonly<Record<FieldType, TestKind | null>> = {
  text: 'is',
  long_text: null,
  number: 'between',
  decimal: 'between',
  date: 'between',
  select: 'is',
  multi_select: 'is',
  checkbox: 'ticked',
  email: 'is',
  url: 'is',
  phone: 'is',
  person: 'is',
  file: null,
};

/** Whether a test is of the kind that the field's values can pass. */
export function fits({ type, choices }: Pick<Field, 'type' | 'choices'>, test: FieldTest): boolean {
  if (testOf[type] !== test.kind) return false;
  if (test.kind === 'between') return (test.of === 'days') === (type === 'date');
  const isChosen = type === 'select' || type === 'multi_select';
  return !isChosen || test.kind !== 'is' || choices.some(({ id }) => id === test.text);
}
