import { isDay } from '#lib/days.ts';
import type { FieldShape, FieldType, Test, TestOp } from './definition.ts';

const ofText = ['equals', 'not', 'contains', 'is_filled', 'is_empty'] as const;
const ofNumber = ['equals', 'not', 'greater', 'less', 'is_filled', 'is_empty'] as const;
const ofPresence = ['is_filled', 'is_empty'] as const;

const byType: Readonly<Record<FieldType, readonly TestOp[]>> = {
  text: ofText,
  long_text: ofText,
  email: ofText,
  url: ofText,
  phone: ofText,
  number: ofNumber,
  decimal: ofNumber,
  date: ['equals', 'not', 'before', 'after', 'is_filled', 'is_empty'],
  select: ['equals', 'not', 'one_of', 'is_filled', 'is_empty'],
  multi_select: ['contains', 'one_of', 'equals', 'is_filled', 'is_empty'],
  checkbox: ['equals'],
  person: ofPresence,
  file: ofPresence,
};

/** How a field of this type can be asked about in a condition, the most usual first. */
export function operatorsOf(type: FieldType): readonly TestOp[] {
  return byType[type];
}

/** True for those that ask about presence alone. */
export function needsNoValue(op: TestOp): boolean {
  return op === 'is_empty' || op === 'is_filled';
}

/** What a test asks that its field cannot answer. */
export function misfitOf(
  test: Test,
  field: Pick<FieldShape, 'type' | 'choices'>,
): 'operator_misfit' | 'value_misfit' | null {
  if (!operatorsOf(field.type).includes(test.op)) return 'operator_misfit';
  if (needsNoValue(test.op)) return test.value === undefined ? null : 'value_misfit';
  return fits(test, field) ? null : 'value_misfit';
}

function fits({ op, value }: Test, { type, choices }: Pick<FieldShape, 'type' | 'choices'>): boolean {
  if (value === undefined) return false;
  const isOffered = (id: unknown) => choices.some((choice) => choice.id === id && choice.retired !== true);
  if (type === 'multi_select' || op === 'one_of')
    return typeof value === 'object' && value.length > 0 && value.every(isOffered);
  if (type === 'select') return isOffered(value);
  if (type === 'checkbox') return typeof value === 'boolean';
  if (type === 'number') return Number.isInteger(value);
  if (type === 'decimal') return typeof value === 'number';
  if (type === 'date') return typeof value === 'string' && isDay(value);
  return typeof value === 'string' && value.trim() !== '';
}
